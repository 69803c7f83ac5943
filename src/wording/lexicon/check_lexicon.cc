// Checks of a lexicon, for an editor to run before anything is spoken.
#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/table.h"
#include "base/utf8.h"
#include "wording/language.h"
#include "wording/lexicon/lexicon.h"
#include "wording/lexicon/lexicon_file.h"
#include "wording/lexicon/phonemes.h"
#include "wording/segmentation.h"
#include "wording/token.h"
#include "wording/words.h"

namespace rawi::wording::lexicon {

namespace {

/// Checks an entry and adds the flaws to its file.
class Entry {
  public:
    Entry(LexiconFile& file, const LexiconEntry& entry) : file_(file), entry_(entry) {}

    void check(const Language& language, const Phonemes& phonemes) {
        if (fold_for_match(entry_.written).empty())
            tell(fmt::format("\"{}\" can never match: it has no visible characters",
                             entry_.written));
        if (!entry_.pronunciation.empty()) {
            const Result<> sound = phonemes.check(entry_.pronunciation, where());
            if (!sound) file_.flaws.push_back({.error = sound.error()});
        }
        if (!entry_.respelling.empty()) check_respelling(language);
    }

  private:
    std::string where() const {
        return fmt::format("{}:{}:{}", file_.name, entry_.line, entry_.column);
    }
    void tell(std::string message, bool warning = false) {
        file_.flaws.push_back(
            {.error = {.kind = Error::Kind::input, .message = std::move(message), .where = where()},
             .warning = warning});
    }

    void check_respelling(const Language& language) {
        const std::string& text = entry_.respelling;
        const auto size = static_cast<std::uint32_t>(text.size());
        const std::vector<Token> tokens = tokenize(text, {.begin = 0, .end = size});
        std::vector<Skip> skips;
        const std::vector<Word> words =
            language.say({.text = text, .tokens = tokens, .number_format = {}}, skips);
        if (words.empty()) return tell(fmt::format("there is nothing to say in \"{}\"", text));
        for (const Skip& skip : skips) {
            if (skip.reason == SkipReason::punctuation || skip.reason == SkipReason::invisible)
                continue;
            tell(fmt::format(R"("{}" in "{}" cannot be said: {})", skip.source.of(text), text,
                             describe_reason(skip)));
        }
        if (!is_arabic(language)) return;
        const auto bare_word = std::find_if(words.begin(), words.end(), [](const Word& word) {
            constexpr std::size_t short_word = 2;  // letters
            return word.semiotic_class == SemioticClass::word &&
                   utf8::length(word.spoken) > short_word &&
                   fold_for_match(word.spoken) == word.spoken;
        });
        if (bare_word != words.end()) {
            tell(fmt::format("\"{}\" has no vowel marks: its vowels will be guessed",
                             bare_word->spoken),
                 true);
        }
    }

    static bool is_arabic(const Language& language) { return language.tag().substr(0, 2) == "ar"; }

    LexiconFile& file_;
    const LexiconEntry& entry_;
};

}  // namespace

void check_lexicon(LexiconFile& file, const Language& language, const Phonemes& phonemes) {
    for (const LexiconEntry& entry : file.entries)
        Entry(file, entry).check(language, phonemes);
}

Result<> check_usable(const LexiconFile& file, const Phonemes& phonemes) {
    for (const LexiconFlaw& flaw : file.flaws) {
        if (!flaw.warning) return tl::unexpected<Error>(flaw.error);
    }
    for (const LexiconEntry& entry : file.entries) {
        if (entry.pronunciation.empty()) continue;
        RAWI_CHECK_OK(phonemes.check(entry.pronunciation,
                                     fmt::format("{}:{}:{}", file.name, entry.line, entry.column)));
    }
    return {};
}

}  // namespace rawi::wording::lexicon
