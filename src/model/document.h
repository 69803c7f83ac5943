#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace rawi {

/// What a block is to its reader. The names are those of the manifest, `voice.toml`, `--skip`.
enum class Role : std::uint8_t {
    headline,
    kicker,
    byline,
    dateline,
    lede,
    subhead,
    paragraph,
    quote,
    pull_quote,
    list_item,
    table,
    code,
    caption,
    credit,
    image,
    note,
    correction,
    related_link,
    advertisement,
    embed,
    furniture
};

/// What is done with a block of a role: said, left out, or only mentioned.
enum class Policy : std::uint8_t { speak, skip, announce };

std::string_view name_of(Role role);  ///< "list-item"
std::string_view name_of(Policy policy);
std::optional<Role> role_named(std::string_view name);
/// What happens to a role when nobody asked for anything else: furniture, advertisements, related
/// links, embeds, images and code are skipped, all else is spoken.
Policy usual_policy(Role role);

/// One input text as it lay on disk, decoded to UTF-8.
struct Part {
    std::string name;  ///< "article.txt"
    std::string bytes;
};

/// Where a run of Document::text came from. Runs are sorted by `text` and do not overlap. A copied
/// run maps byte for byte; a decoded one maps only as a whole; text that is in no run (the blank
/// line between two blocks) was made by the reader.
struct Run {
    enum class Kind : std::uint8_t { copied, decoded };
    Span text;
    std::uint32_t part = 0;
    Span origin;
    Kind kind = Kind::copied;
};

/// A paragraph, a heading, a caption ...: consecutive bytes of Document::text with one role.
struct Block {
    Role role = Role::paragraph;
    Policy policy = Policy::speak;
    std::string reason;      ///< why it is not spoken; empty when it is
    bool heading = false;    ///< opens its section
    std::uint8_t level = 0;  ///< of a heading 1-6
    Span source;             ///< in Document::text, no white space at either end
    std::string language;    ///< BCP 47; empty: as the document
};

/// What markup lays down for a stretch of the text: how it is to be said.
struct Control {
    enum class Kind : std::uint8_t {
        language,  ///< in `language`, and no more
        alias,     ///< `value` is said instead
        say_as,    ///< as `value` ("date", "digits" ...), written in `format`
        phoneme    ///< `value` is its pronunciation, in IPA
    };
    Kind kind = Kind::language;
    Span source;  ///< in Document::text, no white space at either end
    std::string value;
    std::string format;    ///< of say_as: "dmy" ...; may be empty
    std::string language;  ///< BCP 47; empty: as the document
};

/// A silence that markup asks for, behind byte `at` of Document::text.
struct Silence {
    std::uint32_t at = 0;
    int milliseconds = 0;
};

/// What a chapter is made of: consecutive blocks under one heading.
struct Section {
    std::string title;  ///< plain text; that of the article before the first heading
    std::uint32_t first_block = 0;
    std::uint32_t block_count = 0;
};

struct Metadata {
    std::string title, author, language, date, address;
};

/// The article as its reader sees it. `text` never changes after reading: every later stage adds
/// spans over it, so that a word can be lit up in the original whatever was said for it.
struct Document {
    Metadata metadata;
    std::vector<Part> parts;
    std::string text;  ///< UTF-8, well formed; NFC is not promised
    std::vector<Run> runs;
    std::vector<Block> blocks;      ///< in order, disjoint
    std::vector<Section> sections;  ///< together they hold each block once; at least one
    std::vector<Control> controls;  ///< sorted, disjoint
    std::vector<Silence> silences;  ///< sorted
    std::vector<Span> sentences;    ///< what markup says is one sentence; sorted, disjoint
};

/// A place for a message: part, line and column (both from 1, columns in code points).
struct Place {
    std::uint32_t part = 0, line = 1, column = 1;
};

/// The origin of `source` (in Document::text) in its part; its byte span when all of it lies in
/// one part. Logarithmic in the number of runs.
std::optional<std::pair<std::uint32_t, Span>> origin_of(const Document& document, Span source);

Place place_of(const Document& document, Span source);

/// "article.txt:12:5"
std::string where(const Document& document, Span source);

/// Nothing if sound; else the first broken promise, in words. Asserted by tests and fuzzers.
std::string flaw_in(const Document& document);

/// Something worth telling that stops nothing: a warning with its place.
struct Notice {
    std::string message;
    Span source;          ///< in Document::text; empty: about the whole article, or `place`
    std::string place{};  ///< "article.txt:12:5", where it is of no text
};

/// The place of a notice: as `where` of its source, or the article's name.
std::string where(const Document& document, const Notice& notice);

}  // namespace rawi
