#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rawi {
inline namespace model {

/// Positions in sound are whole frames everywhere; milliseconds appear only in output formats.
using Frames = std::int64_t;

/// Samples in native byte order, for pipes and files that stay on this machine.
inline std::string_view bytes_of(std::span<const std::int16_t> samples) {
    return {reinterpret_cast<const char*>(samples.data()), samples.size_bytes()};
}

/// Mono sound as 16-bit linear PCM.
struct Clip {
    int rate = 0;  ///< frames per second
    std::vector<std::int16_t> samples;

    Frames frames() const { return static_cast<Frames>(samples.size()); }
};

}  // namespace model
}  // namespace rawi
