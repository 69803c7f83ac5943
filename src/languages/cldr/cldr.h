#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "base/result.h"
#include "wording/language.h"
#include "wording/options.h"

namespace rawi::languages::cldr {

/// Loads any language from ICU's data and from the tables in `folder`, if there are any.
Result<std::unique_ptr<wording::Language>> load_cldr(const std::filesystem::path& folder,
                                                     std::string_view tag,
                                                     const wording::WordingOptions& style);

}  // namespace rawi::languages::cldr
