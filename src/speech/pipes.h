#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rawi::speech {

/// Writes everything; returns false on failure.
bool write_all(int descriptor, std::string_view bytes);

/// Reads until the end of input or an error.
std::string read_all(int descriptor);

/// Waits for a complete frame and returns its payload; nothing at the end of input, or if the bytes
/// are not a frame.
std::optional<std::string> read_frame(int descriptor);

/// The payload of the frame at the front of `received`; nothing until it is complete.
std::optional<std::string_view> frame_in(std::string& received);
/// Removes that frame.
void drop_frame(std::string& received);

}  // namespace rawi::speech
