// Samples go to disk and come back.
#include "audio/spool.h"

#include <array>
#include <filesystem>
#include <numeric>
#include <string>
#include <string_view>
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

Spool new_spool(std::string_view head = {}) {
    return Spool::create(spool_path(), head).value();
}

std::vector<std::int16_t> all_of(const Spool& spool) {
    std::vector<std::int16_t> all;
    EXPECT_TRUE(spool.read([&](std::span<const std::int16_t> samples) -> Result<> {
        all.insert(all.end(), samples.begin(), samples.end());
        return {};
    }));
    return all;
}

RC_GTEST_PROP(ASpool, ReturnsWhatWasAppended,
              (const std::vector<std::vector<std::int16_t>>& pieces)) {
    auto made = Spool::create(spool_path(), *rc::gen::string<std::string>());
    RC_ASSERT(made.has_value());
    Spool spool = *std::move(made);
    std::vector<std::int16_t> want;
    for (const auto& piece : pieces) {
        RC_ASSERT(spool.append(piece).has_value());
        want.insert(want.end(), piece.begin(), piece.end());
    }
    RC_ASSERT(spool.frames() == static_cast<Frames>(want.size()));
    RC_ASSERT(all_of(spool) == want);
}

TEST(ASpool, IsReadAsOftenAsAskedAndLongerThanAnyBuffer) {
    Spool spool = new_spool();
    std::vector<std::int16_t> samples(300001);
    std::iota(samples.begin(), samples.end(), std::int16_t{0});
    ASSERT_TRUE(spool.append(samples));
    EXPECT_EQ(all_of(spool), samples);
    EXPECT_EQ(all_of(spool), samples);
    ASSERT_TRUE(spool.append(std::array<std::int16_t, 1>{7}));
    samples.push_back(7);
    EXPECT_EQ(all_of(spool), samples);
}

TEST(ASpool, RemovesItsFileWithItself) {
    {
        Spool spool = new_spool();
        ASSERT_TRUE(spool.append(std::array<std::int16_t, 3>{1, 2, 3}));
        EXPECT_EQ(fs::file_size(spool_path()), 6U);
    }
    EXPECT_FALSE(fs::exists(spool_path()));
}

TEST(ASpool, LeavesItsFileUnderItsNewNameWhenItIsReleased) {
    const fs::path name = spool_path().string() + "-released";
    {
        Spool spool = new_spool("head");
        ASSERT_TRUE(spool.append(std::array<std::int16_t, 2>{0x6261, 0x6463}));
        auto file = spool.release(name);
        ASSERT_TRUE(file);
        ASSERT_TRUE(file->write("tail"));
        ASSERT_TRUE(file->close());
    }
    EXPECT_FALSE(fs::exists(spool_path()));
    EXPECT_EQ(read_file(name).value(), "headabcdtail");
    fs::remove(name);
}

TEST(ASpool, AFullDiskIsAnErrorThatNamesTheFile) {
    Spool spool = new_spool();
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
    Spool spool = new_spool();
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

TEST(ASpool, AnErrorOfTheReaderStopsTheReading) {
    Spool spool = new_spool();
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

TEST(ASpool, AMissingFolderIsAnError) {
    const Result<Spool> spool = Spool::create(spool_path() / "none");
    ASSERT_FALSE(spool);
    EXPECT_EQ(spool.error().kind, Error::Kind::io);
}

}  // namespace
}  // namespace rawi::audio
