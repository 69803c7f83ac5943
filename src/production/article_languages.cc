// The language of an article, and the languages of passages in it.
#include "production/article_languages.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/language_tag.h"
#include "reading/detection/document_language.h"
#include "reading/detection/mark_languages.h"
#include "reading/detection/scripts.h"

namespace rawi::production {

namespace {

/// Gives a passage that has no voice to another voice of its script, or says that none reads it.
/// The article's own voice speaks passages in its script, as markup's passages without a voice.
Result<> settle_voice(const Document& document, std::string_view tag, Control& control,
                      Resources& resources) {
    if (control.kind != Control::Kind::language || control.language == tag) return {};
    RAWI_TRY(const bool spoken, resources.has_voice(control.language));
    if (spoken) return {};
    RAWI_TRY(const reading::detection::Detector* const detector, resources.detector());
    const UScriptCode script = detector->guess(document.text, control.source).script;
    if (script == USCRIPT_COMMON || reading::detection::is_written_in(tag, script)) return {};
    std::string usual = reading::detection::language_of_script(script);
    RAWI_TRY(const bool other, resources.has_voice(usual));
    if (other) {
        control.language = std::move(usual);
        return {};
    }
    control.kind = Control::Kind::unreadable;
    control.value = fmt::format("no voice speaks \"{}\"", control.language);
    control.language.clear();
    return {};
}

/// The languages of passages, each once.
std::vector<std::string> other_languages(const Document& document, const std::string& tag) {
    std::vector<std::string> tags;
    for (const Control& control : document.controls) {
        const std::string& other = control.language;
        if (other.empty() || other == tag) continue;
        if (std::find(tags.begin(), tags.end(), other) == tags.end()) tags.push_back(other);
    }
    return tags;
}

}  // namespace

Result<std::string> language_of(const Document& document, const RenderOptions& options,
                                Resources& resources, std::vector<Notice>& notices) {
    if (options.language != "auto" && !options.language.empty()) return options.language;
    RAWI_TRY(const reading::detection::Detector* const detector, resources.detector());
    return reading::detection::document_language(document, *detector, notices);
}

Result<std::vector<std::string>> mark_passages(Document& document, const std::string& tag,
                                               Resources& resources, std::vector<Notice>& notices) {
    RAWI_TRY(const reading::detection::Detector* const detector, resources.detector());
    reading::detection::mark_languages(document, tag, *detector, notices);
    for (Control& control : document.controls)
        RAWI_CHECK_OK(settle_voice(document, tag, control, resources));
    std::vector<std::string> tags = other_languages(document, tag);
    for (const std::string& other : tags)
        RAWI_CHECK_OK(resources.language_of_passage(other));
    return tags;
}

}  // namespace rawi::production
