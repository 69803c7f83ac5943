#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/table.h"
#include "wording/voice_file.h"

namespace rawi::wording {

/// A row of style.tsv.
struct StyleRow {
    std::string setting, value, said;

    void columns(Columns& column) {
        column.key("setting", setting);
        column.key("value", value);
        column.optional("said", said);
    }
};

/// A setting that the code of a language uses, and the values that it knows; none: any value,
/// since only its words count.
struct Setting {
    std::string_view name;
    std::span<const std::string_view> values{};
};

/// The house style: one value for each key of voices/<tag>/style.tsv. The default is the first
/// value of a key in the table.
class HouseStyle {
  public:
    /// Applies the choices in order; later ones override earlier ones. An unknown key or value is
    /// an error (kind input, or usage if it is not from a file) that lists the known ones.
    static Result<HouseStyle> load(const std::filesystem::path& table,
                                   const std::vector<Choice>& choices);

    /// Errors (kind input) point at the table, if it lacks a setting that the code needs, or at its
    /// row, if the setting or the value in it is never used.
    Result<> check(std::span<const Setting> settings) const;

    /// The value of a key.
    std::string_view value(std::string_view key) const;
    bool is(std::string_view key, std::string_view chosen) const { return value(key) == chosen; }
    /// The words for the value of a key; may be empty.
    std::string_view words(std::string_view key) const;

  private:
    Table<StyleRow> table_;
    std::vector<std::pair<std::string, std::string>> chosen_;  ///< key, value
};

/// Parses the "key=value" that was given to `option`. Errors: kind usage.
Result<Choice> read_choice(std::string_view text, std::string_view option);

}  // namespace rawi::wording
