#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rawi::wording::lexicon {

/// The sounds that a language's voice can be told (voices/<tag>/phonemes.tsv).
class Phonemes {
  public:
    /// Errors (kind input) point at the table's line. Without a table there is nothing that the
    /// voice can be told.
    static Result<Phonemes> load(const std::filesystem::path& folder, std::string_view tag);

    /// IPA as it is used: without ties and syllable dots; words apart by single spaces.
    static std::string tidy(std::string_view ipa);
    /// An error of kind input, for a sound that the voice does not have or a text without any.
    Result<> check(std::string_view ipa, std::string where) const;

  private:
    std::string tag_;
    std::vector<std::string> symbols_;  ///< the longest first
};

}  // namespace rawi::wording::lexicon
