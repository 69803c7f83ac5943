// The phonemes that a voice accepts.
#include "wording/lexicon/phonemes.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/language_tag.h"
#include "base/table.h"
#include "base/utf8.h"

namespace rawi::wording::lexicon {

namespace {

/// A row of phonemes.tsv; the example is for the reader of the table.
struct PhonemeRow {
    std::string example;

    void columns(Columns& column) {
        column.key("ipa");
        column.text("example", example);
    }
};

bool is_tie(char32_t c) {
    return c == 0x0361 || c == 0x035C || c == 0x203F || c == '.';
}

}  // namespace

Result<Phonemes> Phonemes::load(const std::filesystem::path& folder, std::string_view tag) {
    Phonemes phonemes;
    phonemes.tag_ = tag;
    const std::string_view language = primary_language(tag);
    RAWI_TRY(const auto table,
             Table<PhonemeRow>::load(folder / language / "phonemes.tsv", Missing::empty));
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
            fmt::format("the voice of \"{}\" does not accept phonemes: use a respelling", tag_),
            std::move(where));
    }
    const std::string text = tidy(ipa);
    if (text.empty())
        return fail(Error::Kind::input, "the pronunciation is empty", std::move(where));
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = std::string_view(text).substr(at);
        const auto symbol =
            std::find_if(symbols_.begin(), symbols_.end(),
                         [&](const std::string& one) { return rest.starts_with(one); });
        if (symbol == symbols_.end() && rest.front() != ' ') {
            return fail(
                Error::Kind::input,
                fmt::format(R"("{}" is not a phoneme of the voice of "{}" (see phonemes.tsv))",
                            rest.substr(0, utf8::decode(rest, 0).size), tag_),
                std::move(where));
        }
        at += rest.front() == ' ' ? 1 : symbol->size();
    }
    return {};
}

}  // namespace rawi::wording::lexicon
