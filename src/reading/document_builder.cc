// Builds a document that keeps its invariants from the parts that a reader finds.
#include "reading/document_builder.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "reading/roles.h"

namespace rawi::reading {

namespace {

/// The file's name without folders and extension.
std::string_view stem_of(std::string_view name) {
    name = name.substr(name.rfind('/') + 1);  // npos + 1 is 0
    const std::size_t dot = name.rfind('.');
    return dot == 0 || dot == std::string_view::npos ? name : name.substr(0, dot);
}

std::string well_formed(std::string_view text) {
    return utf8::first_invalid(text) ? utf8::replaced(text) : std::string(text);
}

bool continues_code_point(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The whole code points of well-formed `bytes` in `span`.
Span whole_code_points(std::string_view bytes, Span span) {
    const auto size = static_cast<std::uint32_t>(bytes.size());
    span.end = std::min(span.end, size);
    span.begin = std::min(span.begin, span.end);
    while (span.begin < span.end && continues_code_point(bytes[span.begin]))
        ++span.begin;
    while (span.begin < span.end && span.end < size && continues_code_point(bytes[span.end]))
        --span.end;
    return span;
}

/// The headline that opens the article; without one, `name`.
std::string title_of(const Document& document, std::string_view name) {
    if (!document.blocks.empty() && document.blocks.front().role == Role::headline)
        return std::string(document.blocks.front().source.of(document.text));
    return std::string(name);
}

/// Makes a section for each heading, and for each of `titles`, which have the byte that a section
/// begins at; the text before the first heading is a section with the article's title.
class Sections {
  public:
    Sections(Document& document, const std::map<std::uint32_t, std::string>& titles)
        : document_(document), titles_(titles) {}

    void divide() {
        begin(document_.metadata.title, 0);
        for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
            Block& block = document_.blocks[i];
            if (const auto title = titles_.find(block.source.begin); title != titles_.end()) {
                open(title->second, i);
            } else if (block.heading && joins(i)) {
                block.heading = false;
                name_by(i);
            } else if (block.heading && document_.sections.back().block_count > 0) {
                begin(std::string(block.source.of(document_.text)), i);
            }
            ++document_.sections.back().block_count;
        }
    }

  private:
    /// A section that holds only pictures is none of its own: it goes with the next one.
    void begin(std::string title, std::uint32_t block) {
        if (!document_.sections.empty() && has_only_pictures(document_.sections.back())) {
            document_.sections.back().title = std::move(title);
            opened_.reset();
            return;
        }
        document_.sections.push_back(
            Section{.title = std::move(title), .first_block = block, .block_count = 0});
        opened_.reset();
    }

    bool has_only_pictures(const Section& section) const {
        const auto first =
            document_.blocks.begin() + static_cast<std::ptrdiff_t>(section.first_block);
        return section.block_count > 0 &&
               std::all_of(first, first + static_cast<std::ptrdiff_t>(section.block_count),
                           [](const Block& block) { return block.role == Role::image; });
    }

    void open(const std::string& title, std::uint32_t block) {
        if (block > 0) begin(document_.metadata.title, block);
        if (!title.empty()) document_.sections.back().title = title;
        opened_ = Opened{.title = title, .begin = document_.blocks[block].source.begin};
        if (document_.blocks[block].heading) name_by(block);
    }

    /// Whether a heading belongs to the start of an opened section: the first one soon, each other
    /// one directly after another.
    bool joins(std::uint32_t block) const {
        constexpr std::uint32_t soon = 400;  // bytes
        if (!opened_) return false;
        return opened_->headings > 0 ? block == opened_->last + 1
                                     : document_.blocks[block].source.begin - opened_->begin < soon;
    }

    /// The first heading names the section; if there are two, a title of its own is better.
    void name_by(std::uint32_t block) {
        std::string& title = document_.sections.back().title;
        const std::string heading(document_.blocks[block].source.of(document_.text));
        ++opened_->headings;
        if (opened_->headings == 1) {
            title = heading;
        } else if (opened_->headings == 2) {
            const bool own = !opened_->title.empty() && opened_->title != title;
            title = own ? opened_->title : title + ": " + heading;
        }
        opened_->last = block;
    }

    /// A section that the reader opened.
    struct Opened {
        std::string title;
        std::uint32_t begin = 0;  ///< in the text
        int headings = 0;
        std::uint32_t last = 0;  ///< the block of the last one
    };

    Document& document_;
    const std::map<std::uint32_t, std::string>& titles_;
    std::optional<Opened> opened_;  ///< nothing: the section begins with a heading
};

}  // namespace

DocumentBuilder::DocumentBuilder(std::string_view name) : name_(name) {}

std::uint32_t DocumentBuilder::add_part(std::string name, std::string bytes) {
    if (utf8::first_invalid(bytes)) bytes = utf8::replaced(bytes);
    document_.parts.push_back(Part{.name = std::move(name), .bytes = std::move(bytes)});
    return static_cast<std::uint32_t>(document_.parts.size() - 1);
}

void DocumentBuilder::open(Role role, std::string_view language) {
    close_block();
    Draft draft;
    draft.block.role = role;
    draft.block.source = {.begin = here(), .end = here()};
    draft.block.language = language;
    set_language(language);
    draft.section = std::exchange(section_, std::nullopt);
    drafts_.push_back(std::move(draft));
    open_ = true;
}

void DocumentBuilder::open_block(Role role, std::string_view language) {
    open(role, language);
}

void DocumentBuilder::open_heading(Role role, int level, std::string_view language) {
    constexpr int lowest_level = 6;
    open(role, language);
    drafts_.back().block.heading = true;
    drafts_.back().block.level = static_cast<std::uint8_t>(std::clamp(level, 1, lowest_level));
}

void DocumentBuilder::open_lines() {
    open(Role::paragraph, {});
    drafts_.back().lines = true;
}

void DocumentBuilder::open_section(std::string_view title) {
    section_ = well_formed(title);
}

void DocumentBuilder::close_block() {
    if (!open_) return;
    drafts_.back().block.source.end = here();
    open_ = false;
    set_language({});
}

void DocumentBuilder::add_run(std::uint32_t part, Span origin, std::uint32_t begin,
                              Run::Kind kind) {
    const Run run{
        .text = {.begin = begin, .end = here()}, .part = part, .origin = origin, .kind = kind};
    const bool continues = kind == Run::Kind::copied && !runs_.empty() &&
                           runs_.back().kind == kind && runs_.back().part == part &&
                           runs_.back().text.end == begin &&
                           runs_.back().origin.end == origin.begin;
    if (continues) {
        runs_.back().text.end = run.text.end;
        runs_.back().origin.end = origin.end;
    } else {
        runs_.push_back(run);
    }
}

void DocumentBuilder::copy(std::uint32_t part, Span origin) {
    if (part >= document_.parts.size()) return;
    const std::string_view bytes = document_.parts[part].bytes;
    origin = whole_code_points(bytes, origin);
    if (origin.empty()) return;
    if (!open_) open(Role::paragraph, language_);
    const std::uint32_t begin = here();
    text_ += origin.of(bytes);
    add_run(part, origin, begin, Run::Kind::copied);
}

void DocumentBuilder::decoded(std::uint32_t part, Span origin, std::string_view text) {
    if (part >= document_.parts.size()) return insert(text);
    if (text.empty()) return;
    if (!open_) open(Role::paragraph, language_);
    const std::uint32_t begin = here();
    text_ += well_formed(text);
    const auto size = static_cast<std::uint32_t>(document_.parts[part].bytes.size());
    origin.end = std::min(origin.end, size);
    origin.begin = std::min(origin.begin, origin.end);
    add_run(part, origin, begin, Run::Kind::decoded);
}

void DocumentBuilder::insert(std::string_view text) {
    if (text.empty()) return;
    if (!open_) open(Role::paragraph, language_);
    text_ += well_formed(text);
}

void DocumentBuilder::comma() {
    constexpr char32_t first_arabic = 0x0600, last_arabic = 0x06FF;
    constexpr std::ptrdiff_t farthest = 200;  // bytes
    const auto end = text_.rbegin() + std::min(farthest, text_.rend() - text_.rbegin());
    const auto letter = std::find_if(text_.rbegin(), end, [](char c) {
        return ascii::is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    });
    const char32_t code = utf8::last(
        std::string_view(text_).substr(0, static_cast<std::size_t>(text_.rend() - letter)));
    insert(code >= first_arabic && code <= last_arabic ? "\xD8\x8C " : ", ");
}

void DocumentBuilder::space() {
    const bool empty = !open_ || drafts_.back().block.source.begin == here();
    if (!empty && !ascii::is_white(text_.back())) insert(" ");
}

void DocumentBuilder::set_language(std::string_view language) {
    if (language == language_) return;
    if (!control_) end_stretch();
    language_ = language;
}

/// Adds a control for the text in `language_` so far; the next stretch begins here.
void DocumentBuilder::end_stretch() {
    if (!language_.empty()) {
        add_control(Control{.kind = Control::Kind::language,
                            .source = {.begin = stretch_, .end = here()},
                            .value = {},
                            .format = {},
                            .language = language_});
    }
    stretch_ = here();
}

void DocumentBuilder::add_control(Control control) {
    control.source = trimmed(text_, control.source);
    if (!control.source.empty()) controls_.push_back(std::move(control));
}

void DocumentBuilder::open_control(Control::Kind kind, std::string value, std::string format) {
    if (control_) {
        ++nested_;
        return;
    }
    end_stretch();
    control_ = Control{.kind = kind,
                       .source = {.begin = here(), .end = here()},
                       .value = std::move(value),
                       .format = std::move(format),
                       .language = language_};
}

bool DocumentBuilder::close_control() {
    if (!control_) return false;
    if (nested_ > 0) {
        --nested_;
        return true;
    }
    control_->source.end = here();
    const std::size_t before = controls_.size();
    add_control(*std::exchange(control_, std::nullopt));
    stretch_ = here();
    return controls_.size() > before;
}

void DocumentBuilder::silence(int milliseconds) {
    if (milliseconds > 0) silences_.push_back({.at = here(), .milliseconds = milliseconds});
}

void DocumentBuilder::refer_to_note(std::string id) {
    if (!id.empty()) note_references_.push_back({.at = here(), .id = std::move(id)});
}

void DocumentBuilder::name_note(std::string id) {
    if (open_) drafts_.back().block.note = std::move(id);
}

void DocumentBuilder::mark_sentence(std::uint32_t begin) {
    const Span sentence = trimmed(text_, {.begin = std::min(begin, here()), .end = here()});
    const bool apart = sentences_.empty() || sentences_.back().end <= sentence.begin;
    if (!sentence.empty() && apart) sentences_.push_back(sentence);
}

Document DocumentBuilder::finish(const StructureWords& words) {
    close_block();
    nested_ = 0;
    close_control();
    end_stretch();
    document_.name = name_;
    lay_out();
    move_marks();
    guess_roles(document_, std::move(guessed_), words);
    if (refines_) refine_roles(document_, words);
    if (document_.metadata.title.empty())
        document_.metadata.title = title_of(document_, stem_of(name_));
    Sections(document_, titles_).divide();
    Document document = std::move(document_);
    *this = DocumentBuilder(name_);
    return document;
}

void DocumentBuilder::lay_out() {
    std::vector<Span> plain;
    for (const Draft& draft : drafts_)
        if (draft.lines) plain.push_back(draft.block.source);
    const std::vector<Paragraph> paragraphs = find_paragraphs(text_, plain);
    auto next = paragraphs.begin();
    std::optional<std::string> section;
    for (Draft& draft : drafts_) {
        const Span source = draft.block.source;
        if (draft.section) section = std::move(draft.section);
        const std::size_t blocks = document_.blocks.size();
        if (!draft.lines) {
            lay_out_block(draft, {.lines = {trimmed(text_, source)}});
        } else {
            for (; next != paragraphs.end() && source.contains(next->lines.front()); ++next)
                lay_out_block(draft, *next);
        }
        if (section && document_.blocks.size() > blocks)
            titles_.emplace(document_.blocks[blocks].source.begin,
                            *std::exchange(section, std::nullopt));
    }
}

void DocumentBuilder::lay_out_block(const Draft& draft, const Paragraph& paragraph) {
    if (paragraph.lines.front().empty()) return;
    std::string& text = document_.text;
    if (!text.empty()) text += "\n\n";
    Block block = draft.block;
    block.source.begin = static_cast<std::uint32_t>(text.size());
    for (const Span line : paragraph.lines) {
        if (text.size() > block.source.begin) text += ' ';
        lay_out_line(line);
    }
    block.source.end = static_cast<std::uint32_t>(text.size());
    document_.blocks.push_back(std::move(block));
    guessed_.push_back(draft.lines);
}

void DocumentBuilder::lay_out_line(Span line) {
    const auto begin = static_cast<std::uint32_t>(document_.text.size());
    lines_.push_back({.before = line, .begin = begin});
    document_.text += line.of(text_);
    for (; run_ < runs_.size() && runs_[run_].text.begin < line.end; ++run_) {
        const Run& whole = runs_[run_];
        Run run = whole;
        run.text = {.begin = std::max(whole.text.begin, line.begin),
                    .end = std::min(whole.text.end, line.end)};
        if (run.text.begin < run.text.end) {
            if (run.kind == Run::Kind::copied) {
                run.origin.begin += run.text.begin - whole.text.begin;
                run.origin.end = run.origin.begin + run.text.size();
            }
            run.text.begin = run.text.begin - line.begin + begin;
            run.text.end = run.text.end - line.begin + begin;
            document_.runs.push_back(run);
        }
        if (whole.text.end > line.end) return;  // the run continues in the next line
    }
}

void DocumentBuilder::move_marks() {
    for (Control& control : controls_) {
        control.source = moved(control.source);
        if (!control.source.empty()) document_.controls.push_back(std::move(control));
    }
    for (const Silence& silence : silences_) {
        document_.silences.push_back(
            {.at = end_of(silence.at), .milliseconds = silence.milliseconds});
    }
    for (NoteReference& reference : note_references_)
        document_.note_references.push_back(
            {.at = end_of(reference.at), .id = std::move(reference.id)});
    for (const Span sentence : sentences_) {
        const Span source = moved(sentence);
        if (!source.empty()) document_.sentences.push_back(source);
    }
}

/// Where in the document the text from byte `at` of `text_` on begins.
std::uint32_t DocumentBuilder::begin_of(std::uint32_t at) const {
    const auto line = std::upper_bound(
        lines_.begin(), lines_.end(), at,
        [](std::uint32_t byte, const Line& known) { return byte < known.before.end; });
    if (line == lines_.end()) return static_cast<std::uint32_t>(document_.text.size());
    return line->begin + std::max(at, line->before.begin) - line->before.begin;
}

/// Where in the document the text before byte `at` of `text_` ends.
std::uint32_t DocumentBuilder::end_of(std::uint32_t at) const {
    const auto next = std::lower_bound(
        lines_.begin(), lines_.end(), at,
        [](const Line& known, std::uint32_t byte) { return known.before.begin < byte; });
    if (next == lines_.begin()) return 0;
    const Line& line = *(next - 1);
    return line.begin + std::min(at, line.before.end) - line.before.begin;
}

Span DocumentBuilder::moved(Span span) const {
    const std::uint32_t begin = begin_of(span.begin);
    return {.begin = begin, .end = std::max(begin, end_of(span.end))};
}

}  // namespace rawi::reading
