#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rawi::speech {

/// A voice that the engine's data holds.
struct InstalledVoice {
    std::string tag;   ///< BCP 47, in small letters: "en-us"
    std::string name;  ///< the engine's: "English (America)"
};

/// Asks the engine, in a process of its own, whether it has a voice of that name. Errors (kind
/// engine): no process can be started.
Result<bool> has_voice(const std::string& name);

/// The error (kind unsupported) for a voice that is not installed; it names the package that has
/// the voices.
tl::unexpected<Error> not_installed(std::string_view name);

/// Asks the engine, in a process of its own, which voices this machine has. Errors (kind engine):
/// the engine does not find its data.
Result<std::vector<InstalledVoice>> installed_voices();

}  // namespace rawi::speech
