#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rawi {

/// Writes everything, or says false.
bool write_all(int descriptor, std::string_view bytes);

/// Waits for a whole frame and returns its payload; nothing at the end of input, or when what came
/// is no frame.
std::optional<std::string> read_frame(int descriptor);

/// Takes a whole frame's payload off the front of `received`, once there is one.
std::optional<std::string> take_frame(std::string& received);

}  // namespace rawi
