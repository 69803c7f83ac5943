#pragma once

#include <cstdint>
#include <vector>

#include "wording/voice_file.h"

namespace rawi::wording {

/// What is said for addresses of the net (`--addresses`).
enum class Addresses : std::uint8_t { domain, full, skip };

/// What is said of case endings (`--endings`): all, those that are sure, or none.
enum class Endings : std::uint8_t { full, confident, pausal };

/// What an editor may choose in the wording.
struct WordingOptions {
    Addresses addresses = Addresses::domain;
    Endings endings = Endings::confident;
    std::vector<Choice> house{};  ///< over those of voice.toml
    bool reasons = false;         ///< whether words tell why (Word::why)
};

}  // namespace rawi::wording
