#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rawi::speech {

/// Writes everything, or says false.
bool write_all(int descriptor, std::string_view bytes);

/// Waits for a whole frame and returns its payload; nothing at the end of input, or when what came
/// is no frame.
std::optional<std::string> read_frame(int descriptor);

/// The payload of the frame at the front of `received`, once all of it is there.
std::optional<std::string_view> frame_in(std::string& received);
/// Takes that frame off.
void drop_frame(std::string& received);

}  // namespace rawi::speech
