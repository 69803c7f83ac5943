// What makes an article be rendered again, and what does not.
#include "production/fingerprint.h"

#include <array>
#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "speech/engines/engines.h"
#include "support/setting.h"
#include "support/toy_encoder.h"
#include "unit/production/run_test.h"

namespace rawi::production {
namespace {

namespace fs = std::filesystem;

constexpr const char* arabic = "\u0642\u0627\u0644 90 \u0634\u062E\u0635\u0627 Rawi.";

constexpr std::array toy_formats = {audio::toy_format};

/// A change of the options, and its name.
struct Change {
    const char* name;
    std::function<void(RenderOptions&)> make;
};

class UpToDate : public RunTest {
  protected:
    void SetUp() override {
        RunTest::SetUp();
        article_ = put("a.txt", arabic);
        options_.run.jobs = 1;
    }
    fs::path article_;
};

TEST_F(UpToDate, EachOptionThatChangesTheOutputRendersAgain) {
    ASSERT_TRUE(renders(article_));
    ASSERT_FALSE(renders(article_));
    const fs::path lexicon = put("names.tsv", "Rawi\t\u0631\u064E\u0627\u0648\u0650\u064A\n");
    const std::vector<Change> changes = {
        {"program", [](RenderOptions& o) { o.program = "2"; }},
        {"language", [](RenderOptions& o) { o.language = "ar-EG"; }},
        {"charset", [](RenderOptions& o) { o.read.charset.name = "UTF-8"; }},
        {"lossy", [](RenderOptions& o) { o.read.charset.lossy = true; }},
        {"from", [](RenderOptions& o) { o.read.format = "ssml"; }},
        {"roles",
         [](RenderOptions& o) { o.read.roles = {{.role = Role::byline, .policy = Policy::skip}}; }},
        {"addresses", [](RenderOptions& o) { o.style.addresses = wording::Addresses::full; }},
        {"endings", [](RenderOptions& o) { o.style.endings = wording::Endings::full; }},
        {"style",
         [](RenderOptions& o) {
             o.style.house = {{.key = "latin", .value = "voice", .where = "--style"}};
         }},
        {"lexicon", [&](RenderOptions& o) { o.lexica.files = {lexicon}; }},
        {"voice", [](RenderOptions& o) { o.voice.name = "fa"; }},
        {"rate", [](RenderOptions& o) { o.voice.rate = 200; }},
        {"pitch", [](RenderOptions& o) { o.voice.pitch = 60; }},
        {"format",
         [](RenderOptions& o) {
             o.output.formats = toy_formats;
             o.output.format = "toy";
         }},
        {"with", [](RenderOptions& o) { o.output.with = {"vowelled"}; }}};
    for (const Change& change : changes) {
        change.make(options_);
        EXPECT_TRUE(renders(article_)) << change.name;
    }
    EXPECT_FALSE(renders(article_));
}

TEST_F(UpToDate, OptionsThatChangeNoByteRenderNothing) {
    ASSERT_TRUE(renders(article_));
    const fs::path idle = put("other/idle.tsv", "");
    const std::vector<Change> changes = {
        {"jobs", [](RenderOptions& o) { o.run.jobs = 2; }},
        {"keep going", [](RenderOptions& o) { o.run.keep_going = true; }},
        {"force", [](RenderOptions& o) { o.output.force = true; }},
        {"reasons", [](RenderOptions& o) { o.style.reasons = true; }},
        {"the language that it is in", [](RenderOptions& o) { o.language = "ar"; }},
        {"the rate that it has", [](RenderOptions& o) { o.voice.rate = 160; }},
        {"what is always written", [](RenderOptions& o) { o.output.with = {"manifest"}; }},
        {"a user without lexica", [&](RenderOptions& o) { o.lexica.user = idle.parent_path(); }}};
    for (const Change& change : changes) {
        const RenderOptions before = options_;
        change.make(options_);
        EXPECT_FALSE(renders(article_)) << change.name;
        options_ = before;
    }
    options_.run.again = true;
    EXPECT_TRUE(renders(article_));
}

TEST_F(UpToDate, AnEditOfATableThatIsUsedRendersAgain) {
    copy_voices();
    ASSERT_TRUE(renders(article_));
    put("voices/ar/words.md", "notes");
    put("voices/en/words.tsv", "");
    put("voices/en/voice.toml", "rate = 180\n");
    EXPECT_FALSE(renders(article_)) << "nothing of it is used";
    for (const char* const used : {"voices/ar/ranked.tsv", "voices/en/structure.tsv"}) {
        put(used, read_file(root_ / used).value() + "# a remark\n");
        EXPECT_TRUE(renders(article_)) << used;
        EXPECT_FALSE(renders(article_)) << used;
    }
    put("voices/ar/voice.toml", "voice = \"ar\"\nrate = 175\n# a remark\n");
    ASSERT_TRUE(run({article_}));
    put("voices/ar/voice.toml", "voice = \"ar\"\nrate = 175\n");
    EXPECT_FALSE(renders(article_)) << "it says the same";
    put("voices/ar/voice.toml", "voice = \"ar\"\nrate = 175\n[pauses]\ncomma = 1\n");
    EXPECT_TRUE(renders(article_));
}

TEST_F(UpToDate, TheVoiceOfWordsInAnotherLanguageIsUsed) {
    copy_voices();
    options_.style.house = {{.key = "latin", .value = "voice", .where = "--style"}};
    ASSERT_TRUE(renders(article_));
    put("voices/en/words.tsv", "");
    EXPECT_FALSE(renders(article_)) << "the words are its own";
    put("voices/en/voice.toml", "voice = \"en-us\"\nrate = 181\n");
    EXPECT_TRUE(renders(article_));
}

TEST_F(UpToDate, TheTablesOfALanguageThatMarkupNamesAreUsed) {
    copy_voices();
    article_ = put("a.txt",
                   "<speak xml:lang=\"ar\">\u0642\u0627\u0644 <lang xml:lang=\"en\">five "
                   "dogs</lang>.</speak>");
    ASSERT_TRUE(renders(article_));
    ASSERT_FALSE(renders(article_));
    const char* const used = "voices/en/words.tsv";
    put(used, read_file(root_ / used).value() + "# a remark\n");
    EXPECT_TRUE(renders(article_));
}

TEST_F(UpToDate, OtherEngineDataRendersAgain) {
    const auto engine = speech::engines::info({.name = "ar"});
    ASSERT_TRUE(engine);
    ASSERT_EQ(engine->data.size(), 1U);
    fs::copy(engine->data[0], root_ / "espeak-ng-data", fs::copy_options::recursive);
    ASSERT_TRUE(renders(article_));
    const Setting data("ESPEAK_DATA_PATH", root_.string());
    EXPECT_FALSE(renders(article_)) << "the same files in another place";
    put("espeak-ng-data/ar_dict", read_file(root_ / "espeak-ng-data/fa_dict").value());
    EXPECT_TRUE(renders(article_));
    EXPECT_FALSE(renders(article_));
}

TEST_F(UpToDate, ATableThatCannotBeReadIsAnError) {
    copy_voices();
    fs::create_symlink("loop.tsv", options_.data / "ar" / "loop.tsv");
    ASSERT_TRUE(run({article_}));
    EXPECT_EQ(reports_, (std::vector<std::string>{
                            fmt::format("0 cannot read \"{}\": Too many levels of symbolic links",
                                        (options_.data / "ar/loop.tsv").string())}));
}

}  // namespace
}  // namespace rawi::production
