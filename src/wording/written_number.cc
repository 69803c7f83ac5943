// Numbers as they are written.
#include "wording/written_number.h"

#include <algorithm>
#include <utility>

#include <unicode/uchar.h>

#include "base/utf8.h"
#include "wording/number_format.h"
#include "wording/token.h"

namespace rawi::wording {

namespace {

constexpr std::size_t most_digits = 15;
constexpr char32_t decimal_sign = 0x066B;
constexpr char32_t group_sign = 0x066C;

bool are_groups(const std::vector<std::string>& parts) {
    return parts.front().size() <= 3 &&
           std::all_of(parts.begin() + 1, parts.end(),
                       [](const auto& part) { return part.size() == 3; });
}

std::string without(std::string_view text, char mark) {
    std::string result(text);
    result.erase(std::remove(result.begin(), result.end(), mark), result.end());
    return result;
}

}  // namespace

void set_whole(WrittenNumber& figure, std::string digits) {
    figure.digits = std::move(digits);
    const std::size_t first = figure.digits.find_first_not_of('0');
    const std::string_view significant = first == std::string::npos
                                             ? std::string_view()
                                             : std::string_view(figure.digits).substr(first);
    figure.large = significant.size() > most_digits;
    figure.value = 0;
    if (figure.large) return;
    for (const char digit : significant)
        figure.value = figure.value * 10 + static_cast<std::uint64_t>(digit - '0');
}

std::vector<std::string> split(std::string_view text, char mark) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == mark) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

std::string ascii_digits(std::string_view token) {
    std::string result;
    for (std::size_t at = 0; at < token.size();) {
        const utf8::Decoded next = utf8::decode(token, at);
        at += next.size;
        if (next.code == decimal_sign) {
            result += 'd';
        } else if (next.code == group_sign) {
            result += 'g';
        } else if (const int digit = u_charDigitValue(static_cast<UChar32>(next.code));
                   digit >= 0) {
            result += static_cast<char>('0' + digit);
        } else if (next.code < 0x80) {
            result += static_cast<char>(next.code);
        }
    }
    return result;
}

std::size_t spaced_groups(const TokenizedSentence& line, std::size_t at) {
    const std::string_view text = line.text;
    const std::vector<Token>& tokens = line.tokens;
    const auto digits = [&](std::size_t i) {
        const std::string_view token = tokens[i].source.of(text);
        const bool plain =
            std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
        return tokens[i].kind == Token::Kind::number && plain ? token.size() : 0;
    };
    if (digits(at) == 0 || digits(at) > 3) return at;
    std::size_t last = at;
    bool hard = true;
    while (last + 2 < tokens.size() && tokens[last + 1].kind == Token::Kind::space &&
           digits(last + 2) == 3) {
        const std::string_view space = tokens[last + 1].source.of(text);
        const bool soft = space == " ";
        if (!soft && utf8::length(space) != 1) break;
        hard = hard && !soft;
        last += 2;
    }
    const Span whole{.begin = tokens[at].source.begin, .end = tokens[last].source.end};
    const auto given = std::upper_bound(
        line.overrides.begin(), line.overrides.end(), whole.begin,
        [](std::uint32_t byte, const Override& one) { return byte < one.source.end; });
    if (given != line.overrides.end() && given->source.begin < whole.end) return at;
    const bool ends = tokens[last].source.of(text).ends_with("00");
    return hard || last >= at + 4 || ends ? last : at;
}

WrittenNumber read_number(std::string_view ascii, const NumberFormat& number_format) {
    WrittenNumber figure;
    std::string text = without(ascii, 'g');
    figure.grouped = text.size() != ascii.size();
    std::replace(text.begin(), text.end(), 'd', 'D');
    const auto split_at = [&](std::size_t mark) {
        figure.fraction = text.substr(mark + 1);
        std::string whole = without(without(text.substr(0, mark), ','), '.');
        figure.grouped = figure.grouped || whole.size() != mark;
        set_whole(figure, std::move(whole));
    };
    if (const std::size_t sign = text.find('D'); sign != std::string::npos) {
        split_at(sign);
        figure.fraction = without(without(figure.fraction, ','), '.');
        return figure;
    }
    const bool comma = text.find(',') != std::string::npos;
    const bool stop = text.find('.') != std::string::npos;
    if (comma && stop) {
        split_at(text.find_last_of(",."));
        return figure;
    }
    if (!comma && !stop) {
        set_whole(figure, text);
        return figure;
    }
    const std::vector<std::string> parts = split(text, comma ? ',' : '.');
    const bool usual = comma ? !number_format.comma_is_decimal : number_format.stop_parts_thousands;
    figure.ambiguous = are_groups(parts) && parts.size() == 2 && parts.front() != "0";
    const bool groups = are_groups(parts) && parts.front() != "0" && (parts.size() > 2 || usual);
    if (groups) {
        figure.grouped = true;
        set_whole(figure, without(without(text, ','), '.'));
    } else if (parts.size() == 2) {
        split_at(parts.front().size());
    } else {
        figure.dotted = parts;
        set_whole(figure, parts.front());
    }
    return figure;
}

}  // namespace rawi::wording
