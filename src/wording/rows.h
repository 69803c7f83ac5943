#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <tuple>

#include "base/result.h"
#include "base/table.h"

/// Rows that tables of several languages have, and how the tables of a language are loaded.
namespace rawi::wording {

/// The name of a column, for a template that differs in it.
struct ColumnName {
    std::array<char, 16> text{};

    // NOLINTNEXTLINE(google-explicit-constructor, hicpp-explicit-conversions): written as the name
    consteval ColumnName(const char* name) {
        for (std::size_t i = 0; name[i] != '\0'; ++i)
            text[i] = name[i];
    }
    constexpr operator std::string_view() const { return text.data(); }  // NOLINT: it is one
};

/// A row of what something written is, out of the closed set in `name`'s column.
template <class Choice, ColumnName name>
struct Chosen {
    Choice choice{};

    void columns(Columns& column) {
        column.key("written");
        column.choice(name, choice);
    }
};

/// The same, with what is said for it.
template <class Choice, ColumnName name>
struct ChosenSaid {
    std::string said;
    Choice choice{};

    void columns(Columns& column) {
        column.key("written");
        column.text("said", said);
        column.choice(name, choice);
    }
};

/// The same, with a number: that of a month.
template <class Choice, ColumnName name>
struct Numbered {
    std::uint64_t number = 0;
    Choice choice{};
    std::string said;

    void columns(Columns& column) {
        column.key("written");
        column.number("number", number);
        column.choice(name, choice);
        column.text("said", said);
    }
};

/// A row of what is said, which may be nothing.
struct OptionalSaid {
    std::string said;

    void columns(Columns& column) {
        column.key("written");
        column.optional("said", said);
    }
};

/// A table that is a member of `Tables`, and its file.
template <class Tables, class Kind>
struct TableMember {
    const char* file;
    Kind Tables::*table;
};
template <class Tables, class Kind>
TableMember(const char*, Kind Tables::*) -> TableMember<Tables, Kind>;

/// Loads each of `members` from its file in `folder`, and has the tables check and index
/// themselves. The first error ends it: the file, or the line of it, that is wrong (kind input), or
/// a table that cannot be read (kind io).
template <class Tables, class... Kinds>
Result<Tables> load_tables(const std::filesystem::path& folder,
                           const std::tuple<TableMember<Tables, Kinds>...>& members) {
    Tables tables;
    TableLoader load(folder);
    std::apply([&](const auto&... one) { (load(one.file, tables.*one.table), ...); }, members);
    RAWI_CHECK_OK(load.done());
    RAWI_CHECK_OK(tables.check());
    tables.index();
    return tables;
}

}  // namespace rawi::wording
