#pragma once

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "reading/formats/formats.h"

namespace rawi::reading {

/// The tables of voices/.
inline const ReadingTables& tables() {
    static const ReadingTables loaded = [] {
        auto all = load_reading_tables(RAWI_SOURCE "/voices");
        EXPECT_TRUE(all);
        return *std::move(all);
    }();
    return loaded;
}
inline const StructureWords& words() {
    return tables().words;
}

/// Reads "a.txt" in a format (empty: found out); what is read is sound.
inline Article read_as(const std::string& format, std::string_view bytes) {
    auto article = formats::read_document("a.txt", bytes, {.format = format}, tables());
    EXPECT_TRUE(article) << bytes << ": " << (article ? "" : article.error().message);
    if (!article) return {};
    EXPECT_EQ(check_invariants(article->document), "") << bytes;
    return *std::move(article);
}

}  // namespace rawi::reading
