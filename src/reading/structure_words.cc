// The words from which the roles of lines are guessed.
#include "reading/structure_words.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/table.h"
#include "reading/lines.h"

namespace rawi::reading {

namespace fs = std::filesystem;

namespace {

enum class WordRole : std::uint8_t {
    ordinal,
    byline,
    credit,
    agency,
    link,
    verb,
    question,
    label,
    furniture,
    advertisement,
    correction
};
constexpr std::array<std::string_view, 11> names_of(WordRole) {
    return {"ordinal",  "byline", "credit",    "agency",        "link",      "verb",
            "question", "label",  "furniture", "advertisement", "correction"};
}

struct StructureRow {
    WordRole role = WordRole::ordinal;

    void columns(Columns& column) {
        column.key("written");
        column.choice("role", role);
    }
};

std::vector<std::string>& list_of(StructureWords& words, WordRole role) {
    switch (role) {
        case WordRole::ordinal:
            return words.ordinals;
        case WordRole::byline:
            return words.bylines;
        case WordRole::credit:
            return words.credits;
        case WordRole::agency:
            return words.agencies;
        case WordRole::link:
            return words.links;
        case WordRole::verb:
            return words.verbs;
        case WordRole::question:
            return words.questions;
        case WordRole::label:
            return words.labels;
        case WordRole::furniture:
            return words.furniture;
        case WordRole::advertisement:
            return words.advertisements;
        case WordRole::correction:
            break;
    }
    return words.corrections;
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
        RAWI_TRY(const auto table, Table<StructureRow>::load(file, Missing::empty));
        for (const StructureRow& row : table.rows())
            list_of(words, row.role).push_back(without_marks(table.key_of(row)));
    }
    return words;
}

}  // namespace rawi::reading
