// The tables behind the roles of lines.
#include "reading/structure_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/table.h"

namespace rawi {

namespace fs = std::filesystem;

namespace {

std::vector<std::string>* list_of(StructureWords& words, std::string_view kind) {
    if (kind == "ordinal") return &words.ordinals;
    if (kind == "byline") return &words.bylines;
    if (kind == "credit") return &words.credits;
    if (kind == "agency") return &words.agencies;
    if (kind == "link") return &words.links;
    if (kind == "question") return &words.questions;
    return kind == "verb" ? &words.verbs : nullptr;
}

}  // namespace

Result<StructureWords> load_structure_words(const fs::path& voices) {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const fs::directory_entry& folder : fs::directory_iterator(voices, ignored)) {
        files.push_back(folder.path() / "structure.tsv");
    }
    std::sort(files.begin(), files.end());
    StructureWords words;
    for (const fs::path& file : files) {
        RAWI_TRY(const Table table, Table::load(file, 2));
        for (const std::string& key : table.keys()) {
            const std::string_view kind = table.at(key);
            std::vector<std::string>* const list = list_of(words, kind);
            if (list == nullptr) {
                return fail(Error::Kind::input,
                            fmt::format("\"{}\" is none of ordinal, byline, credit, agency, link, "
                                        "verb, question",
                                        kind),
                            fmt::format("{}:{}", file.string(), table.find(key)->line));
            }
            list->push_back(key);
        }
    }
    return words;
}

}  // namespace rawi
