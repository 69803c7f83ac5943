#include "publish/publishers.h"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <unistd.h>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "publish/manifest_reader.h"

namespace rawi::publish {
namespace {

namespace fs = std::filesystem;

/// An article of two parts: "One two." lies in the first, "Three." in the second.
Document two_parts() {
    Document document;
    document.metadata.title = "T";
    document.text = "One two.\n\nThree.";
    document.parts = {{.name = "a.txt", .bytes = "One two."},
                      {.name = "b.txt", .bytes = "\nThree."}};
    document.runs = {
        {.text = {.begin = 0, .end = 8}, .part = 0, .origin = {.begin = 0, .end = 8}},
        {.text = {.begin = 10, .end = 16}, .part = 1, .origin = {.begin = 1, .end = 7}}};
    return document;
}

Utterance sentence(Span source, Span word) {
    Utterance utterance;
    utterance.source = source;
    Word one;
    one.spoken = "word";
    one.source = word;
    utterance.words = {one};
    return utterance;
}

class Publishers : public ::testing::Test {
  protected:
    fs::path folder_ = fs::temp_directory_path() / fmt::format("rawi-publish-{}", ::getpid());
    Document document_ = two_parts();
    Fingerprint fingerprint_{
        .sources = {{.name = "a.txt", .digest = "1"}, {.name = "b.txt", .digest = "2"}},
        .language = "en",
        .voice = "en-us",
        .engine = "E 1",
        .engine_data = "3",
        .tables = "4",
        .options = {"a.b=c", "d.e=\"f\""}};

    void SetUp() override { fs::create_directories(folder_); }
    void TearDown() override { fs::remove_all(folder_); }
    /// Everything that a publisher may be asked, of two chapters.
    void publish(const std::vector<std::string>& names) {
        const auto rows = choose(publishers(), names);
        ASSERT_TRUE(rows);
        auto all = make_all(
            *rows, {.document = document_, .fingerprint = fingerprint_, .folder = folder_});
        ASSERT_TRUE(all);
        const Timing timing{.sentence = {.begin = 1, .end = 5}, .words = {{.begin = 1, .end = 5}}};
        Chapter chapter{.section = 0,
                        .title = "One",
                        .level = 1,
                        .file = "1.tone",
                        .format = "tone",
                        .rate = 10,
                        .length = 0};
        for (const Span source : {Span{.begin = 0, .end = 8}, Span{.begin = 10, .end = 16}}) {
            std::ofstream(folder_ / chapter.file) << "sound";
            ASSERT_TRUE((*all)->open_chapter(chapter));
            const Span word{.begin = source.begin, .end = source.end - 1};
            ASSERT_TRUE((*all)->skip({.source = {.begin = word.end, .end = source.end},
                                      .reason = SkipReason::punctuation}));
            ASSERT_TRUE(chapter.section == 0 ? (*all)->add(sentence(source, word), timing)
                                             : (*all)->gap(sentence(source, word), timing, "hung"));
            chapter.length = 20;
            ASSERT_TRUE((*all)->close_chapter(chapter));
            chapter = {.section = 1,
                       .title = "Two",
                       .level = 3,
                       .file = "2.tone",
                       .format = "tone",
                       .rate = 10,
                       .length = 0};
        }
        ASSERT_TRUE((*all)->finish());
    }
    nlohmann::json manifest() const {
        return nlohmann::json::parse(std::ifstream(folder_ / "article.json"));
    }
};

TEST_F(Publishers, TheManifestIsAlwaysChosenAndOthersOnRequest) {
    const auto names = [](const std::vector<std::string>& asked) {
        std::string all;
        const auto rows = choose(publishers(), asked);
        for (const Row& row : rows.value())
            all += fmt::format("{} ", row.name);
        return all;
    };
    EXPECT_EQ(names({}), "manifest ");
    EXPECT_EQ(names({"vowelled"}), "manifest vowelled ");
    EXPECT_EQ(choose(publishers(), {"all"}).value().size(), publishers().size());
    const auto unknown = choose(publishers(), {"vowelled", "subtitles"});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().kind, Error::Kind::usage);
    EXPECT_EQ(unknown.error().message,
              "\"subtitles\" is not a publisher; the publishers are: manifest, vowelled, all");
}

TEST_F(Publishers, TheManifestNamesThePartOfAPlace) {
    publish({});
    const auto manifest = this->manifest();
    EXPECT_EQ(manifest["sources"][1]["name"], "b.txt");
    const auto first = manifest["chapters"][0]["sentences"][0];
    EXPECT_FALSE(first.contains("part"));
    EXPECT_EQ(first["source"], nlohmann::json({0, 8}));
    const auto second = manifest["chapters"][1]["sentences"][0];
    for (const auto& place : {second, second["words"][0], manifest["gaps"][0]}) {
        EXPECT_EQ(place["part"], 1);
        EXPECT_EQ(place["source"][0], 1);
        EXPECT_EQ(place["line"], 2);
    }
    EXPECT_EQ(manifest["skipped"][1]["part"], 1);
    EXPECT_EQ(manifest["chapters"][1]["level"], 3);
    EXPECT_EQ(manifest["chapters"][1]["format"], "tone");
    EXPECT_EQ(manifest["chapters"][1]["seconds"], 2.0);
}

TEST_F(Publishers, OnlyTheirFilesRemain) {
    publish({"all"});
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 4);
    EXPECT_EQ(read_file(folder_ / "vowelled.txt").value(), "word.\nword.\n");
}

TEST_F(Publishers, AFingerprintIsReadBack) {
    publish({});
    EXPECT_EQ(fingerprint_in(folder_), fingerprint_);
    EXPECT_TRUE(is_whole(folder_));
    fs::remove(folder_ / "2.tone");
    EXPECT_FALSE(is_whole(folder_));
}

TEST_F(Publishers, AManifestOfAnotherVersionIsOursAndOutOfDate) {
    ASSERT_TRUE(
        write_file(folder_ / "article.json",
                   R"({"generator": "rawi", "version": 1, "language": "en", "voice": "en-us",
                            "source": {"name": "a.txt", "digest": "1"}, "options": "", "chapters": []})"));
    EXPECT_TRUE(is_ours(folder_));
    EXPECT_FALSE(fingerprint_in(folder_));
    ASSERT_TRUE(write_file(folder_ / "article.json", R"({"generator": "other", "version": 2})"));
    EXPECT_FALSE(is_ours(folder_));
    fs::remove(folder_ / "article.json");
    EXPECT_FALSE(is_ours(folder_));
}

}  // namespace
}  // namespace rawi::publish
