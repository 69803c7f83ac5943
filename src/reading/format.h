#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/document.h"
#include "reading/charset.h"
#include "reading/notes.h"
#include "reading/structure_words.h"

namespace rawi::reading {

/// Options for reading an article.
struct ReadOptions {
    CharsetOptions charset{};
    std::string format{};             ///< the name of a Format; empty: detected
    std::vector<RolePolicy> roles{};  ///< for apply_policies(), once the language is known
    Notes notes = Notes::skip;
};

/// The tables of voices/ that readers need. They do not depend on the article.
struct ReadingTables {
    StructureWords words;
};

/// Errors (kind input) point at file:line.
Result<ReadingTables> load_reading_tables(const std::filesystem::path& voices);

/// The input of a reader.
struct Source {
    std::string name;   ///< for messages ("article.txt:3:7"); its stem replaces a missing title
    std::string bytes;  ///< UTF-8 without a byte-order mark if the format's input is text
    CharsetOptions charset;  ///< for formats that decode text themselves
    const ReadingTables& tables;
};

/// An article and the notices from reading it, for example about unsupported tags.
struct Article {
    Document document;
    std::vector<Notice> notices;
};

/// The articles of an input. One that cannot be read does not stop the others.
struct Articles {
    bool collection = false;             ///< a feed, which may hold any number of articles
    std::vector<Result<Article>> items;  ///< in order, at least one
};

/// An input format: a row of the table in formats/formats.cc.
struct Format {
    enum class Input : std::uint8_t {
        text,  ///< decoded by decode_charset() before it is sniffed and read
        bytes  ///< a package: sniffed and read as it is on disk
    };
    std::string_view name;        ///< as in --from
    std::string_view extensions;  ///< in lower case, separated by spaces: ".ssml"
    Input input = Input::text;
    /// Whether the input is in this format, judging by its start. Null if the start does not tell
    /// formats apart.
    bool (*sniff)(std::string_view input) = nullptr;
    /// For a text that may declare its own charset: the name, or empty. What is ill-formed in such
    /// a text is replaced, as browsers do. Null: it never does.
    std::string (*declared_charset)(std::string_view bytes) = nullptr;
    /// Errors (kind input) have a place. It may return a document without blocks: read_documents()
    /// reports that.
    Result<Article> (*read)(Source source) = nullptr;
    /// Set instead of `read` for an input that may hold several articles. The name of each document
    /// is its place in the input ("feed.xml:12:5"), and its documents share their part.
    Result<Articles> (*read_all)(Source source) = nullptr;
};

}  // namespace rawi::reading
