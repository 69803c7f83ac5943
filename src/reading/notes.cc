// Moves notes: the blocks of a document in another order.
#include "reading/notes.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace rawi::reading {

namespace {

/// A block of the document, and the section that it goes to.
struct Place {
    std::uint32_t block = 0;
    std::size_t section = 0;
};

/// For each block, its section.
std::vector<std::size_t> sections_of(const Document& document) {
    std::vector<std::size_t> sections;
    for (std::size_t i = 0; i < document.sections.size(); ++i)
        sections.insert(sections.end(), document.sections[i].block_count, i);
    return sections;
}

/// The blocks of each note, by its id.
std::map<std::string_view, std::vector<std::uint32_t>> notes_of(const Document& document) {
    std::map<std::string_view, std::vector<std::uint32_t>> notes;
    for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
        const Block& block = document.blocks[i];
        if (block.role == Role::note && !block.note.empty()) notes[block.note].push_back(i);
    }
    return notes;
}

/// All blocks in order, with each note after the block that refers to it first.
std::vector<Place> with_notes_in_place(const Document& document) {
    auto notes = notes_of(document);
    std::vector<std::vector<std::uint32_t>> after(document.blocks.size());
    std::vector<bool> moved(document.blocks.size());
    std::uint32_t block = 0;
    for (const NoteReference& reference : document.note_references) {
        while (block < document.blocks.size() && document.blocks[block].source.end < reference.at)
            ++block;
        const auto note = notes.find(reference.id);
        if (block == document.blocks.size() || note == notes.end()) continue;
        if (document.blocks[block].role == Role::note) continue;
        for (const std::uint32_t i : std::exchange(note->second, {})) {
            after[block].push_back(i);
            moved[i] = true;
        }
    }
    const std::vector<std::size_t> sections = sections_of(document);
    std::vector<Place> order;
    for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
        if (!moved[i]) order.push_back({.block = i, .section = sections[i]});
        for (const std::uint32_t note : after[i])
            order.push_back({.block = note, .section = sections[i]});
    }
    return order;
}

/// All blocks in order, the notes last.
std::vector<Place> with_notes_at_end(const Document& document) {
    const std::vector<std::size_t> sections = sections_of(document);
    const std::size_t last = document.sections.size() - 1;
    std::vector<Place> order, notes;
    for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
        const bool note = document.blocks[i].role == Role::note;
        (note ? notes : order).push_back({.block = i, .section = note ? last : sections[i]});
    }
    order.insert(order.end(), notes.begin(), notes.end());
    return order;
}

/// Copies a document block by block, with all that lies within each block.
class Rearranged {
  public:
    explicit Rearranged(Document& from) : from_(from) {
        to_.name = std::move(from.name);
        to_.metadata = std::move(from.metadata);
        to_.parts = std::move(from.parts);
        for (const Section& section : from.sections)
            to_.sections.push_back({.title = section.title});
    }

    Document take(const std::vector<Place>& order) {
        for (const Place& place : order)
            add(place);
        std::uint32_t first = 0;
        for (Section& section : to_.sections) {
            section.first_block = first;
            first += section.block_count;
        }
        std::erase_if(to_.sections,
                      [](const Section& section) { return section.block_count == 0; });
        return std::move(to_);
    }

  private:
    void add(const Place& place) {
        Block block = from_.blocks[place.block];
        if (!to_.text.empty()) to_.text += "\n\n";
        source_ = block.source;
        begin_ = static_cast<std::uint32_t>(to_.text.size());
        to_.text += source_.of(from_.text);
        block.source = moved(source_);
        add_runs();
        for (Control control :
             within(from_.controls, [](const Control& c) { return c.source.begin; })) {
            control.source = moved(control.source);
            to_.controls.push_back(std::move(control));
        }
        for (const Span sentence : within(from_.sentences, [](Span s) { return s.begin; }))
            to_.sentences.push_back(moved(sentence));
        for (Silence silence : within(from_.silences, [](const Silence& s) { return s.at; })) {
            silence.at = moved(silence.at);
            to_.silences.push_back(silence);
        }
        for (NoteReference reference :
             within(from_.note_references, [](const NoteReference& r) { return r.at; })) {
            reference.at = moved(reference.at);
            to_.note_references.push_back(std::move(reference));
        }
        to_.blocks.push_back(std::move(block));
        ++to_.sections[place.section].block_count;
    }

    /// The items that begin within the block that is copied, or at its end.
    template <class Item, class Position>
    std::vector<Item> within(const std::vector<Item>& items, Position position) const {
        const auto first = std::partition_point(items.begin(), items.end(), [&](const Item& item) {
            return position(item) < source_.begin;
        });
        const auto last = std::partition_point(
            first, items.end(), [&](const Item& item) { return position(item) <= source_.end; });
        return {first, last};
    }

    void add_runs() {
        auto run = std::partition_point(from_.runs.begin(), from_.runs.end(),
                                        [&](const Run& r) { return r.text.end <= source_.begin; });
        for (; run != from_.runs.end() && run->text.begin < source_.end; ++run) {
            Run copy = *run;
            const std::uint32_t before = source_.begin - std::min(source_.begin, run->text.begin);
            const std::uint32_t after = run->text.end - std::min(run->text.end, source_.end);
            if (copy.kind == Run::Kind::copied) {
                copy.origin.begin += before;
                copy.origin.end -= after;
            }
            copy.text = moved({.begin = run->text.begin + before, .end = run->text.end - after});
            to_.runs.push_back(copy);
        }
    }

    std::uint32_t moved(std::uint32_t at) const { return at - source_.begin + begin_; }
    Span moved(Span span) const { return {.begin = moved(span.begin), .end = moved(span.end)}; }

    const Document& from_;
    Document to_;
    Span source_;              ///< of the block that is copied
    std::uint32_t begin_ = 0;  ///< where it goes
};

}  // namespace

void place_notes(Document& document, Notes place) {
    const bool has_notes = std::any_of(document.blocks.begin(), document.blocks.end(),
                                       [](const Block& block) { return block.role == Role::note; });
    if (place == Notes::skip || !has_notes) return;
    const std::vector<Place> order =
        place == Notes::end ? with_notes_at_end(document) : with_notes_in_place(document);
    document = Rearranged(document).take(order);
}

}  // namespace rawi::reading
