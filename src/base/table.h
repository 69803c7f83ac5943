#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace rawi {

/// Lists the columns of a table, and fills a row from the cells of a line. A row is a struct with a
/// function that visits its columns, always in the same order:
///
///     struct Era {
///         std::string said;
///         Position position = Position::either;
///
///         void columns(Columns& column) {
///             column.key("written");
///             column.text("said", said);
///             column.choice("position", position);
///         }
///     };
///
/// A name is looked up once, in the header of the file; after that its cells are found by number.
class Columns {
  public:
    /// The key of the row. Two such columns make one key, joined by a space.
    void key(std::string_view name) { add_to_key(take(name)); }
    /// The same, and stores it in `value`.
    void key(std::string_view name, std::string& value);
    /// Text. An empty cell ("-") is an error.
    void text(std::string_view name, std::string& value);
    /// Text; an empty cell ("-") gives an empty value.
    void optional(std::string_view name, std::string& value);
    /// A whole number.
    void number(std::string_view name, std::uint64_t& value);
    /// One of a closed set: `names_of(Choice())` returns an array of the values' names, in the
    /// order of the enumerators, which count from 0. A cell may be empty if "-" is one of the
    /// names.
    template <class Choice>
    void choice(std::string_view name, Choice& value) {
        static_assert(std::is_enum_v<Choice>);
        constexpr auto names = names_of(Choice());
        value = static_cast<Choice>(one_of(names, name, take(name)));
    }
    /// The same, as part of the key.
    template <class Choice>
    void key_choice(std::string_view name, Choice& value) {
        choice(name, value);
        if (!listing_) add_to_key(cells_[cell_of_[next_ - 1]]);
    }

  private:
    friend class TableKeys;

    std::string_view take(std::string_view name);
    void add_to_key(std::string_view cell);
    std::size_t one_of(std::span<const std::string_view> names, std::string_view name,
                       std::string_view cell);
    void wrong(std::string message);

    bool listing_ = true;                  ///< only names are collected
    std::vector<std::string_view> names_;  ///< in the order of the row's function
    std::vector<std::size_t> cell_of_;     ///< for each name, the number of its cell in a line
    std::vector<std::string_view> cells_;  ///< of the line being read
    std::size_t next_ = 0;                 ///< column
    std::string key_, error_;
};

/// What all tables have, whatever their columns: keys, and the lines of these keys.
class TableKeys {
  public:
    bool has(std::string_view key) const { return index_.contains(key); }
    /// In the order of their lines. Keys are unique: a duplicate is an error when the table is
    /// read.
    const std::vector<std::string>& keys() const { return keys_; }
    const std::filesystem::path& file() const { return file_; }
    /// "numbers.tsv:12", for explaining what was said.
    std::string place_of(std::string_view key) const;
    /// Fails, with the file and the key, if the row of one of the keys that the program uses by
    /// name is missing.
    Result<> require(std::span<const std::string_view> keys) const;
    /// Also fails, with file:line, if the table has a row that the program never uses.
    Result<> require_exactly(std::span<const std::string_view> keys) const;
    /// An error (kind input) in the row with this key, which points at file:line.
    tl::unexpected<Error> error_at(std::string_view key, std::string message) const;

  protected:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// Reads the file and passes the cells of each row to `add`.
    Result<> read(const std::filesystem::path& file, Columns& columns,
                  const std::function<void(Columns&)>& add);
    std::size_t index_of(std::string_view key) const;
    std::string place_of_row(std::size_t row) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>()(text);
        }
    };
    Result<> without_header(const Columns& columns, std::uint32_t number) const;
    Result<> read_header(Columns& columns, std::string_view line, std::uint32_t number);
    Result<> read_row(Columns& columns, std::string_view line, std::uint32_t number,
                      const std::function<void(Columns&)>& add);
    tl::unexpected<Error> wrong(std::uint32_t line, std::string message) const;

    std::filesystem::path file_;
    std::vector<std::string> keys_;
    std::vector<std::uint32_t> lines_;  ///< of the keys, counted from 1
    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> index_;
};

/// What happens if the file of a table is missing: an error, or the table is empty.
enum class Missing : std::uint8_t { refused, empty };

/// A table of voices/<tag>/: one row per line, cells separated by tabs. A line that starts with `#`
/// is a comment, unless a tab follows (then it is a row about the sign #). One comment above the
/// first row names the columns: `# columns: written | said`. "-" is an empty cell; as a key, it is
/// the sign itself.
template <class Row>
class Table : public TableKeys {
  public:
    /// Errors (kind input) point at file:line: columns other than those of Row, a line with too few
    /// or too many cells, a cell that is empty or has a value that is not allowed, a duplicate
    /// key, text that is not UTF-8. Errors of the file itself: kind io.
    static Result<Table> load(const std::filesystem::path& file,
                              Missing missing = Missing::refused) {
        Table table;
        std::error_code ignored;
        if (missing == Missing::empty && !std::filesystem::exists(file, ignored)) return table;
        Columns columns;
        Row().columns(columns);
        RAWI_CHECK_OK(table.read(
            file, columns, [&](Columns& cells) { table.rows_.emplace_back().columns(cells); }));
        return table;
    }

    /// The row with this key, or null.
    const Row* find(std::string_view key) const {
        const std::size_t row = index_of(key);
        return row == none ? nullptr : &rows_[row];
    }
    /// The row with this key, or a default-constructed row.
    const Row& at(std::string_view key) const {
        static const Row empty;
        const Row* const row = find(key);
        return row == nullptr ? empty : *row;
    }
    /// In the order of the lines, as keys() are.
    const std::vector<Row>& rows() const { return rows_; }
    using TableKeys::place_of;
    std::string place_of(const Row& row) const {
        return place_of_row(static_cast<std::size_t>(&row - rows_.data()));
    }
    const std::string& key_of(const Row& row) const {
        return keys()[static_cast<std::size_t>(&row - rows_.data())];
    }

  private:
    std::vector<Row> rows_;
};

/// The index of a name in a list of names that is known at compile time. A name that is not in the
/// list does not compile.
template <const auto& names>
struct FixedKey {
    std::size_t number = 0;

    // NOLINTNEXTLINE(google-explicit-constructor, hicpp-explicit-conversions): written as the name
    consteval FixedKey(const char* name) {
        while (names[number] != std::string_view(name))
            ++number;
    }
};

/// Loads the tables of a folder one by one, and keeps the first error.
class TableLoader {
  public:
    explicit TableLoader(const std::filesystem::path& folder) : folder_(folder) {}

    template <class Kind>
    void operator()(const char* name, Kind& table) {
        if (!done_) return;
        auto read = Kind::load(folder_ / name);
        if (read) {
            table = *std::move(read);
        } else {
            done_ = tl::unexpected<Error>(std::move(read).error());
        }
    }
    const Result<>& done() const { return done_; }

  private:
    const std::filesystem::path& folder_;
    Result<> done_;
};

/// A row of a list: only a key.
struct Listed {
    static void columns(Columns& column) { column.key("written"); }
};

/// A row that gives the words for something written.
struct Said {
    std::string said;

    void columns(Columns& column) {
        column.key("written");
        column.text("said", said);
    }
};

/// A row of words.tsv.
struct KeyedWord {
    std::string said;

    void columns(Columns& column) {
        column.key("key");
        column.text("said", said);
    }
};

using WordList = Table<Listed>;
using SaidTable = Table<Said>;

/// words.tsv: words that the program uses by name; exactly one row for each of `names`.
template <const auto& names>
class FixedWords {
  public:
    using Key = FixedKey<names>;

    /// Errors: those of a table; a key that is missing or never used.
    static Result<FixedWords> load(const std::filesystem::path& file) {
        RAWI_TRY(const auto table, Table<KeyedWord>::load(file));
        RAWI_CHECK_OK(table.require_exactly(names));
        FixedWords words;
        for (std::size_t i = 0; i < names.size(); ++i)
            words.words_[i] = table.at(names[i]).said;
        return words;
    }

    std::string_view operator[](Key key) const { return words_[key.number]; }

  private:
    std::array<std::string, names.size()> words_;
};

}  // namespace rawi
