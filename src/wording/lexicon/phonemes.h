#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rawi::wording::lexicon {

/// The phonemes that the voice of a language accepts (voices/<tag>/phonemes.tsv).
class Phonemes {
  public:
    /// Errors (kind input) give the line of the table. A language without the table accepts none.
    static Result<Phonemes> load(const std::filesystem::path& folder, std::string_view tag);

    /// Normalizes IPA: removes ties and syllable dots, separates words by single spaces.
    static std::string tidy(std::string_view ipa);
    /// An error (kind input) if `ipa` is empty or has a phoneme that the voice does not accept.
    Result<> check(std::string_view ipa, std::string where) const;
    /// The phonemes, longest first; empty if the voice takes none.
    const std::vector<std::string>& symbols() const { return symbols_; }

  private:
    std::string tag_;
    std::vector<std::string> symbols_;  ///< the longest first
};

}  // namespace rawi::wording::lexicon
