#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "wording/language.h"
#include "wording/options.h"

namespace rawi::languages {

/// The language for a tag: Arabic, English, or any other by ICU's rules. Errors (kind input) point
/// at the table's line.
Result<std::unique_ptr<wording::Language>> load_language(const std::filesystem::path& folder,
                                                         std::string_view tag,
                                                         const wording::WordingOptions& style = {});

/// Languages by their tags, each loaded once.
class Languages : public wording::LanguageLookup {
  public:
    Languages(std::filesystem::path folder, wording::WordingOptions style)
        : folder_(std::move(folder)), style_(std::move(style)) {}

    /// As load_language.
    Result<const wording::Language*> load(std::string_view tag);
    /// One that was loaded, or nothing.
    const wording::Language* find(std::string_view tag) const override;

  private:
    std::filesystem::path folder_;
    wording::WordingOptions style_;
    std::vector<std::pair<std::string, std::unique_ptr<wording::Language>>> loaded_;
};

}  // namespace rawi::languages
