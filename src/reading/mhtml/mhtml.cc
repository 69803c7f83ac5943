// Web pages saved as one file. The MIME libraries of Debian are not used: GMime brings GLib along,
// mimetic is no longer maintained, and a saved page needs little of either.
#include "reading/mhtml/mhtml.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "reading/charset.h"
#include "reading/html/html.h"
#include "reading/html/words.h"
#include "reading/mhtml/mime.h"

namespace rawi::reading::mhtml {

namespace {

/// Without a byte-order mark and empty lines, which some programs put before the headers.
std::string_view without_start(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    while (!bytes.empty() && ascii::is_white(bytes.front()))
        bytes.remove_prefix(1);
    return bytes;
}

bool is_page(const Entity& entity) {
    const std::string type = entity.media_type();
    return type == "text/html" || type == "application/xhtml+xml";
}

/// The number of the part that holds the page; that of parts if there is none.
std::size_t find_page(const Entity& message, const std::vector<Entity>& parts) {
    const std::string start = message.parameter("start");
    const auto named = std::find_if(parts.begin(), parts.end(), [&](const Entity& part) {
        return !start.empty() && part.header("content-id") == start && is_page(part);
    });
    const auto page =
        named != parts.end() ? named : std::find_if(parts.begin(), parts.end(), is_page);
    return static_cast<std::size_t>(page - parts.begin());
}

/// "page.mhtml/https://example.org/a": an address, if it can stand in a message, or a number.
std::string place_of(std::string_view name, const Entity& part, std::size_t index) {
    constexpr std::size_t longest = 500;
    const std::string_view address = part.header("content-location");
    const bool plain =
        !address.empty() && address.size() <= longest &&
        std::all_of(address.begin(), address.end(), [](char c) { return c > ' ' && c < '\x7F'; });
    return plain ? fmt::format("{}/{}", name, address) : fmt::format("{}/{}", name, index + 1);
}

/// What the headers say about the page.
Metadata metadata_of(const Entity& message, const Entity& page) {
    Metadata known;
    known.title = html::collapsed(with_decoded_words(message.header("subject")));
    for (const std::string_view address :
         {message.header("snapshot-content-location"), page.header("content-location"),
          message.header("content-location")}) {
        if (known.address.empty() && address.starts_with("http") && !utf8::first_invalid(address))
            known.address = address;
    }
    return known;
}

}  // namespace

bool sniff(std::string_view bytes) {
    constexpr std::size_t start = 16384;
    const Entity message = parse_entity(without_start(bytes.substr(0, start)));
    if (message.header("mime-version").empty()) return false;
    const std::string type = message.media_type();
    return is_page(message) ||
           (type.starts_with("multipart/") && !message.parameter("boundary").empty());
}

Result<Article> read(Source source) {
    const std::string bytes = std::move(source.bytes);
    const Entity message = parse_entity(without_start(bytes));
    const std::vector<Entity> parts = leaves_of(message);
    const std::size_t index = find_page(message, parts);
    if (index == parts.size()) {
        return fail(Error::Kind::input, "no part of this message is a web page", source.name);
    }
    const Entity& page = parts[index];
    const std::string place = place_of(source.name, page, index);
    const std::string decoded = page.decoded();
    std::string charset = page.parameter("charset");
    if (charset.empty()) charset = html::declared_charset(decoded);
    CharsetOptions options = source.charset;
    options.lossy = true;
    RAWI_TRY(Decoding decoding, decode_charset(place, decoded, options, charset));
    source.bytes = std::move(decoding.text);
    RAWI_TRY(Article article,
             html::read_page(std::move(source), place, metadata_of(message, page)));
    if (decoding.charset != "UTF-8") {
        article.notices.push_back(
            Notice{.message = fmt::format("read as {} ({})", decoding.charset, decoding.rule),
                   .source = {},
                   .place = place});
    }
    return article;
}

}  // namespace rawi::reading::mhtml
