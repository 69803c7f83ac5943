#pragma once

#include <string_view>
#include <vector>

#include "model/script.h"
#include "wording/language.h"
#include "wording/say_as.h"

namespace rawi::wording::semiotic {

/// As Language::say_as, for what a language has no rule of its own for: a date in the locale's
/// format (CLDR), digits and characters one by one.
std::vector<Word> say_as(const Language& language, std::string_view text, SayAs what,
                         std::string_view format);

}  // namespace rawi::wording::semiotic
