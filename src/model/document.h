#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/shared_text.h"
#include "base/span.h"

namespace rawi {
inline namespace model {

/// The role of a block for the reader. The manifest, `voice.toml` and `--skip` use the same names.
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

/// What happens to a block: it is spoken, skipped, or only announced.
enum class Policy : std::uint8_t { speak, skip, announce };

std::string_view name_of(Role role);  ///< "list-item"
std::string_view name_of(Policy policy);
std::optional<Role> role_named(std::string_view name);
std::optional<Policy> policy_named(std::string_view name);
/// "headline, kicker, ...": all roles, for messages.
std::string role_names();
/// Whether the text of such a block can be spoken as it is; false for code and embeds.
bool has_spoken_text(Role role);

/// The policy that was chosen for the blocks of a role.
struct RolePolicy {
    Role role = Role::paragraph;
    Policy policy = Policy::speak;

    friend bool operator==(RolePolicy, RolePolicy) = default;
};

/// One input text as it is on disk, decoded to UTF-8.
struct Part {
    std::string name;  ///< "article.txt"
    SharedText bytes;  ///< the items of a feed share it
};

/// The origin of a run of Document::text. Runs are sorted by `text` and do not overlap. A copied
/// run maps byte for byte, a decoded one only as a whole. Text outside any run (the blank line
/// between two blocks) was inserted by the reader.
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
    std::string label;       ///< said for an announced block; else empty
    std::string reason;      ///< why it is not spoken; empty if it is
    bool heading = false;    ///< whether it opens its section
    std::uint8_t level = 0;  ///< 1-6 for a heading
    Span source;             ///< in Document::text, no white space at either end
    std::string language;    ///< BCP 47; empty: the document's
    std::string note;        ///< of a note, the id that references have; may be empty
};

/// Where the text refers to a note. The mark itself ("[3]") is not part of the text.
struct NoteReference {
    std::uint32_t at = 0;  ///< in Document::text
    std::string id;        ///< as Block::note
};

/// How a span of the text is to be said, according to markup.
struct Control {
    enum class Kind : std::uint8_t {
        language,   ///< in `language`
        alias,      ///< say `value` instead
        say_as,     ///< as the class `value` ("date", "digits" ...), written in `format`
        phoneme,    ///< with `value` as the pronunciation, in IPA
        unreadable  ///< not spoken, because of `value`
    };
    Kind kind = Kind::language;
    Span source;  ///< in Document::text, no white space at either end
    std::string value;
    std::string format;    ///< for say_as: "dmy" ...; may be empty
    std::string language;  ///< BCP 47; empty: the document's
};

/// A silence that markup requests at byte `at` of Document::text.
struct Silence {
    std::uint32_t at = 0;
    int milliseconds = 0;
};

/// Consecutive blocks under one heading; they become one chapter.
struct Section {
    std::string title;  ///< plain text; the title of the article before the first heading
    std::uint32_t first_block = 0;
    std::uint32_t block_count = 0;
};

struct Metadata {
    std::string title, author, language, date, address;
    std::string id;  ///< what the source calls it, whatever its title: the guid of a feed's item
};

/// The article as a reader sees it. `text` never changes once it has been read: later stages only
/// add spans over it, so that every spoken word can be highlighted in the original.
struct Document {
    std::string name;  ///< of the article, for messages: "article.txt"
    Metadata metadata;
    std::vector<Part> parts;
    std::string text;  ///< well-formed UTF-8, not necessarily NFC
    std::vector<Run> runs;
    std::vector<Block> blocks;      ///< in order, disjoint
    std::vector<Section> sections;  ///< at least one; every block is in exactly one of them
    std::vector<Control> controls;  ///< sorted, disjoint
    std::vector<Silence> silences;  ///< sorted
    std::vector<Span> sentences;    ///< each marked by markup as one sentence; sorted, disjoint
    std::vector<NoteReference> note_references;  ///< sorted
};

/// A place for messages: part, line and column (both from 1; columns count code points).
struct Place {
    std::uint32_t part = 0, line = 1, column = 1;
};

/// The part that `source` (in Document::text) comes from, and its bytes there; nothing if it is
/// not within one part. Takes logarithmic time in the number of runs.
std::optional<std::pair<std::uint32_t, Span>> origin_of(const Document& document, Span source);

/// Where `source` begins. Text that the reader inserted has the place of the text before it.
Place place_of(const Document& document, Span source);

/// "article.txt:12:5"
std::string where(const Document& document, Span source);

/// Checks the invariants above. Returns a description of the first violation, or an empty string.
/// Tests and fuzzers assert that it is empty.
std::string check_invariants(const Document& document);

/// A warning with its place.
struct Notice {
    std::string message;
    Span source;          ///< in Document::text; empty: see `place`, or the whole article
    std::string place{};  ///< "article.txt:12:5"; for notices about markup rather than text
};

/// The place of a notice: its `place`, the place of its source, or the name of the article.
std::string where(const Document& document, const Notice& notice);

}  // namespace model
}  // namespace rawi
