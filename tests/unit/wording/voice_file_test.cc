#include "wording/voice_file.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "wording/house_style.h"

namespace rawi {
namespace {

namespace fs = std::filesystem;

class VoiceFileTest : public testing::Test {
  protected:
    VoiceFileTest()
        : folder_(fs::temp_directory_path() /
                  ("rawi-" +
                   std::string(testing::UnitTest::GetInstance()->current_test_info()->name()))) {
        fs::create_directories(folder_ / "xx");
        std::ofstream(folder_ / "default.toml") << "rate = 170\n[pauses]\ncomma = 100\n";
    }
    ~VoiceFileTest() override { fs::remove_all(folder_); }

    Result<wording::VoiceFile> load(const std::string& content, const char* tag = "xx") {
        std::ofstream(folder_ / "xx" / "voice.toml") << content;
        return wording::load_voice_file(folder_, tag);
    }
    /// "line:column message" of what is wrong with a voice.toml of this content.
    std::string wrong(const std::string& content) {
        const Result<wording::VoiceFile> voice = load(content);
        if (voice) return "";
        const std::string file = (folder_ / "xx" / "voice.toml").string() + ":";
        EXPECT_EQ(voice.error().where.substr(0, file.size()), file);
        return voice.error().where.substr(file.size()) + " " + voice.error().message;
    }
    fs::path folder_;
};

TEST_F(VoiceFileTest, MissingSettingsHaveDefaults) {
    const auto voice = load("voice = \"yy\"\n[pauses]\nsentence = 5\n", "xx-DE");
    ASSERT_TRUE(voice) << voice.error().message;
    EXPECT_EQ(voice->engine_voice, "yy");
    EXPECT_EQ(voice->rate, 170);
    EXPECT_EQ(voice->pauses.comma, 100);
    EXPECT_EQ(voice->pauses.sentence, 5);
}

TEST_F(VoiceFileTest, TheHouseStyleIsCheckedAgainstItsTable) {
    std::ofstream(folder_ / "xx" / "style.tsv")
        << "# columns: setting | value | said\ntone\tplain\t-\ntone\thigh\thigh words\n";
    const auto voice = load("[style]\ntone = \"low\"\n");
    ASSERT_TRUE(voice) << voice.error().message;
    const auto refused = wording::HouseStyle::load(folder_ / "xx" / "style.tsv", voice->house);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message, "style \"tone\" must be one of: plain, high; not \"low\"");
    EXPECT_TRUE(refused.error().where.ends_with("voice.toml:2:8")) << refused.error().where;
    const wording::Choice over{.key = "tone", .value = "high", .where = "--style"};
    const auto chosen = wording::HouseStyle::load(folder_ / "xx" / "style.tsv", {over});
    ASSERT_TRUE(chosen);
    EXPECT_EQ(chosen->words("tone"), "high words");
    const wording::Choice unknown{.key = "tune", .value = "high", .where = "--style"};
    EXPECT_EQ(wording::HouseStyle::load(folder_ / "xx" / "style.tsv", {unknown}).error().message,
              "unknown style \"tune\"; the styles are: tone");
    EXPECT_EQ(chosen->value("tone"), "high");
    EXPECT_EQ(wording::HouseStyle::load(folder_ / "xx" / "style.tsv", {})->words("tone"), "");
    EXPECT_FALSE(wording::HouseStyle::load(folder_ / "xx" / "none.tsv", {over}));
    EXPECT_TRUE(wording::HouseStyle::load(folder_ / "xx" / "none.tsv", {}));
    EXPECT_EQ(wrong("[style]\ntone = 1\n"), "2:8 \"tone\" must be a quoted string");
    EXPECT_FALSE(wording::read_choice("tone", "--style"));
    EXPECT_EQ(wording::read_choice("tone=a=b", "--style")->value, "a=b");
}

TEST_F(VoiceFileTest, TheStyleTableHasExactlyTheSettingsOfTheProgram) {
    const fs::path table = folder_ / "xx" / "style.tsv";
    std::ofstream(table) << "# columns: setting | value | said\ntone\tplain\t-\ntone\thigh\t-\n";
    const auto style = wording::HouseStyle::load(table, {});
    ASSERT_TRUE(style);
    constexpr std::array<std::string_view, 2> both = {"plain", "high"};
    constexpr std::array<std::string_view, 1> one = {"plain"};
    const auto error = [&](std::vector<wording::Setting> settings) {
        const auto checked = style->check(settings);
        return checked ? ""
                       : checked.error().where.substr(table.string().size()) + " " +
                             checked.error().message;
    };
    EXPECT_EQ(error({{.name = "tone"}}), "");
    EXPECT_EQ(error({{.name = "tone", .values = both}}), "");
    EXPECT_EQ(error({{.name = "tone", .values = one}}),
              ":3 \"high\" is not a value that setting \"tone\" can have");
    EXPECT_EQ(error({{.name = "tone"}, {.name = "pace"}}), " the setting \"pace\" is missing");
    EXPECT_EQ(error({}), ":2 the setting \"tone\" is never used");
}

TEST_F(VoiceFileTest, RolesHaveAPolicy) {
    std::ofstream(folder_ / "default.toml") << "[roles]\nimage = \"skip\"\n";
    const auto voice = load("[roles]\nimage = \"announce\"\npull-quote = \"skip\"\n");
    ASSERT_TRUE(voice) << voice.error().message;
    EXPECT_EQ(voice->roles,
              (std::vector<RolePolicy>{{.role = Role::image, .policy = Policy::skip},
                                       {.role = Role::image, .policy = Policy::announce},
                                       {.role = Role::pull_quote, .policy = Policy::skip}}));
    EXPECT_EQ(wrong("[roles]\nimage = \"say\"\n"),
              "2:9 \"say\" is not a policy: speak, skip, announce");
    EXPECT_NE(wrong("[roles]\nimages = \"skip\"\n").find("related-link"), std::string::npos);
    EXPECT_EQ(wrong("[roles]\nimage = true\n"), "2:9 \"image\" must be a quoted string");
}

TEST_F(VoiceFileTest, MistakesHaveAPlace) {
    EXPECT_EQ(wrong("rate = 160\npitch = \"high\"\n"),
              "2:9 \"pitch\" must be an integer from 0 to 99");
    EXPECT_EQ(wrong("rate = 1000\n"), "1:8 \"rate\" must be an integer from 80 to 449");
    EXPECT_EQ(wrong("rate = 160.5\n"), "1:8 \"rate\" must be an integer from 80 to 449");
    EXPECT_EQ(wrong("name = 1\n"), "1:8 \"name\" must be a quoted string");
    EXPECT_EQ(wrong("pauses = 100\n"), "1:10 \"pauses\" must be a table");
    EXPECT_EQ(wrong("[pauses]\nsentense = 100\n"), "2:1 unknown key \"sentense\"");
    EXPECT_EQ(wrong("tempo = 2\n"), "1:1 unknown key \"tempo\"");
    EXPECT_EQ(wrong("rate = \n").substr(0, 2), "1:");
}

}  // namespace
}  // namespace rawi
