// Writes JSON as a stream. Numbers and escapes do not depend on the locale.
#include "publish/json_writer.h"

#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "base/utf8.h"

namespace rawi::publish {

namespace {

constexpr std::size_t buffer_size = 1U << 16U;

/// The escape of a code point in a string; empty: it is written as it is.
std::string escape(char32_t code) {
    switch (code) {
        case '"':
            return "\\\"";
        case '\\':
            return "\\\\";
        case '\b':
            return "\\b";
        case '\f':
            return "\\f";
        case '\n':
            return "\\n";
        case '\r':
            return "\\r";
        case '\t':
            return "\\t";
        default:
            return code < 0x20 ? fmt::format("\\u{:04x}", static_cast<unsigned>(code)) : "";
    }
}

}  // namespace

Result<JsonWriter> JsonWriter::create(const std::filesystem::path& path, std::size_t depth) {
    RAWI_TRY(OutputFile file, OutputFile::create(path));
    return JsonWriter(std::move(file), depth);
}

void JsonWriter::begin(char bracket, Layout layout) {
    separate();
    write({&bracket, 1});
    levels_.push_back({.layout = layout, .empty = true});
}

void JsonWriter::end(char bracket) {
    const Level closed = levels_.back();
    levels_.pop_back();
    if (closed.layout == Layout::lines && !closed.empty) break_line();
    write({&bracket, 1});
    if (levels_.empty()) write("\n");
}

void JsonWriter::key(std::string_view name) {
    separate();
    quote(name);
    write(levels_.back().layout == Layout::lines ? ": " : ":");
    after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
    separate();
    quote(text);
}

void JsonWriter::value(double number) {
    separate();
    if (!std::isfinite(number)) return write("null");
    std::string text = fmt::format("{}", number);
    if (text.find_first_of(".e") == std::string::npos) text += ".0";
    write(text);
}

void JsonWriter::integer(std::int64_t number) {
    separate();
    write(fmt::format("{}", number));
}

void JsonWriter::value_from(const std::filesystem::path& path) {
    separate();
    if (!status_) return;
    bool line_end = false;  // the final line end of the file is not copied
    const Result<> copied = read_pieces(path, [&](std::string_view piece) -> Result<> {
        if (line_end) write("\n");
        line_end = piece.ends_with('\n');
        write(piece.substr(0, piece.size() - (line_end ? 1 : 0)));
        return status_;
    });
    if (status_) status_ = copied;
}

Result<> JsonWriter::finish() {
    flush();
    if (status_) status_ = file_.close();
    return status_;
}

void JsonWriter::quote(std::string_view text) {
    write("\"");
    std::size_t copied = 0;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        std::string instead = escape(next.code);
        if (!next.valid) utf8::append(instead, utf8::replacement);
        if (!instead.empty()) {
            write(text.substr(copied, at - copied));
            write(instead);
            copied = at + next.size;
        }
        at += next.size;
    }
    write(text.substr(copied));
    write("\"");
}

void JsonWriter::separate() {
    if (std::exchange(after_key_, false) || levels_.empty()) return;
    if (!std::exchange(levels_.back().empty, false)) write(",");
    if (levels_.back().layout == Layout::lines) break_line();
}

void JsonWriter::break_line() {
    write("\n");
    write(std::string(depth_ + levels_.size(), ' '));
}

void JsonWriter::write(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= buffer_size) flush();
}

void JsonWriter::flush() {
    if (status_) status_ = file_.write(buffer_);
    buffer_.clear();
}

}  // namespace rawi::publish
