// JSON Feed. Its strings are found by where the parser is when it reports them.
#include <cstddef>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/language_tag.h"
#include "base/utf8.h"
#include "reading/feed/entry.h"

namespace rawi::reading::feed {

namespace {

/// Reads bytes and counts them.
class Counting {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    Counting(const char* at, std::size_t* count) : at_(at), count_(count) {}
    reference operator*() const { return *at_; }
    Counting& operator++() {
        ++at_;
        ++*count_;
        return *this;
    }
    Counting operator++(int) {
        Counting before = *this;
        ++*this;
        return before;
    }
    friend bool operator!=(const Counting& a, const Counting& b) { return a.at_ != b.at_; }

  private:
    const char* at_;
    std::size_t* count_;
};

/// Receives the events of the parser.
class JsonReader {
  public:
    JsonReader(std::string_view name, std::string_view bytes, Feed& feed)
        : name_(name), bytes_(bytes), feed_(feed) {}

    std::size_t count = 0;  ///< bytes read by the parser
    bool is_feed = false;   ///< whether `version` says so

    // What nlohmann::json::sax_parse asks for.
    using Json = nlohmann::json;
    bool null() { return value(); }
    bool boolean(bool) { return value(); }
    bool number_integer(Json::number_integer_t number) { return id(fmt::format("{}", number)); }
    bool number_unsigned(Json::number_unsigned_t number) { return id(fmt::format("{}", number)); }
    bool number_float(Json::number_float_t, const std::string& raw) { return id(raw); }
    bool binary(Json::binary_t&) { return value(); }
    bool key(std::string& key) {
        key_ = key;
        end_ = count;
        return true;
    }
    bool start_object(std::size_t) {
        open();
        if (path_ == "/items") {
            Entry& entry = feed_.entries.emplace_back();
            entry.begin = static_cast<std::uint32_t>(count - 1);
        }
        return true;
    }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(); }
    bool end_array() { return close(); }
    bool string(std::string& text) {
        const std::string path = fmt::format("{}/{}", path_, key_);
        if (path == "/version") is_feed = text.find("jsonfeed.org") != std::string::npos;
        constexpr std::string_view items = "/items/";
        if (path.starts_with(items)) {
            if (!feed_.entries.empty()) take(path.substr(items.size()), text, feed_.entries.back());
        } else {
            take(path.substr(1), text, feed_.about);
        }
        return value();
    }
    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& problem) {
        std::string message = problem.what();
        const std::size_t colon = message.rfind(": ");
        if (colon != std::string::npos) message = message.substr(colon + 2);
        feed_.broken = Error{.kind = Error::Kind::input,
                             .message = fmt::format("this JSON is not well-formed: {}", message),
                             .where = utf8::place(name_, bytes_, position == 0 ? 0 : position - 1)};
        return false;
    }

  private:
    bool value() {
        end_ = count;
        return true;
    }
    bool id(const std::string& number) {
        if (path_ == "/items" && key_ == "id" && !feed_.entries.empty())
            feed_.entries.back().id = number;
        return value();
    }
    /// Elements of an array have the path of the array.
    bool open() {
        sizes_.push_back(path_.size());
        if (!key_.empty()) path_ += "/" + std::exchange(key_, {});
        return value();
    }
    bool close() {
        path_.resize(sizes_.back());
        sizes_.pop_back();
        key_.clear();
        return value();
    }

    void take(std::string_view path, const std::string& text, Entry& entry) {
        if (path == "title") {
            entry.title = {.bytes = mapped(), .html = false, .language = {}};
        } else if (path == "content_html") {
            entry.body = {.bytes = mapped(), .html = true, .language = {}};
        } else if (path == "content_text" || path == "summary" || path == "description") {
            const bool first =
                path == "content_text" ? !entry.body.html : entry.body.bytes.text().empty();
            if (first) entry.body = {.bytes = mapped(), .html = false, .language = {}};
        } else if (path == "date_published" || (path == "date_modified" && entry.date.empty())) {
            entry.date = text;
        } else if (path == "url" || path == "home_page_url" ||
                   (path == "external_url" && entry.address.empty())) {
            entry.address = text;
        } else if (path == "id" || path == "feed_url") {
            entry.id = text;
        } else if (path == "language") {
            entry.language = canonical_language_tag(text).value_or("");
        } else if (path == "authors/name" || path == "author/name") {
            if (entry.author.find(text) == std::string::npos)
                entry.author += fmt::format("{}{}", entry.author.empty() ? "" : ", ", text);
        }
    }

    /// The string that ends here, with the places of its characters.
    MappedText mapped() const;

    std::string_view name_, bytes_;
    Feed& feed_;
    std::string path_, key_;
    std::vector<std::size_t> sizes_;  ///< of the path outside each object and array
    std::size_t end_ = 0;             ///< of the event before
};

/// The character that an escape stands for, and its size in bytes.
std::pair<char32_t, std::size_t> unescaped(std::string_view escape) {
    constexpr std::size_t size = 6;  // "\u0041"
    const auto unit = [&](std::size_t at) {
        return at + size > escape.size() || escape[at] != '\\' || escape[at + 1] != 'u'
                   ? U'\0'
                   : static_cast<char32_t>(
                         std::strtoul(std::string(escape.substr(at + 2, 4)).c_str(), nullptr, 16));
    };
    switch (escape[1]) {
        case 'n':
            return {U'\n', 2};
        case 't':
            return {U'\t', 2};
        case 'r':
            return {U'\r', 2};
        case 'b':
        case 'f':
            return {U' ', 2};
        case 'u':
            break;
        default:
            return {static_cast<char32_t>(escape[1]), 2};
    }
    const char32_t first = unit(0), second = unit(size);
    const bool pair = first >= 0xD800 && first < 0xDC00 && second >= 0xDC00 && second < 0xE000;
    if (pair) return {0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00), 2 * size};
    return {first == 0 ? U' ' : first, size};
}

MappedText JsonReader::mapped() const {
    MappedText text;
    const std::size_t begin = bytes_.find('"', end_) + 1;
    const auto span = [](std::size_t from, std::size_t end) {
        return Span{.begin = static_cast<std::uint32_t>(from),
                    .end = static_cast<std::uint32_t>(end)};
    };
    for (std::size_t at = begin; at < count - 1;) {
        const std::size_t end = std::min(bytes_.find('\\', at), count - 1);
        text.copy(bytes_, span(at, end));
        at = end;
        if (at == count - 1) break;
        const auto [character, size] = unescaped(bytes_.substr(at, count - 1 - at));
        std::string decoded;
        utf8::append(decoded, character);
        text.decoded(span(at, at + size), decoded);
        at += size;
    }
    return text;
}

}  // namespace

Result<Feed> read_json(std::string_view name, std::string_view bytes) {
    Feed feed;
    JsonReader reader(name, bytes, feed);
    nlohmann::json::sax_parse(Counting(bytes.data(), &reader.count),
                              Counting(bytes.data() + bytes.size(), &reader.count), &reader);
    if (feed.broken && feed.entries.size() < 2) return tl::unexpected<Error>(*feed.broken);
    if (feed.broken) feed.entries.pop_back();  // the error may be in it
    if (!reader.is_feed) {
        return fail(Error::Kind::input,
                    "this JSON is no feed: its \"version\" is not one of jsonfeed.org",
                    std::string(name));
    }
    for (Entry& entry : feed.entries) {
        if (entry.language.empty()) entry.language = feed.about.language;
        if (entry.author.empty()) entry.author = feed.about.author;
    }
    return feed;
}

}  // namespace rawi::reading::feed
