// The tables that readers need besides the file.
#include "reading/format.h"

namespace rawi::reading {

Result<ReadingTables> load_reading_tables(const std::filesystem::path& voices) {
    ReadingTables tables;
    RAWI_TRY(tables.words, load_structure_words(voices));
    return tables;
}

}  // namespace rawi::reading
