// Bytes of whatever charset a newsroom sends, as UTF-8.
#include "reading/charset.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include "base/utf8.h"

namespace rawi::reading {

namespace {

constexpr std::size_t largest = 1U << 30U;  // spans are 32 bits wide

auto bad(std::string_view name, std::string message) {
    return fail(Error::Kind::input, std::move(message), std::string(name));
}

std::size_t count_invalid(std::string_view bytes) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const utf8::Decoded next = utf8::decode(bytes, at);
        count += next.valid ? 0U : 1U;
        at += next.size;
    }
    return count;
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
    return Decoding{.text = flaw ? utf8::replaced(bytes) : std::string(bytes),
                    .charset = "UTF-8",
                    .rule = std::string(rule),
                    .replaced = flaw ? count_invalid(bytes) : 0};
}

struct Converted {
    std::string text;
    std::optional<std::size_t> flaw;  ///< the byte of the first replacement in `text`
};

std::size_t size_in_utf8(const icu::UnicodeString& text) {
    std::string bytes;
    return text.toUTF8String(bytes).size();
}

/// The number of units of `decoded` before the first bytes that are not valid in the charset.
std::optional<std::int32_t> read_until_flaw(std::string_view bytes, UConverter& converter,
                                            const icu::UnicodeString& decoded) {
    UErrorCode status = U_ZERO_ERROR;
    ucnv_reset(&converter);
    ucnv_setToUCallBack(&converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    std::vector<UChar> units(static_cast<std::size_t>(decoded.length()) + 1);
    UChar* end = units.data();
    const char* source = bytes.data();
    ucnv_toUnicode(&converter, &end, units.data() + units.size(), &source, source + bytes.size(),
                   nullptr, 1, &status);
    if (U_SUCCESS(status) != 0) return std::nullopt;
    return static_cast<std::int32_t>(end - units.data());
}

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
    // The file itself may contain U+FFFD.
    if (decoded.indexOf(static_cast<UChar>(utf8::replacement)) >= 0) {
        const std::optional<std::int32_t> units = read_until_flaw(bytes, *converter, decoded);
        if (units) result.flaw = size_in_utf8(decoded.tempSubString(0, *units));
    }
    return result;
}

Result<Decoding> as_charset(std::string_view name, std::string_view bytes,
                            const std::string& charset, std::string_view rule, bool lossy) {
    RAWI_TRY(Converted converted, through_icu(name, bytes, charset));
    if (converted.flaw && !lossy) {
        return fail(Error::Kind::input,
                    fmt::format("this is not {} text (--lossy replaces invalid bytes)", charset),
                    utf8::place(name, converted.text, *converted.flaw));
    }
    return Decoding{
        .text = std::move(converted.text), .charset = charset, .rule = std::string(rule)};
}

/// Whether the bytes at `at`, `at` + 2 ... are the upper halves of UTF-16 units: zeros (spaces and
/// line ends have them) and mostly one other value, the Unicode block of the letters.
bool are_upper_halves(std::string_view bytes, std::size_t at) {
    std::array<std::size_t, 256> counts{};
    for (; at < bytes.size(); at += 2)
        ++counts.at(static_cast<unsigned char>(bytes[at]));
    const std::size_t zeros = counts.front();
    const std::size_t most = *std::max_element(counts.begin() + 1, counts.end());
    const std::size_t pairs = bytes.size() / 2;
    return zeros * 10 >= pairs && (zeros + most) * 4 >= pairs * 3;
}

/// The name of UTF-16 without a byte-order mark, or an empty string if it is something else.
std::string unmarked_utf16(std::string_view bytes) {
    if (bytes.size() % 2 != 0 || bytes.empty()) return {};
    const auto has_zeros = [&](std::size_t at) {
        for (; at < bytes.size(); at += 2)
            if (bytes[at] == '\0') return true;
        return false;
    };
    if (!has_zeros(0) && are_upper_halves(bytes, 1)) return "UTF-16LE";
    if (!has_zeros(1) && are_upper_halves(bytes, 0)) return "UTF-16BE";
    return {};
}

/// The name of UTF-32 without a byte-order mark, or an empty string if it is something else: no
/// unit is beyond U+10FFFF. In UTF-16, every other character would be a control character.
std::string unmarked_utf32(std::string_view bytes) {
    constexpr std::size_t unit = 4;
    constexpr char last_plane = 0x10;
    if (bytes.size() % unit != 0 || bytes.empty()) return {};
    bool little = true, big = true;
    for (std::size_t at = 0; at < bytes.size() && (little || big); at += unit) {
        const std::string_view one = bytes.substr(at, unit);
        little = little && one[3] == 0 && one[2] >= 0 && one[2] <= last_plane;
        big = big && one[0] == 0 && one[1] >= 0 && one[1] <= last_plane;
    }
    return little == big ? "" : little ? "UTF-32LE" : "UTF-32BE";
}

bool is_high(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

/// Signs that word processors insert while one types: they have the same bytes in windows-1252 and
/// windows-1256, and do not indicate which letters the text has.
bool is_typed_sign(char c) {
    constexpr std::string_view signs = "\x85\x91\x92\x93\x94\x95\x96\x97\xA0\xAB\xBB";
    return signs.find(c) != std::string_view::npos;
}

/// Whether an ill-formed sequence of `size` bytes looks like UTF-8 nevertheless: truncated, or a
/// surrogate.
bool is_damaged_utf8(std::string_view bytes, std::size_t at, std::uint32_t size) {
    const std::string_view rest = bytes.substr(at, 3);
    const bool surrogate = rest.size() == 3 && rest[0] == '\xED' && is_high(rest[1]) &&
                           is_high(rest[2]) && rest[1] >= '\xA0' && rest[2] <= '\xBF';
    return surrogate || (size > 1 && !is_typed_sign(rest[1]));
}

/// Damaged UTF-8 has at least as many valid multi-byte sequences as ill-formed ones; text in
/// another charset has hardly any.
bool mostly_utf8(std::string_view bytes) {
    std::size_t good = 0;
    std::size_t wrong = 0;
    bool broken = false;
    for (std::size_t at = 0; at < bytes.size();) {
        const utf8::Decoded next = utf8::decode(bytes, at);
        const bool rest = broken && (static_cast<unsigned char>(bytes[at]) & 0xC0U) == 0x80U;
        broken = !next.valid;
        if (broken && !rest) ++wrong;
        if (next.valid ? next.size > 1 : is_damaged_utf8(bytes, at, next.size)) ++good;
        at += next.size;
    }
    return good > 0 && good >= wrong;
}

/// Whether a high byte is a letter in at least one of the Arabic charsets.
bool may_be_arabic(char c) {
    constexpr std::string_view persian = "\x81\x8D\x8E\x90\x98\x9A\x9F\xAA";
    return static_cast<unsigned char>(c) >= 0xC0 || persian.find(c) != std::string_view::npos;
}

/// Whether a byte is implausible in every Latin charset: a capital or a euro sign after a small
/// letter, or byte 0xFF, which hardly any language uses.
bool breaks_latin(char before, char c) {
    const auto byte = static_cast<unsigned char>(c);
    const bool after_small = before >= 'a' && before <= 'z';
    return byte == 0xFF || (after_small && (byte == 0x80 || (byte >= 0xC0 && byte <= 0xDE)));
}

/// Counts over the words of a text, from which its single-byte charset is guessed.
struct Words {
    std::size_t alone = 0,
                mixed = 0;  ///< words of high bytes only; words that mix them with ASCII letters
    std::size_t windows = 0, iso = 0;  ///< common Arabic words, in windows-1256 and ISO-8859-6
    std::size_t windows_letters = 0,
                iso_letters = 0;  ///< bytes that are letters in only one of them
    std::size_t letters = 0;  ///< words of at least two high bytes that may all be Arabic letters
    bool pairs = false;       ///< two high bytes are adjacent somewhere
    bool broken = false;      ///< a byte is implausible in Latin charsets
};

void count_word(std::string_view word, Words& words) {
    // In Arabic: words that start with the article; in, from, on, to, that, that, about, with.
    constexpr std::array<std::string_view, 9> windows = {
        "\xC7\xE1", "\xDD\xED", "\xE3\xE4", "\xDA\xE1\xEC", "\xC5\xE1\xEC",
        "\xC3\xE4", "\xC5\xE4", "\xDA\xE4", "\xE3\xDA"};
    constexpr std::array<std::string_view, 9> iso = {"\xC7\xE4",     "\xE1\xEA",     "\xE5\xE6",
                                                     "\xD9\xE4\xE9", "\xC5\xE4\xE9", "\xC3\xE6",
                                                     "\xC5\xE6",     "\xD9\xE6",     "\xE5\xD9"};
    const auto high = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_high));
    if (high == 0) return;
    ++(high == word.size() ? words.alone : words.mixed);
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char before = i == 0 ? ' ' : word[i - 1];
        words.pairs = words.pairs || (is_high(before) && is_high(word[i]));
        words.broken = words.broken || breaks_latin(before, word[i]);
    }
    if (word.size() > 1 && std::all_of(word.begin(), word.end(), may_be_arabic)) ++words.letters;
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

/// ICU's best plausible match. Not plausible are UTF-16 and UTF-32, which have zero bytes; Latin
/// charsets if words rarely mix high bytes with ASCII letters; and other charsets if no two high
/// bytes are adjacent, which is typical of damaged UTF-8.
std::string detected(std::string_view bytes, const Words& words) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                              &ucsdet_close);
    ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    std::int32_t count = 0;
    const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &status);
    constexpr std::int32_t a_guess = 10;  // ICU's confidence for anything that it cannot rule out
    for (std::int32_t i = 0; U_SUCCESS(status) != 0 && i < count; ++i) {
        std::string name = ucsdet_getName(matches[i], &status);
        const bool latin = name == "ISO-8859-1" || name == "ISO-8859-2" || name == "ISO-8859-9" ||
                           name == "windows-1250" || name == "windows-1252" ||
                           name == "windows-1254";
        const bool fits = latin ? words.alone <= 4 * words.mixed && !words.broken : words.pairs;
        if (name.starts_with("UTF-") || !fits) continue;
        if (ucsdet_getConfidence(matches[i], &status) <= a_guess) continue;
        // ICU detects some charsets that it cannot convert ("IBM420_rtl") or that lack these bytes.
        const Result<Converted> converted = through_icu("", bytes, name);
        if (converted && !converted->flaw) return name;
    }
    return {};
}

/// ICU's name of a charset that a text declares, if its bytes are possible in it; else empty. Pages
/// that declare ISO-8859-1 are in windows-1252 (WHATWG, "Encoding").
std::string usable(std::string_view bytes, const std::string& declared) {
    if (declared.empty()) return {};
    constexpr std::array<const char*, 2> one_byte = {"ISO-8859-1", "US-ASCII"};
    const bool latin = std::any_of(one_byte.begin(), one_byte.end(), [&](const char* name) {
        return ucnv_compareNames(declared.c_str(), name) == 0;
    });
    const std::string charset = latin ? "windows-1252" : declared;
    const Result<Converted> converted = through_icu("", bytes, charset);
    const bool unicode = charset.starts_with("UTF-") || charset.starts_with("utf-");
    return converted && !converted->flaw && !unicode ? charset : std::string();
}

/// A charset other than UTF-8 and UTF-16, and the rule that found it; empty if none fits.
std::pair<std::string, std::string_view> other_charset(std::string_view bytes,
                                                       const std::string& declared) {
    const Words words = words_of(bytes);
    constexpr std::size_t share = 8;
    const std::size_t common = std::max(words.windows, words.iso);
    if (common > 0 && common * share >= words.alone && words.alone > words.mixed) {
        return {words.windows > words.iso ? "windows-1256" : "ISO-8859-6", "common Arabic words"};
    }
    if (std::string charset = usable(bytes, declared); !charset.empty())
        return {std::move(charset), "declared"};
    const auto not_ascii_nor_sign = [](char c) { return is_high(c) && !is_typed_sign(c); };
    if (std::none_of(bytes.begin(), bytes.end(), not_ascii_nor_sign)) {
        return {"windows-1252", "quotes and dashes"};
    }
    std::string charset = detected(bytes, words);
    if (!charset.empty()) return {std::move(charset), "detector"};
    if (words.letters <= words.mixed) return {};
    return {words.iso_letters > words.windows_letters ? "ISO-8859-6" : "windows-1256",
            "nothing else fits"};
}

Result<Decoding> chosen(std::string_view name, std::string_view bytes,
                        const CharsetOptions& options, const std::string& declared) {
    const bool lossy = options.lossy;
    const auto starts = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
    if (!options.name.empty()) {
        if (ucnv_compareNames(options.name.c_str(), "UTF-8") == 0) {
            return as_utf8(name, bytes, "asked for", lossy);
        }
        return as_charset(name, bytes, options.name, "asked for", lossy);
    }
    if (starts("\xEF\xBB\xBF")) return as_utf8(name, bytes, "byte-order mark", lossy);
    using namespace std::string_view_literals;
    if (starts("\xFF\xFE\0\0"sv))
        return as_charset(name, bytes.substr(4), "UTF-32LE", "byte-order mark", lossy);
    if (starts("\0\0\xFE\xFF"sv))
        return as_charset(name, bytes.substr(4), "UTF-32BE", "byte-order mark", lossy);
    if (starts("\xFF\xFE")) {
        return as_charset(name, bytes.substr(2), "UTF-16LE", "byte-order mark", lossy);
    }
    if (starts("\xFE\xFF")) {
        return as_charset(name, bytes.substr(2), "UTF-16BE", "byte-order mark", lossy);
    }
    std::string wide = unmarked_utf32(bytes);
    if (wide.empty()) wide = unmarked_utf16(bytes);
    if (!wide.empty()) {
        return as_charset(name, bytes, wide, "zero bytes", lossy);
    }
    if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
        return fail(Error::Kind::input,
                    fmt::format("this is a binary file, not text: byte {} is NUL", nul),
                    utf8::place(name, bytes, nul));
    }
    if (!utf8::first_invalid(bytes) || mostly_utf8(bytes)) {
        return as_utf8(name, bytes, "valid UTF-8", lossy);
    }
    const auto [charset, rule] = other_charset(bytes, declared);
    if (charset.empty()) return as_utf8(name, bytes, "no other charset fits", lossy);
    return as_charset(name, bytes, charset, rule, lossy);
}

}  // namespace

Result<Decoding> decode_charset(std::string_view name, std::string_view bytes,
                                const CharsetOptions& options, const std::string& declared) {
    if (bytes.size() > largest) return bad(name, "this article is larger than 1 GiB");
    if (bytes.empty()) return bad(name, "this file is empty");
    RAWI_TRY(Decoding decoding, chosen(name, bytes, options, declared));
    if (decoding.text.starts_with("\xEF\xBB\xBF")) decoding.text.erase(0, 3);
    const std::size_t nul = decoding.text.find('\0');
    if (nul != std::string::npos) {
        return fail(Error::Kind::input,
                    "this is a binary file, not text (it contains NUL characters)",
                    utf8::place(name, decoding.text, nul));
    }
    return decoding;
}

}  // namespace rawi::reading
