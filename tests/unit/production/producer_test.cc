// A run of articles, and a publisher that is not of the program.
#include "production/producer.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "publish/manifest.h"
#include "support/setting.h"
#include "support/toy_encoder.h"
#include "unit/production/run_test.h"

namespace rawi::production {
namespace {

namespace fs = std::filesystem;

/// A toy: writes the order of the calls. What it takes to add one is this class and the row below.
class CallList : public publish::Publisher {
  public:
    explicit CallList(OutputFile file) : file_(std::move(file)) {}
    static Result<std::unique_ptr<publish::Publisher>> make(const publish::Article& article) {
        RAWI_TRY(OutputFile file, OutputFile::create(article.folder / "calls.txt"));
        return std::make_unique<CallList>(std::move(file));
    }
    Result<> open_chapter(const Chapter& chapter) override {
        return file_.write(fmt::format("open {} {}\n", chapter.level, chapter.title));
    }
    Result<> add(const Utterance& utterance, const Timing& timing) override {
        EXPECT_EQ(timing.words.size(), utterance.words.size());
        return file_.write(fmt::format("add {}\n", utterance.words.front().spoken));
    }
    Result<> skip(const Skip& skip) override {
        return file_.write(std::string(describe_reason(skip)) + "\n");
    }
    Result<> close_chapter(const Chapter& chapter) override {
        EXPECT_GT(chapter.length, 0);
        return file_.write("close\n");
    }
    Result<> finish() override {
        RAWI_CHECK_OK(file_.write("finish\n"));
        return file_.close();
    }

  private:
    OutputFile file_;
};

constexpr std::array toy_publishers = {
    publish::Row{.name = "calls", .what = "the calls (calls.txt)", .make = CallList::make}};

constexpr std::array formats = {audio::toy_format};

class ARun : public RunTest {
  protected:
    void SetUp() override {
        RunTest::SetUp();
        options_.output.publishers = toy_publishers;
    }
};

TEST_F(ARun, DrivesAPublisherThatIsOneClassAndOneRow) {
    options_.output.with = {"calls"};
    ASSERT_TRUE(run({put("a.txt", "The title\n\nOne fine day.\n\n## Next\n\nTwo.\n")}));
    ASSERT_EQ(reports_, (std::vector<std::string>{"0 a"}));
    const std::string calls = read_file(root_ / "out/a/calls.txt").value();
    EXPECT_TRUE(calls.starts_with("open 1 ")) << calls;
    EXPECT_NE(calls.find("add One\n"), std::string::npos) << calls;
    EXPECT_NE(calls.find("punctuation\n"), std::string::npos) << calls;
    EXPECT_TRUE(calls.ends_with("close\nfinish\n")) << calls;
    EXPECT_FALSE(fs::exists(root_ / "out/a/article.json"));
}

TEST_F(ARun, AnotherPublisherRendersAgain) {
    constexpr std::array two = {
        publish::Row{.name = "calls", .what = "the calls", .make = CallList::make},
        publish::Row{.name = "again", .what = "the same calls", .make = CallList::make},
        publish::Row{
            .name = "manifest", .what = "", .make = publish::make_manifest, .always = true}};
    options_.output.publishers = two;
    const fs::path article = put("a.txt", "One.");
    options_.output.with = {"calls"};
    EXPECT_TRUE(renders(article));
    EXPECT_FALSE(renders(article));
    options_.output.with = {"again"};
    EXPECT_TRUE(renders(article));
}

TEST_F(ARun, ReportsEachArticleOnceAndInOrder) {
    ASSERT_TRUE(
        run({put("a.txt", "One."), root_ / "none.txt", put("b.txt", "Two."), put("c.txt", "..."),
             put("d.txt", "\u0643\u062A\u0628."), put("e.txt", "Three.")}));
    ASSERT_EQ(reports_.size(), 6U);
    EXPECT_EQ(reports_[0], "0 a");
    EXPECT_TRUE(reports_[1].starts_with("1 cannot read")) << reports_[1];
    EXPECT_EQ(reports_[2], "2 b");
    EXPECT_EQ(reports_[3], "3 this article contains nothing to speak");
    EXPECT_EQ(reports_[4], "4 d");
    EXPECT_EQ(reports_[5], "5 e");
    for (const char* const made : {"a", "b", "d", "e"})
        EXPECT_TRUE(fs::exists(root_ / "out" / made)) << made;
    EXPECT_FALSE(fs::exists(root_ / "out/c"));
}

TEST_F(ARun, AnArticleThatFailsWhileItIsSpokenStopsNoOther) {
    const Setting crash("FAULT_CRASH", "poison");
    ASSERT_TRUE(run({put("a.txt", "One."), put("b.txt", "Two. A poison word. Three."),
                     put("c.txt", "Four."), put("d.txt", "Five.")}));
    ASSERT_EQ(reports_.size(), 4U);
    EXPECT_EQ(reports_[0], "0 a");
    EXPECT_TRUE(reports_[1].starts_with("1 this sentence cannot be spoken")) << reports_[1];
    EXPECT_EQ(reports_[2], "2 c");
    EXPECT_EQ(reports_[3], "3 d");
    EXPECT_FALSE(fs::exists(root_ / "out/b"));
}

TEST_F(ARun, TheItemsOfAFeedAreArticlesInFoldersThatStay) {
    options_.output.publishers = publish::publishers();
    const auto feed = [](const std::string& items) {
        return "<rss><channel>" + items + "</channel></rss>";
    };
    const std::string one = "<item><title>News</title><guid>1</guid></item>";
    const std::string two = "<item><title>News</title><guid>2</guid></item>";
    const auto folders = [&] {
        std::vector<std::string> names;
        for (const Outcome& outcome : outcomes_)
            names.push_back(outcome.folder.lexically_relative(root_ / "out").string());
        return names;
    };
    ASSERT_TRUE(run({put("feed.xml", feed(one)), put("b.txt", "Two.")}));
    const std::vector<std::string> first = folders();
    ASSERT_EQ(first.size(), 2U);
    EXPECT_TRUE(first[0].starts_with("feed/News-")) << first[0];
    EXPECT_EQ(first[1], "b");
    ASSERT_TRUE(run({put("feed.xml", feed(two + one))}));
    const std::vector<std::string> second = folders();
    ASSERT_EQ(second.size(), 2U);
    EXPECT_TRUE(second[0].starts_with("feed/News-")) << second[0];
    EXPECT_NE(second[0], first[0]);
    EXPECT_EQ(second[1], first[0]);
}

TEST_F(ARun, AnItemThatFailsStopsNoOther) {
    const Setting crash("FAULT_CRASH", "poison");
    const fs::path feed =
        put("feed.xml",
            "<rss><channel><item><title>One</title></item><item><description>A poison "
            "word.</description></item><item><title>...</title></item><item><title>Four</title>"
            "</item><item><title>Five</title></item><item><title>Six</b></item></channel></rss>");
    ASSERT_TRUE(run({put("a.txt", "Zero."), feed, put("z.txt", "Seven.")}));
    ASSERT_EQ(reports_.size(), 8U);
    EXPECT_EQ(reports_[0], "0 a");
    EXPECT_TRUE(reports_[1].starts_with("1 One-")) << reports_[1];
    EXPECT_TRUE(reports_[2].starts_with("1 this sentence cannot be spoken")) << reports_[2];
    EXPECT_TRUE(reports_[3].starts_with("1 this article contains nothing")) << reports_[3];
    EXPECT_TRUE(reports_[4].starts_with("1 Four-")) << reports_[4];
    EXPECT_TRUE(reports_[5].starts_with("1 Five-")) << reports_[5];
    EXPECT_TRUE(reports_[6].starts_with("1 this XML is not well-formed")) << reports_[6];
    EXPECT_EQ(reports_[7], "2 z");
}

TEST_F(ARun, WritesASoundFormatThatIsOneFileAndOneRow) {
    options_.output.formats = formats;
    options_.output.format = "toy";
    ASSERT_TRUE(run({put("a.txt", "The title\n\nOne fine day.\n\n## Next\n\nTwo.\n")}));
    ASSERT_EQ(reports_, (std::vector<std::string>{"0 a"}));
    const std::string sound = read_file(root_ / "out/a/02-Next.toy").value();
    EXPECT_NE(sound.find(" frames at 22050: ## Next\n0 ## Next\n"), std::string::npos)
        << sound.substr(0, 80);
    EXPECT_TRUE(fs::exists(root_ / "out/a/01-The-title.toy"));
    EXPECT_EQ(std::distance(fs::directory_iterator(root_ / "out/a"), fs::directory_iterator()), 2);
}

TEST_F(ARun, AFormatThatIsUnknownOrCannotBeStreamedIsAnErrorBeforeAnyWork) {
    options_.output.formats = formats;
    options_.output.format = "tape";
    Result<> done = run({put("a.txt", "One.")});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, Error::Kind::usage);
    EXPECT_EQ(done.error().message, "\"tape\" is not a sound format; the formats are: toy");
    options_.output.format = "toy";
    options_.output.folder = "-";
    done = run({root_ / "a.txt"});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, Error::Kind::usage);
    EXPECT_NE(done.error().message.find("cannot be written to standard output"), std::string::npos);
    EXPECT_TRUE(reports_.empty());
}

TEST_F(ARun, AnUnknownPublisherIsAnErrorThatListsTheNames) {
    options_.output.with = {"subtitles"};
    const Result<> done = run({put("a.txt", "One.")});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, Error::Kind::usage);
    EXPECT_EQ(done.error().message,
              "\"subtitles\" is not a publisher; the publishers are: calls, all");
    EXPECT_TRUE(reports_.empty());
}

}  // namespace
}  // namespace rawi::production
