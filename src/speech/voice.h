#pragma once

#include <string>

namespace rawi::speech {

/// How the engine speaks.
struct Voice {
    std::string name;            ///< "ar", "en-us"; for engines other than the first: "ENGINE:NAME"
    int words_per_minute = 175;  ///< 80-449
    int pitch = 50;              ///< 0-99

    friend bool operator==(const Voice&, const Voice&) = default;
};

}  // namespace rawi::speech
