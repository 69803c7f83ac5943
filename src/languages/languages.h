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
#include "wording/voice_file.h"

namespace rawi::languages {

/// Loads the language with a tag: Arabic, English, or any other with ICU's data. Errors (kind
/// input) give the line of a table.
Result<std::unique_ptr<wording::Language>> load_language(const std::filesystem::path& folder,
                                                         std::string_view tag,
                                                         const wording::WordingOptions& style = {});

/// The same for the tag of a voice file that has been read.
Result<std::unique_ptr<wording::Language>> load_language(const std::filesystem::path& folder,
                                                         const wording::VoiceFile& voice,
                                                         const wording::WordingOptions& style);

/// The languages of a run by their tags, each loaded once.
class Languages : public wording::LanguageLookup {
  public:
    Languages(std::filesystem::path folder, wording::WordingOptions style)
        : folder_(std::move(folder)), style_(std::move(style)) {}

    /// Like load_language, unless the language is already loaded.
    Result<const wording::Language*> load(std::string_view tag);
    /// The same for the tag of a voice file that has been read.
    Result<const wording::Language*> load(const wording::VoiceFile& voice);
    /// The same for passages in another language than their article's, to which choices of the
    /// house style that the language does not have do not apply.
    Result<const wording::Language*> load_for_passages(const wording::VoiceFile& voice);
    /// A loaded language, or null.
    const wording::Language* find(std::string_view tag) const override;

  private:
    std::filesystem::path folder_;
    wording::WordingOptions style_;
    std::vector<std::pair<std::string, std::unique_ptr<wording::Language>>> loaded_;
};

}  // namespace rawi::languages
