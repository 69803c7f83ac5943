#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "languages/arabic/tables.h"
#include "wording/say_as.h"

namespace rawi::languages::arabic {

/// What is said for a text that markup says the kind of, parted by spaces, and its class; empty
/// where Arabic has no way of its own. Of an ordinal, the format "feminine" is its gender.
std::pair<std::string, std::string_view> words_as(const Tables& tables, std::string_view text,
                                                  wording::SayAs what, std::string_view format);

}  // namespace rawi::languages::arabic
