// Bytes of whatever charset a newsroom sends, as UTF-8.
#include "reading/charset.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include "base/utf8.h"

namespace rawi {

namespace {

constexpr std::size_t largest = 1U << 30U;  // spans are 32 bits wide

auto bad(std::string_view name, std::string message) {
    return fail(Error::Kind::input, std::move(message), std::string(name));
}

/// With U+FFFD for each ill-formed sequence.
std::string replaced(std::string_view bytes) {
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {
        const utf8::Decoded next = utf8::decode(bytes, at);
        utf8::append(text, next.code);
        at += next.size;
    }
    return text;
}

Result<Decoding> as_utf8(std::string_view name, std::string_view bytes, std::string_view rule,
                         bool lossy) {
    const std::optional<std::size_t> flaw = utf8::first_invalid(bytes);
    if (flaw && !lossy) {
        return fail(Error::Kind::input,
                    fmt::format("this is not UTF-8 text: byte {} is {:#04x} (--lossy replaces such "
                                "bytes, --charset names another charset)",
                                *flaw, static_cast<unsigned char>(bytes[*flaw])),
                    utf8::place(name, bytes, *flaw));
    }
    return Decoding{.text = flaw ? replaced(bytes) : std::string(bytes),
                    .charset = "UTF-8",
                    .rule = std::string(rule)};
}

struct Converted {
    std::string text;
    std::optional<std::size_t> flaw;  ///< where the first replacement stands in `text`
};

Result<Converted> through_icu(std::string_view name, std::string_view bytes,
                              const std::string& charset) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
        ucnv_open(charset.c_str(), &status), &ucnv_close);
    if (U_FAILURE(status) != 0) {
        return fail(Error::Kind::usage, fmt::format("the charset \"{}\" is not known", charset));
    }
    const icu::UnicodeString decoded(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                     converter.get(), status);
    if (U_FAILURE(status) != 0) return bad(name, fmt::format("this is not {} text", charset));
    Converted result;
    decoded.toUTF8String(result.text);
    const std::size_t at = result.text.find("\xEF\xBF\xBD");
    if (at != std::string::npos) result.flaw = at;
    return result;
}

Result<Decoding> as_charset(std::string_view name, std::string_view bytes,
                            const std::string& charset, std::string_view rule, bool lossy) {
    RAWI_TRY(Converted converted, through_icu(name, bytes, charset));
    if (converted.flaw && !lossy) {
        return fail(
            Error::Kind::input,
            fmt::format("this is not {} text (--lossy replaces what cannot be read)", charset),
            utf8::place(name, converted.text, *converted.flaw));
    }
    return Decoding{
        .text = std::move(converted.text), .charset = charset, .rule = std::string(rule)};
}

/// UTF-16 without a mark: zeros on one side of most pairs, as spaces and line ends make them.
std::string unmarked_utf16(std::string_view bytes) {
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        even += bytes[i] == '\0' ? 1U : 0U;
        odd += bytes[i + 1] == '\0' ? 1U : 0U;
    }
    const std::size_t pairs = bytes.size() / 2;
    if (bytes.size() % 2 != 0 || pairs == 0) return {};
    if (even == 0 && odd * 10 >= pairs) return "UTF-16LE";
    if (odd == 0 && even * 10 >= pairs) return "UTF-16BE";
    return {};
}

/// Damaged UTF-8 has far more good sequences than bad ones; another charset has not.
bool mostly_utf8(std::string_view bytes) {
    std::size_t good = 0;
    std::size_t wrong = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const utf8::Decoded next = utf8::decode(bytes, at);
        if (!next.valid) ++wrong;
        if (next.valid && next.size > 1) ++good;
        at += next.size;
    }
    return good > wrong * 4;
}

bool is_high(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

/// What the words of a text say about its charset of one byte a letter.
struct Words {
    std::size_t alone = 0, mixed = 0;  ///< with high bytes: only those, or ASCII letters too
    std::size_t windows = 0, iso = 0;  ///< Arabic's commonest, in windows-1256 and ISO-8859-6
    std::size_t windows_letters = 0, iso_letters = 0;  ///< bytes that only the one has letters at
};

void count_word(std::string_view word, Words& words) {
    // The article at its beginning; in, from, on, to, that, that, about, with.
    constexpr std::array<std::string_view, 9> windows = {
        "\xC7\xE1", "\xDD\xED", "\xE3\xE4", "\xDA\xE1\xEC", "\xC5\xE1\xEC",
        "\xC3\xE4", "\xC5\xE4", "\xDA\xE4", "\xE3\xDA"};
    constexpr std::array<std::string_view, 9> iso = {"\xC7\xE4",     "\xE1\xEA",     "\xE5\xE6",
                                                     "\xD9\xE4\xE9", "\xC5\xE4\xE9", "\xC3\xE6",
                                                     "\xC5\xE6",     "\xD9\xE6",     "\xE5\xD9"};
    const auto high = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_high));
    if (high == 0) return;
    ++(high == word.size() ? words.alone : words.mixed);
    const auto is_one = [&](const auto& common) {
        constexpr std::size_t article_and_more = 4;
        return std::find(common.begin() + 1, common.end(), word) != common.end() ||
               (word.starts_with(common.front()) && word.size() >= article_and_more);
    };
    if (is_one(windows)) ++words.windows;
    if (is_one(iso)) ++words.iso;
    constexpr std::string_view only_windows = "\xDB\xDC\xDD\xDE\xDF\xEC\xED";
    constexpr std::string_view only_iso = "\xE0\xE2\xE7\xE8\xE9\xEA";
    for (const char c : word) {
        if (only_windows.find(c) != std::string_view::npos) ++words.windows_letters;
        if (only_iso.find(c) != std::string_view::npos) ++words.iso_letters;
    }
}

Words words_of(std::string_view bytes) {
    Words words;
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t end = at;
        while (end < bytes.size() &&
               (is_high(bytes[end]) || std::isalpha(static_cast<unsigned char>(bytes[end])) != 0))
            ++end;
        if (end > at) count_word(bytes.substr(at, end - at), words);
        at = end + 1;
    }
    return words;
}

/// ICU's matches, best first, but for those that would show in another way: UTF-16 and UTF-32 have
/// zero bytes; and charsets of Latin letters where high bytes never stand among ASCII letters.
std::string detected(std::string_view bytes, const Words& words) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                              &ucsdet_close);
    ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    std::int32_t count = 0;
    const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &status);
    constexpr std::int32_t a_guess = 10;  // what ICU gives to all that cannot be ruled out
    for (std::int32_t i = 0; U_SUCCESS(status) != 0 && i < count; ++i) {
        std::string name = ucsdet_getName(matches[i], &status);
        const bool latin = name == "ISO-8859-1" || name == "ISO-8859-2" || name == "ISO-8859-9" ||
                           name == "windows-1250" || name == "windows-1252" ||
                           name == "windows-1254";
        if (name.starts_with("UTF-") || (latin && words.alone > 4 * words.mixed)) continue;
        // The detector knows some that no converter does ("IBM420_rtl").
        UErrorCode unknown = U_ZERO_ERROR;
        const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
            ucnv_open(name.c_str(), &unknown), &ucnv_close);
        if (U_FAILURE(unknown) != 0) continue;
        if (ucsdet_getConfidence(matches[i], &status) > a_guess) return name;
    }
    return {};
}

/// A charset of one or several bytes a letter, and the rule that found it; empty: none fits.
std::pair<std::string, std::string_view> other_charset(std::string_view bytes) {
    const Words words = words_of(bytes);
    constexpr std::size_t share = 8;
    const std::size_t common = std::max(words.windows, words.iso);
    if (common > 0 && common * share >= words.alone && words.alone > words.mixed) {
        return {words.windows > words.iso ? "windows-1256" : "ISO-8859-6", "common Arabic words"};
    }
    std::string charset = detected(bytes, words);
    if (!charset.empty()) return {std::move(charset), "detector"};
    if (words.alone <= words.mixed) return {};
    return {words.iso_letters > words.windows_letters ? "ISO-8859-6" : "windows-1256",
            "nothing else fits"};
}

Result<Decoding> chosen(std::string_view name, std::string_view bytes, const ReadOptions& options) {
    const bool lossy = options.lossy;
    const auto starts = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
    if (!options.charset.empty()) {
        if (options.charset == "UTF-8" || options.charset == "utf-8") {
            return as_utf8(name, bytes, "asked for", lossy);
        }
        return as_charset(name, bytes, options.charset, "asked for", lossy);
    }
    if (starts("\xEF\xBB\xBF")) return as_utf8(name, bytes, "byte-order mark", lossy);
    if (starts("\xFF\xFE") && bytes.size() % 2 == 0) {
        return as_charset(name, bytes.substr(2), "UTF-16LE", "byte-order mark", lossy);
    }
    if (starts("\xFE\xFF") && bytes.size() % 2 == 0) {
        return as_charset(name, bytes.substr(2), "UTF-16BE", "byte-order mark", lossy);
    }
    if (const std::string wide = unmarked_utf16(bytes); !wide.empty()) {
        return as_charset(name, bytes, wide, "zero bytes", lossy);
    }
    if (bytes.find('\0') != std::string_view::npos) {
        return bad(name, "this is a binary file, not text (it has NUL bytes)");
    }
    if (!utf8::first_invalid(bytes) || mostly_utf8(bytes)) {
        return as_utf8(name, bytes, "valid UTF-8", lossy);
    }
    const auto [charset, rule] = other_charset(bytes);
    if (charset.empty()) return as_utf8(name, bytes, "no other charset fits", lossy);
    return as_charset(name, bytes, charset, rule, lossy);
}

}  // namespace

Result<Decoding> decode_charset(std::string_view name, std::string_view bytes,
                                const ReadOptions& options) {
    if (bytes.size() > largest) return bad(name, "this article is larger than 1 GiB");
    if (bytes.empty()) return bad(name, "this file is empty");
    RAWI_TRY(Decoding decoding, chosen(name, bytes, options));
    if (decoding.text.starts_with("\xEF\xBB\xBF")) decoding.text.erase(0, 3);
    const std::size_t nul = decoding.text.find('\0');
    if (nul != std::string::npos) {
        return fail(Error::Kind::input, "this is a binary file, not text (it has NUL characters)",
                    utf8::place(name, decoding.text, nul));
    }
    return decoding;
}

}  // namespace rawi
