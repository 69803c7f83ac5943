#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/timeline.h"

namespace rawi {

/// A section as sound.
struct Chapter {
    std::uint32_t section = 0;
    std::string title;
    std::string file;  ///< of its sound, relative to the output folder
    Timeline timeline;
};

/// An utterance that is missing from the sound, and why (only with --keep-going).
struct Gap {
    std::uint32_t utterance = 0;
    std::string reason;
};

}  // namespace rawi
