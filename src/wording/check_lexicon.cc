// What an editor is told about a lexicon before anything is spoken.
#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/table.h"
#include "base/utf8.h"
#include "wording/lexicon.h"
#include "wording/words.h"

namespace rawi {

namespace {

bool is_tie(char32_t c) {
    return c == 0x0361 || c == 0x035C || c == 0x203F || c == '.';
}

/// An entry under the eyes of the linter.
class Entry {
  public:
    Entry(LexiconFile& file, const LexiconEntry& entry) : file_(file), entry_(entry) {}

    void check(const Language& language, const Phonemes& phonemes) {
        if (folded(entry_.written).empty())
            tell(fmt::format("\"{}\" can never match: nothing in it is seen", entry_.written));
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
        const std::vector<Token> tokens = find_tokens(text, {.begin = 0, .end = size});
        std::vector<Skip> skips;
        const std::vector<Word> words =
            language.say({.text = text, .cut = tokens, .habits = {}}, skips);
        if (words.empty()) return tell(fmt::format("nothing is said for \"{}\"", text));
        for (const Skip& skip : skips) {
            if (skip.reason == "punctuation" || skip.reason == "invisible characters") continue;
            tell(fmt::format(R"("{}" in "{}" cannot be said: {})", skip.source.of(text), text,
                             skip.reason));
        }
        if (!is_arabic(language)) return;
        const auto bare_word = std::find_if(words.begin(), words.end(), [](const Word& word) {
            constexpr std::size_t short_word = 2;  // letters
            return word.kind == "word" && utf8::length(word.spoken) > short_word &&
                   folded(word.spoken) == word.spoken;
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

Result<Phonemes> Phonemes::load(const std::filesystem::path& folder, std::string_view tag) {
    Phonemes phonemes;
    phonemes.tag_ = tag;
    const std::string_view language = tag.substr(0, tag.find('-'));
    RAWI_TRY(const Table table, Table::load(folder / language / "phonemes.tsv", 2));
    phonemes.symbols_ = table.keys();
    std::stable_sort(phonemes.symbols_.begin(), phonemes.symbols_.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return phonemes;
}

std::string Phonemes::tidy(std::string_view ipa) {
    std::string result;
    for (std::size_t at = 0; at < ipa.size();) {
        const utf8::Decoded next = utf8::decode(ipa, at);
        at += next.size;
        if (u_isUWhiteSpace(static_cast<UChar32>(next.code)) != 0) {
            if (!result.empty() && result.back() != ' ') result += ' ';
        } else if (!is_tie(next.code)) {
            utf8::append(result, next.code);
        }
    }
    if (result.ends_with(' ')) result.pop_back();
    return result;
}

Result<> Phonemes::check(std::string_view ipa, std::string where) const {
    if (symbols_.empty()) {
        return fail(
            Error::Kind::input,
            fmt::format("the voice of \"{}\" takes no phonemes: give it a respelling", tag_),
            std::move(where));
    }
    const std::string text = tidy(ipa);
    if (text.empty()) return fail(Error::Kind::input, "there is no sound in it", std::move(where));
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = std::string_view(text).substr(at);
        const auto symbol =
            std::find_if(symbols_.begin(), symbols_.end(),
                         [&](const std::string& one) { return rest.starts_with(one); });
        if (symbol == symbols_.end() && rest.front() != ' ') {
            return fail(Error::Kind::input,
                        fmt::format("\"{}\" is no sound that the voice of \"{}\" has (phonemes.tsv "
                                    "lists them)",
                                    rest.substr(0, utf8::decode(rest, 0).size), tag_),
                        std::move(where));
        }
        at += rest.front() == ' ' ? 1 : symbol->size();
    }
    return {};
}

void check_lexicon(LexiconFile& file, const Language& language, const Phonemes& phonemes) {
    for (const LexiconEntry& entry : file.entries)
        Entry(file, entry).check(language, phonemes);
}

Result<> usable(const LexiconFile& file, const Phonemes& phonemes) {
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

}  // namespace rawi
