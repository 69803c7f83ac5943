// Samples go to disk and come back.
#include "audio/spool.h"

#include <array>
#include <filesystem>
#include <numeric>
#include <unistd.h>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "support/file_size_limit.h"

namespace rawi::audio {
namespace {

namespace fs = std::filesystem;

fs::path spool_path() {
    return fs::temp_directory_path() / fmt::format("rawi-spool-{}", ::getpid());
}

std::vector<std::int16_t> all_of(const Spool& spool) {
    std::vector<std::int16_t> all;
    EXPECT_TRUE(spool.read([&](std::span<const std::int16_t> samples) -> Result<> {
        all.insert(all.end(), samples.begin(), samples.end());
        return {};
    }));
    return all;
}

RC_GTEST_PROP(ASpool, HandsOutWhatWasAppended,
              (const std::vector<std::vector<std::int16_t>>& pieces)) {
    Spool spool(spool_path(), *rc::gen::inRange<std::size_t>(0, 20));
    std::vector<std::int16_t> want;
    for (const auto& piece : pieces) {
        RC_ASSERT(spool.append(piece).has_value());
        want.insert(want.end(), piece.begin(), piece.end());
    }
    RC_ASSERT(spool.frames() == static_cast<Frames>(want.size()));
    RC_ASSERT(all_of(spool) == want);
}

TEST(ASpool, IsReadAsOftenAsAskedAndLongerThanAnyBuffer) {
    Spool spool(spool_path(), 0);
    std::vector<std::int16_t> samples(300001);
    std::iota(samples.begin(), samples.end(), std::int16_t{0});
    ASSERT_TRUE(spool.append(samples));
    EXPECT_EQ(all_of(spool), samples);
    EXPECT_EQ(all_of(spool), samples);
    ASSERT_TRUE(spool.append(std::array<std::int16_t, 1>{7}));
    samples.push_back(7);
    EXPECT_EQ(all_of(spool), samples);
}

TEST(ASpool, HasAFileOnlyBeyondItsMemoryAndRemovesItWithItself) {
    {
        Spool spool(spool_path(), 3);
        ASSERT_TRUE(spool.append(std::array<std::int16_t, 3>{1, 2, 3}));
        EXPECT_FALSE(fs::exists(spool_path()));
        ASSERT_TRUE(spool.append(std::array<std::int16_t, 2>{4, 5}));
        EXPECT_EQ(fs::file_size(spool_path()), 4U);
        EXPECT_EQ(all_of(spool), (std::vector<std::int16_t>{1, 2, 3, 4, 5}));
    }
    EXPECT_FALSE(fs::exists(spool_path()));
}

TEST(ASpool, AFullDiskIsAnErrorThatNamesTheFile) {
    Spool spool(spool_path(), 0);
    const std::vector<std::int16_t> samples(600);
    const FileSizeLimit limit(2000);
    ASSERT_TRUE(spool.append(samples));
    const Result<> done = spool.append(samples);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, Error::Kind::io);
    EXPECT_NE(done.error().message.find("rawi-spool"), std::string::npos) << done.error().message;
    EXPECT_EQ(spool.frames(), 600);
}

TEST(ASpool, AFileThatBecameShorterIsAnError) {
    Spool spool(spool_path(), 0);
    ASSERT_TRUE(spool.append(std::array<std::int16_t, 3>{1, 2, 3}));
    fs::resize_file(spool_path(), 5);
    Frames came = 0;
    const Result<> done = spool.read([&](std::span<const std::int16_t> samples) -> Result<> {
        came += static_cast<Frames>(samples.size());
        return {};
    });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, Error::Kind::io);
    EXPECT_EQ(came, 2);
}

TEST(ASpool, AnErrorOfTheReaderEndsIt) {
    Spool spool(spool_path(), 0);
    ASSERT_TRUE(spool.append(std::vector<std::int16_t>(100000)));
    int calls = 0;
    const Result<> done = spool.read([&](std::span<const std::int16_t>) -> Result<> {
        ++calls;
        return fail(Error::Kind::engine, "no more");
    });
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().message, "no more");
    EXPECT_EQ(calls, 1);
}

TEST(ASpool, AFolderThatIsNotThereIsAnError) {
    Spool spool(spool_path() / "none", 0);
    const Result<> done = spool.append(std::array<std::int16_t, 1>{1});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, Error::Kind::io);
}

}  // namespace
}  // namespace rawi::audio
