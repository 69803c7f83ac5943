#include "base/file_names.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/utf8.h"

namespace rawi {
namespace {

TEST(SafeName, KeepsLettersOfEveryScript) {
    EXPECT_EQ(safe_name("2. نفوذ إيران كان يتعمق"), "2-نفوذ-إيران-كان-يتعمق");
    EXPECT_EQ(safe_name("Ünïcode & more"), "Ünïcode-more");
}

TEST(SafeName, LeavesNoWayOutOfTheFolder) {
    EXPECT_EQ(safe_name("../../etc/passwd"), "etc-passwd");
    EXPECT_EQ(safe_name(".hidden"), "hidden");
    EXPECT_EQ(safe_name("..."), "article");
    EXPECT_EQ(safe_name(""), "article");
}

TEST(SafeName, CutsBetweenCodePoints) {
    const std::string name = safe_name("ننننننننن", 7);
    EXPECT_EQ(name, "ننن");
}

TEST(ChapterFile, IsNumbered) {
    EXPECT_EQ(chapter_file(2, "The end?", ".ext"), "02-The-end.ext");
}

RC_GTEST_PROP(SafeName, IsAlwaysAFileName, (const std::string& title)) {
    const std::string name = safe_name(title);
    RC_ASSERT(!name.empty());
    RC_ASSERT(name.size() <= 80U);
    RC_ASSERT(name.find('/') == std::string::npos);
    RC_ASSERT(name.front() != '.');
    RC_ASSERT(!utf8::first_invalid(name).has_value());
}

}  // namespace
}  // namespace rawi
