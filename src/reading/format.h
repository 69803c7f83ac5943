#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/document.h"
#include "reading/charset.h"
#include "reading/structure_words.h"

namespace rawi::reading {

/// How an article is to be read.
struct ReadOptions {
    CharsetOptions charset{};
    std::string format{};             ///< the name of one; empty: found out
    std::vector<RolePolicy> roles{};  ///< for apply_policies(), once the language is known
};

/// The tables of voices/ that readers need. They do not depend on the article.
struct ReadingTables {
    StructureWords words;
};

/// Errors (kind input) point at file:line.
Result<ReadingTables> load_reading_tables(const std::filesystem::path& voices);

/// What a reader is given.
struct Source {
    std::string name;        ///< for messages ("article.txt:3:7") and, as its stem, a missing title
    std::string bytes;       ///< UTF-8 without a byte-order mark if the format's input is text
    CharsetOptions charset;  ///< for those that decode by themselves
    const ReadingTables& tables;
};

/// An article and what was noticed while it was read: tags that are not supported, say.
struct Article {
    Document document;
    std::vector<Notice> notices;
};

/// An input format: a row of the table in formats/formats.cc.
struct Format {
    enum class Input : std::uint8_t {
        text,  ///< decoded by decode_charset() before it is sniffed and read
        bytes  ///< a package: sniffed and read as it lies on disk
    };
    std::string_view name;        ///< as in --from
    std::string_view extensions;  ///< small letters, separated by spaces: ".ssml"
    Input input = Input::text;
    /// Whether the input is in this format, judging by its start. Null if the start does not show
    /// it.
    bool (*sniff)(std::string_view input) = nullptr;
    /// Errors (kind input) have a place. A document without blocks is none: read_document() says
    /// so.
    Result<Article> (*read)(Source source) = nullptr;
};

}  // namespace rawi::reading
