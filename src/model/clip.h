#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rawi {

/// Positions in sound are whole frames, from the file's first to a subtitle's last: milliseconds
/// appear only in what a writer prints.
using Frames = std::int64_t;

/// Samples as this machine holds them, for pipes and files that stay on it.
inline std::string_view bytes_of(std::span<const std::int16_t> samples) {
    return {reinterpret_cast<const char*>(samples.data()), samples.size_bytes()};
}

/// Mono sound, 16 bit linear PCM as the engine made it.
struct Clip {
    int rate = 0;  ///< frames a second
    std::vector<std::int16_t> samples;

    Frames frames() const { return static_cast<Frames>(samples.size()); }
};

}  // namespace rawi
