#pragma once

#include <optional>
#include <string_view>

#include "wording/number_format.h"
#include "wording/say_as.h"
#include "wording/semiotic/values.h"

namespace rawi::wording::semiotic {

/// The value of a text that markup specifies as a class; digits of any script count. `format` names
/// the parts of a date ("dmy"); other classes ignore it. A currency or unit is as it is written.
/// Nothing if the text cannot be of that class, or if its value depends on the language ("6 p.m.").
/// `number_format` is that of the language.
std::optional<Value> value_of(std::string_view text, SayAs what, std::string_view format,
                              const NumberFormat& number_format = {});

/// Whether a text can be said as a class. If it can but has no value, the language reads it as
/// usual.
bool is_sayable(std::string_view text, SayAs what, std::string_view format);

}  // namespace rawi::wording::semiotic
