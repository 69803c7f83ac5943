// The tables behind the roles of lines.
#include "reading/structure_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/table.h"

namespace rawi {

namespace fs = std::filesystem;

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
            if (kind == "ordinal") {
                words.ordinals.push_back(key);
            } else if (kind == "byline") {
                words.bylines.push_back(key);
            } else if (kind == "credit") {
                words.credits.push_back(key);
            } else {
                return fail(Error::Kind::input,
                            fmt::format("\"{}\" is none of ordinal, byline, credit", kind),
                            fmt::format("{}:{}", file.string(), table.find(key)->line));
            }
        }
    }
    return words;
}

}  // namespace rawi
