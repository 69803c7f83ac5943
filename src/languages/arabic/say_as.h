#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "languages/arabic/tables.h"
#include "model/script.h"
#include "wording/say_as.h"

namespace rawi::languages::arabic {

/// The words for a text of the class that markup specifies, separated by spaces, and the class.
/// Empty if Arabic has no rule of its own. For an ordinal, the format may be "feminine", "genitive"
/// or "accusative".
std::pair<std::string, SemioticClass> words_as(const Tables& tables, std::string_view text,
                                               wording::SayAs what, std::string_view format);

}  // namespace rawi::languages::arabic
