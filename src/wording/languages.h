#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "wording/house_style.h"
#include "wording/language.h"

namespace rawi {

/// Arabic, from the tables in `folder`.
Result<std::unique_ptr<Language>> arabic_language(const std::filesystem::path& folder,
                                                  std::string_view tag, const Style& style,
                                                  const HouseStyle& house);

/// English, from the tables in `folder`.
Result<std::unique_ptr<Language>> english_language(const std::filesystem::path& folder,
                                                   std::string_view tag, const Style& style);

/// Any language by ICU's rules, with what tables `folder` has.
Result<std::unique_ptr<Language>> by_rules(const std::filesystem::path& folder,
                                           std::string_view tag);

}  // namespace rawi
