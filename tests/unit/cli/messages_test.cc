#include "cli/messages.h"

#include <filesystem>
#include <unistd.h>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/file.h"

namespace rawi {
namespace {

TEST(QuotedLine, HasACaretUnderTheColumn) {
    const auto path =
        std::filesystem::temp_directory_path() / fmt::format("rawi-quoted-{}.txt", ::getpid());
    ASSERT_TRUE(write_file(path, "first\nsecond line\n"));
    EXPECT_EQ(quoted_line(fmt::format("{}:2:8", path.string())), "  second line\n         ^\n");
    EXPECT_EQ(quoted_line(fmt::format("{}:9:1", path.string())), "");
    EXPECT_EQ(quoted_line(path.string()), "");
    std::filesystem::remove(path);
}

}  // namespace
}  // namespace rawi
