#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wording/semiotic/digits.h"
#include "wording/semiotic/piece_sequence.h"
#include "wording/semiotic/values.h"
#include "wording/written_number.h"

namespace rawi::wording::semiotic {

/// How the readers of a language write telephone numbers.
struct TelephoneRules {
    bool letters = false;  ///< capitals after a dash may represent digits: "1-800-FLOWERS"
    bool dots = false;     ///< full stops may separate groups: "212.555.1234"
    bool loose = false;    ///< any spaces, dashes and brackets separate groups; else one of them
    bool north_american = false;  ///< an area code and seven digits are a number by themselves
    std::size_t most_groups = 16;
    /// A number is one by itself if its first group starts with the trunk prefix 0 and is at least
    /// this long, and there are so many groups.
    std::size_t least_trunk = 2, least_trunk_groups = 1;
    /// Or if its first group is in brackets and there are so many digits (0: never).
    std::size_t least_with_area = 0;
};

/// What may be a telephone number.
struct TelephoneForm {
    std::size_t end = 0;  ///< the piece after it
    Telephone value;
    bool complete = false;  ///< it has as many digits as one may have (ITU-T E.164, and at least 7)
    bool evident = false;   ///< its form alone shows that it is one
};

/// A group of digits and its context.
struct WrittenGroup {
    TelephoneGroup group;
    std::size_t end = 0;  ///< the piece after it
    char before = 0;      ///< what separates it from the group before it: '-', '.', ' '
    bool bracketed = false;
};

/// The telephone number that `groups` are, or the North American number that they start with;
/// nothing if there are no groups.
std::optional<TelephoneForm> telephone_of(const std::vector<WrittenGroup>& groups,
                                          bool international, const TelephoneRules& rules);

/// Whether a word has only capitals, which may represent the keys of a telephone.
bool is_on_keys(std::string_view word);

/// Adds the groups of the number at piece `i`: several for "212.555.1234".
void add_groups(std::string_view digits, WrittenGroup group, std::vector<WrittenGroup>& groups);

/// Collects the groups of digits of a telephone number from a piece on.
template <class Sentence>
class TelephoneScanner {
  public:
    TelephoneScanner(const Sentence& sentence, const TelephoneRules& rules)
        : s_(sentence), rules_(rules) {}

    std::vector<WrittenGroup> groups_from(std::size_t at) {
        std::size_t i = at;
        WrittenGroup next;
        while (groups_.size() < rules_.most_groups) {
            next.bracketed = s_.is_sign(i, '(') && is_group(i + 1) && s_.is_sign(i + 2, ')');
            const std::size_t group = next.bracketed ? i + 1 : i;
            const bool letters = rules_.letters && next.before == '-' && !groups_.empty() &&
                                 s_.is(group, PieceKind::word) && is_on_keys(s_.at(group).text);
            if (!letters && !is_group(group)) break;
            next.end = next.bracketed && !rules_.loose ? group + 2 : group + 1;
            if (letters) {
                next.group = {.text = std::string(s_.at(group).text), .letters = true};
                groups_.push_back(next);
            } else {
                next.group.letters = false;
                add_groups(rules_.dots ? s_.at(group).text : s_.number(group).digits, next,
                           groups_);
            }
            i = next.end;
            if (!(rules_.loose ? pass_any(i) : pass_one(i, next))) break;
        }
        return std::move(groups_);
    }

  private:
    /// Whether piece `i` is digits alone: no amount, and no number with a clitic attached, unless
    /// that is the first group.
    bool is_group(std::size_t i) const {
        if (!s_.is(i, PieceKind::number)) return false;
        if (rules_.dots) return s_.at(i).text.find(',') == std::string_view::npos;
        const WrittenNumber& number = s_.number(i);
        return number.fraction.empty() && number.dotted.empty() &&
               (groups_.empty() || starts_with_digit(s_.written(i, i + 1)));
    }
    /// Moves over what separates groups; false if the number ends there.
    bool pass_any(std::size_t& i) const {
        while (i < s_.size() && (s_.is(i, PieceKind::space) || s_.is_dash(i) ||
                                 s_.is_sign(i, '(') || s_.is_sign(i, ')')))
            ++i;
        return i < s_.size();
    }
    bool pass_one(std::size_t& i, WrittenGroup& next) const {
        const bool dash = s_.is_dash(i) && s_.is_tight(i) && s_.is_tight(i + 1);
        const bool space = s_.at(i).text == " ";
        const bool bracket = s_.is_sign(i, '(') || (next.bracketed && is_group(i));
        next.before = dash ? '-' : ' ';
        if (dash || space) ++i;
        return dash || space || bracket;
    }

    const Sentence& s_;
    const TelephoneRules& rules_;
    std::vector<WrittenGroup> groups_;
};

/// What may be a telephone number from piece `at` on: groups of digits, with a plus before them if
/// it is international.
template <class Sentence>
std::optional<TelephoneForm> telephone_at(const Sentence& s, std::size_t at,
                                          const TelephoneRules& rules) {
    const bool plus = s.is_sign(at, '+');
    return telephone_of(TelephoneScanner<Sentence>(s, rules).groups_from(plus ? at + 1 : at), plus,
                        rules);
}

}  // namespace rawi::wording::semiotic
