#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/document.h"
#include "reading/ssml.h"
#include "reading/structure_words.h"

namespace rawi {

/// How an article is to be read.
struct ReadOptions {
    std::string charset;  ///< ICU's name; empty: found out
    bool lossy = false;   ///< replace what is ill-formed instead of refusing it
    Inline markup = Inline::found;
    StructureWords words;  ///< that tell headings, bylines and credits in plain text
};

/// An article and what was noticed while reading it (the charset that was guessed, say).
struct Reading {
    Document document;
    std::vector<Notice> notices;
};

/// Reads an article. `name` stands in messages ("article.txt:3:7") and, as its stem, for a missing
/// title. Errors (kind input): empty or only white space, binary, ill-formed in its charset
/// (with the place), an unknown charset, larger than 1 GiB, markup that is wrong (with the place).
Result<Reading> read_document(std::string_view name, std::string_view bytes,
                              const ReadOptions& options = {});

}  // namespace rawi
