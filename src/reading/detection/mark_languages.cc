// The languages of blocks and of passages in them.
#include "reading/detection/mark_languages.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "reading/detection/passages.h"
#include "reading/detection/scripts.h"

namespace rawi::reading::detection {

namespace {

/// Whether a text is in a script in which `language` is not written.
bool is_contradicted(std::string_view text, Span source, std::string_view language) {
    std::map<UScriptCode, std::size_t> letters;
    for (const TextWord& word : words_in(text, source))
        letters[word.script] += word.letters;
    const auto most =
        std::max_element(letters.begin(), letters.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return most != letters.end() && most->second > 1 && most->first != USCRIPT_COMMON &&
           !is_written_in(language, most->first);
}

/// Removes declared languages in which their text cannot be.
void drop_contradicted(Document& document, std::vector<Notice>& notices) {
    std::set<std::string> reported;
    const auto is_wrong = [&](Span source, const std::string& language) {
        if (language.empty() || !is_contradicted(document.text, source, language)) return false;
        if (reported.insert(language).second)
            notices.push_back({.message = fmt::format("the language \"{}\" is declared for text in "
                                                      "another script; it is not used there",
                                                      language),
                               .source = source});
        return true;
    };
    for (Block& block : document.blocks)
        if (is_wrong(block.source, block.language)) block.language.clear();
    std::erase_if(document.controls, [&](const Control& control) {
        return control.kind == Control::Kind::language &&
               is_wrong(control.source, control.language);
    });
}

Control control_of(Span source, std::string language) {
    return {.kind = Control::Kind::language,
            .source = source,
            .value = {},
            .format = {},
            .language = std::move(language)};
}

/// Markup's controls, and passages where they do not contradict markup. Both are sorted.
class Merger {
  public:
    explicit Merger(std::vector<Control> controls) : controls_(std::move(controls)) {}

    void add(const Passage& passage) {
        for (; next_ < controls_.size() && controls_[next_].source.end <= passage.source.begin;
             ++next_)
            merged_.push_back(std::move(controls_[next_]));
        if (next_ == controls_.size() || controls_[next_].source.begin >= passage.source.end) {
            merged_.push_back(control_of(passage.source, passage.language));
            return;
        }
        Control& over = controls_[next_];
        const bool within = over.source.contains(passage.source);
        if (!within || over.kind != Control::Kind::language ||
            is_written_in(over.language, passage.script))
            return;
        if (over.source.begin < passage.source.begin)
            merged_.push_back(control_of({.begin = over.source.begin, .end = passage.source.begin},
                                         over.language));
        merged_.push_back(control_of(passage.source, passage.language));
        over.source.begin = passage.source.end;
        if (over.source.empty()) ++next_;
    }
    std::vector<Control> all() {
        std::move(controls_.begin() + static_cast<std::ptrdiff_t>(next_), controls_.end(),
                  std::back_inserter(merged_));
        return std::move(merged_);
    }

  private:
    std::vector<Control> controls_, merged_;
    std::size_t next_ = 0;
};

/// Controls begin and end with text.
void trim(std::string_view text, std::vector<Control>& controls) {
    const auto white = [&](std::uint32_t at) { return text[at] == ' ' || text[at] == '\n'; };
    for (Control& control : controls) {
        while (!control.source.empty() && white(control.source.begin))
            ++control.source.begin;
        while (!control.source.empty() && white(control.source.end - 1))
            --control.source.end;
    }
    std::erase_if(controls, [](const Control& control) { return control.source.empty(); });
}

/// The language of most of a block, if that is a passage's.
std::string language_of(Span block, const std::vector<Passage>& passages) {
    for (const Passage& passage : passages)
        if (2 * passage.source.size() > block.size()) return passage.language;
    return {};
}

}  // namespace

void mark_languages(Document& document, std::string_view tag, const Detector& detector,
                    std::vector<Notice>& notices) {
    drop_contradicted(document, notices);
    Merger merger(std::move(document.controls));
    std::map<std::string, PassageFinder> finders;
    for (Block& block : document.blocks) {
        if (block.policy == Policy::skip || !has_spoken_text(block.role)) continue;
        const std::string language(block.language.empty() ? tag : block.language);
        PassageFinder& finder =
            finders.try_emplace(language, document.text, language, detector).first->second;
        const std::vector<Passage> passages = finder.passages_in(block.source);
        for (const Passage& passage : passages)
            merger.add(passage);
        if (block.language.empty()) block.language = language_of(block.source, passages);
    }
    document.controls = merger.all();
    trim(document.text, document.controls);
}

}  // namespace rawi::reading::detection
