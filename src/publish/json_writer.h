#pragma once

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file.h"
#include "base/result.h"

namespace rawi::publish {

/// Writes one JSON value to a file piece by piece, with a buffer of fixed size. After an error
/// nothing more is written, and status() and finish() return the error.
class JsonWriter {
  public:
    /// Whether the members of an object or array are on separate lines or on one.
    enum class Layout : std::uint8_t { lines, line };

    /// `depth`: the nesting depth of the value if another one includes it with value_from().
    static Result<JsonWriter> create(const std::filesystem::path& path, std::size_t depth = 0);

    void begin_object(Layout layout = Layout::lines) { begin('{', layout); }
    void end_object() { end('}'); }
    void begin_array(Layout layout = Layout::lines) { begin('[', layout); }
    void end_array() { end(']'); }
    /// The name of the next member of the object; its value must follow.
    void key(std::string_view name);

    /// Ill-formed UTF-8 is replaced by U+FFFD.
    void value(std::string_view text);
    /// The shortest digits that read back as the same number, with a point or an exponent; null if
    /// it is not finite.
    void value(double number);
    template <std::integral Integer>
    requires(!std::same_as<Integer, bool>) void value(Integer number) {
        integer(static_cast<std::int64_t>(number));
    }
    template <class Value>
    void member(std::string_view name, const Value& content) {
        key(name);
        value(content);
    }
    /// Copies a complete value that another JsonWriter wrote to the file `path`.
    void value_from(const std::filesystem::path& path);

    /// The first error so far, such as a full disk.
    const Result<>& status() const { return status_; }
    /// Writes the rest of the buffer and closes the file.
    Result<> finish();

  private:
    struct Level {
        Layout layout = Layout::lines;
        bool empty = true;
    };

    JsonWriter(OutputFile file, std::size_t depth) : file_(std::move(file)), depth_(depth) {}
    void begin(char bracket, Layout layout);
    void end(char bracket);
    void integer(std::int64_t number);
    void quote(std::string_view text);
    /// Writes the separator before a value or a key.
    void separate();
    void break_line();
    void write(std::string_view text);
    void flush();

    OutputFile file_;
    std::size_t depth_ = 0;
    std::string buffer_;
    std::vector<Level> levels_;
    bool after_key_ = false;
    Result<> status_;
};

}  // namespace rawi::publish
