#include "cli/messages.h"

#include <filesystem>
#include <unistd.h>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/file.h"

namespace rawi::cli {
namespace {

TEST(QuotedLine, HasACaretUnderTheColumn) {
    const auto path =
        std::filesystem::temp_directory_path() / fmt::format("rawi-quoted-{}.txt", ::getpid());
    ASSERT_TRUE(write_file(path, "first\nsecond line\n"));
    EXPECT_EQ(quoted_line(fmt::format("{}:2:8", path.string())), "  second line\n         ^\n");
    EXPECT_EQ(quoted_line(fmt::format("{}:2", path.string())), "  second line\n");
    EXPECT_EQ(quoted_line(fmt::format("{}:9:1", path.string())), "");
    EXPECT_EQ(quoted_line(path.string()), "");
    // A member of an archive is not a file: its line is not shown.
    EXPECT_EQ(quoted_line(fmt::format("{}/word/document.xml:1:1", path.string())), "");
    std::filesystem::remove(path);
}

TEST(QuotedLine, ShowsWhatIsNotUtf8AndPartsOfLongLines) {
    const auto path =
        std::filesystem::temp_directory_path() / fmt::format("rawi-quoted-{}.txt", ::getpid());
    const auto quoted = [&](std::string_view bytes, std::string_view place,
                            const reading::CharsetOptions& options = {}) {
        EXPECT_TRUE(write_file(path, bytes));
        return quoted_line(fmt::format("{}:{}", path.string(), place), options);
    };
    EXPECT_EQ(quoted("a b\xFF"
                     "c",
                     "1:4", {.name = "UTF-8"}),
              "  a b\uFFFDc\n     ^\n");
    EXPECT_EQ(quoted("\xE3\xD1\xCD\xC8\xC7", "1:3", {.name = "windows-1256"}), "  مرحبا\n    ^\n");
    EXPECT_EQ(quoted("first\rsecond\rthird", "2:3"), "  second\n    ^\n");
    EXPECT_EQ(quoted("first\u2028second", "2:1"), "  second\n  ^\n");
    EXPECT_EQ(quoted("a \u009B2J\x7F", "1:1"), "  a \uFFFD2J\uFFFD\n  ^\n");
    EXPECT_EQ(quoted("\tcolumn", "1:3"), "  \tcolumn\n  \t ^\n");
    EXPECT_EQ(quoted("كَتَبَ", "1:5"), "  كَتَبَ\n    ^\n");
    const std::string shown =
        quoted(std::string(5000, 'x') + "!" + std::string(5000, 'y'), "1:5001");
    EXPECT_LT(shown.size(), 300U);
    // The ellipsis takes three bytes and one column.
    EXPECT_EQ(shown.find('!') - 2, shown.find('^') - shown.find('\n') - 1);
    std::filesystem::remove(path);
}

}  // namespace
}  // namespace rawi::cli
