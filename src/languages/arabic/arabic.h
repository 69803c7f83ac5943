#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "base/result.h"
#include "wording/house_style.h"
#include "wording/language.h"
#include "wording/options.h"

namespace rawi::languages::arabic {

/// Loads Arabic from the tables in `folder`.
Result<std::unique_ptr<wording::Language>> load_arabic(const std::filesystem::path& folder,
                                                       std::string_view tag,
                                                       const wording::WordingOptions& style,
                                                       const wording::HouseStyle& house);

}  // namespace rawi::languages::arabic
