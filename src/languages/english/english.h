#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "base/result.h"
#include "wording/language.h"
#include "wording/options.h"

namespace rawi::languages::english {

/// Loads English from the tables in `folder`.
Result<std::unique_ptr<wording::Language>> load_english(const std::filesystem::path& folder,
                                                        std::string_view tag,
                                                        const wording::WordingOptions& style);

}  // namespace rawi::languages::english
