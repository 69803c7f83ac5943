// Roman numerals.
#include "wording/semiotic/roman.h"

namespace rawi::wording::semiotic {

namespace {

/// Takes the letters of one decimal digit off the front of `rest`: 4 and 9 by subtraction, else a
/// five and up to three ones.
int take_digit(std::string_view& rest, char one, char five, char ten) {
    const auto take = [&](char letter) {
        const bool has = rest.starts_with(letter);
        if (has) rest.remove_prefix(1);
        return has;
    };
    if (rest.size() > 1 && rest.front() == one && (rest[1] == ten || rest[1] == five)) {
        constexpr int four = 4, nine = 9;
        const int value = rest[1] == ten ? nine : four;
        rest.remove_prefix(2);
        return value;
    }
    constexpr int most = 3, half = 5;
    int value = take(five) ? half : 0;
    for (int i = 0; i < most && take(one); ++i)
        ++value;
    return value;
}

}  // namespace

int roman_value(std::string_view letters) {
    constexpr int thousand = 1000, hundred = 100, ten = 10, most_thousands = 3;
    int value = 0;
    for (int i = 0; i < most_thousands && letters.starts_with('M'); ++i) {
        letters.remove_prefix(1);
        value += thousand;
    }
    value += hundred * take_digit(letters, 'C', 'D', 'M');
    value += ten * take_digit(letters, 'X', 'L', 'C');
    value += take_digit(letters, 'I', 'V', 'X');
    return letters.empty() ? value : 0;
}

}  // namespace rawi::wording::semiotic
