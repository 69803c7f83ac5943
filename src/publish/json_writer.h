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

/// Writes one JSON value to a file while it is made; holds no more of it than a buffer. Errors are
/// kept: after one nothing more is written, and status() and finish() return it.
class JsonWriter {
  public:
    /// How the members of an object or array are laid out: each on a line of its own, or all on
    /// one.
    enum class Layout : std::uint8_t { lines, line };

    /// `depth`: how deep the value will lie in the one that takes it in with value_from().
    static Result<JsonWriter> create(const std::filesystem::path& path, std::size_t depth = 0);

    void begin_object(Layout layout = Layout::lines) { begin('{', layout); }
    void end_object() { end('}'); }
    void begin_array(Layout layout = Layout::lines) { begin('[', layout); }
    void end_array() { end(']'); }
    /// The name of the object's next member; its value comes next.
    void key(std::string_view name);

    /// Ill-formed UTF-8 becomes U+FFFD.
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
    /// A complete value that another JsonWriter wrote to the file `path`, as it stands there.
    void value_from(const std::filesystem::path& path);

    /// The first error so far, a full disk say.
    const Result<>& status() const { return status_; }
    /// Writes what is still in the buffer, and closes the file.
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
    /// What stands between a value, or a key, and what comes before it.
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
