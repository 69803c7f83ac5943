#pragma once

#include <cstdint>
#include <string>

#include "model/clip.h"

namespace rawi {
inline namespace model {

/// A section as sound.
struct Chapter {
    std::uint32_t section = 0;
    std::string title;
    std::string file;  ///< of its sound, relative to the output folder
    int rate = 0;      ///< frames a second
    Frames length = 0;
};

}  // namespace model
}  // namespace rawi
