#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/table.h"
#include "wording/voice_file.h"

namespace rawi::wording {

/// How a house wants things said: one value for each key of voices/<tag>/style.tsv. The first value
/// of a key in the table counts where none is chosen.
class HouseStyle {
  public:
    /// Takes the choices in their order, later ones over earlier ones. Errors (kind input, or usage
    /// for one without a file) for a key or value that the table does not have name those that it
    /// has.
    static Result<HouseStyle> load(const std::filesystem::path& table,
                                   const std::vector<Choice>& choices);

    /// The value chosen for a key.
    std::string_view value(std::string_view key) const;
    bool is(std::string_view key, std::string_view chosen) const { return value(key) == chosen; }
    /// The words that the value stands for; empty: none.
    std::string_view words(std::string_view key) const;

  private:
    Table table_;
    std::vector<std::pair<std::string, std::string>> chosen_;  ///< key, value
};

/// Reads "key=value" as it was given to `option`. Errors: kind usage.
Result<Choice> read_choice(std::string_view text, std::string_view option);

}  // namespace rawi::wording
