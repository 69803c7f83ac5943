#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rawi::reading::mhtml {

/// A message or a part of one: its headers and, undecoded, what follows them (RFC 2045).
struct Entity {
    std::vector<std::pair<std::string, std::string>> headers;  ///< names in lower case; unfolded
    std::string_view body;

    /// The value of a header, named in lower case; empty if there is none.
    std::string_view header(std::string_view name) const;
    /// "text/html" of the content type, in lower case; "text/plain" if there is none.
    std::string media_type() const;
    /// A parameter of the content type ("charset"), named in lower case, without its quotes.
    std::string parameter(std::string_view name) const;
    /// The body without its transfer encoding (RFC 2045, 6): quoted-printable, base64. What is
    /// ill-formed in quoted-printable stays; what base64 does not know is skipped.
    std::string decoded() const;
};

/// The message or part that these bytes begin with a header of. They must outlive it.
Entity parse_entity(std::string_view bytes);

/// The parts of a multipart entity, and of those within it, in order: those that are not multipart
/// themselves. At most 10,000 parts and 16 levels; what is beyond is left out.
std::vector<Entity> leaves_of(const Entity& multipart);

/// A header with its encoded words ("=?utf-8?B?...?=") decoded to UTF-8 (RFC 2047).
std::string with_decoded_words(std::string_view header);

}  // namespace rawi::reading::mhtml
