// The language of an article.
#include "reading/detection/document_language.h"

#include <fmt/format.h>

#include "base/language_tag.h"
#include "reading/detection/scripts.h"

namespace rawi::reading::detection {

namespace {

/// Whether a block is of the article, in its author's words.
bool is_body(Role role) {
    switch (role) {
        case Role::code:
        case Role::embed:
        case Role::advertisement:
        case Role::furniture:
        case Role::related_link:
            return false;
        default:
            return true;
    }
}

/// The words of the article's own blocks; of all blocks if it has no other. Enough of them.
std::vector<TextWord> words_of(const Document& document) {
    constexpr std::size_t enough = 2000;
    std::vector<TextWord> body, others;
    for (const Block& block : document.blocks) {
        std::vector<TextWord>& words = is_body(block.role) ? body : others;
        if (words.size() >= enough) continue;
        const std::vector<TextWord> more =
            words_in(document.text, block.source, enough - words.size());
        words.insert(words.end(), more.begin(), more.end());
    }
    return body.empty() ? others : body;
}

/// Whether a text cannot be in the language that is declared for it: it is in another script, or it
/// is long enough to be in another language without doubt.
bool contradicts(const Guess& guess, std::string_view declared, const Marks& marks) {
    constexpr std::size_t fewest_letters = 20, many_letters = 200;
    if (primary_language(guess.language) == primary_language(declared)) return false;
    if (guess.letters < fewest_letters) return false;
    if (!is_written_in(declared, guess.script)) return true;
    const bool known = marks.number_of(primary_language(declared)) < marks.languages().size();
    return guess.sure && known && guess.letters >= many_letters;
}

}  // namespace

std::string document_language(const Document& document, const Detector& detector,
                              std::vector<Notice>& notices) {
    const std::string& declared = document.metadata.language;
    Guess guess = detector.guess(document.text, words_of(document), declared);
    if (declared.empty()) return std::move(guess.language);
    if (!contradicts(guess, declared, detector.marks())) return declared;
    notices.push_back({.message = fmt::format("the language \"{}\" is declared, but the text is "
                                              "in \"{}\", in which it is read",
                                              declared, guess.language),
                       .source = {}});
    return std::move(guess.language);
}

}  // namespace rawi::reading::detection
