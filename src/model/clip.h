#pragma once

#include <cstdint>
#include <vector>

namespace rawi {

/// Positions in sound are whole frames, from the file's first to a subtitle's last: milliseconds
/// appear only in what a writer prints.
using Frames = std::int64_t;

/// Mono sound, 16 bit linear PCM as the engine made it.
struct Clip {
    int rate = 0;  ///< frames a second
    std::vector<std::int16_t> samples;

    Frames frames() const { return static_cast<Frames>(samples.size()); }
};

}  // namespace rawi
