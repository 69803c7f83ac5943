#pragma once

#include <cstdint>
#include <vector>

#include "wording/voice_file.h"

namespace rawi::wording {

/// How web addresses are said (`--addresses`).
enum class Addresses : std::uint8_t { domain, full, skip };

/// Which case endings are pronounced (`--endings`): all, those that are certain, or none.
enum class Endings : std::uint8_t { full, confident, pausal };

/// Choices of an editor that affect how things are said.
struct WordingOptions {
    Addresses addresses = Addresses::domain;
    Endings endings = Endings::confident;
    std::vector<Choice> house{};  ///< house style; overrides voice.toml
    bool reasons = false;         ///< whether to set Word::why
};

}  // namespace rawi::wording
