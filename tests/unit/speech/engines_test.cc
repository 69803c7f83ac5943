// The table of engines, and what they say of themselves.
#include "speech/engines/engines.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "speech/voices.h"
#include "support/faulty_engine.h"
#include "support/setting.h"
#include "support/toy_engine.h"

namespace rawi::speech::engines {
namespace {

namespace fs = std::filesystem;

std::unique_ptr<Engine> make_toy() {
    return std::make_unique<ToyEngine>();
}

std::unique_ptr<Engine> make_faulty() {
    return std::make_unique<FaultyEngine>(make_toy(), Faults{});
}

TEST(Engines, TheNameOfAVoiceChoosesItsEngine) {
    const std::array<Row, 2> rows = {
        {{.name = "faulty", .make = make_faulty}, {.name = "toy", .make = make_toy}}};
    const auto plain = choose({.name = "de"}, rows);
    ASSERT_TRUE(plain);
    EXPECT_NE(dynamic_cast<FaultyEngine*>(plain->engine.get()), nullptr);
    EXPECT_EQ(plain->voice.name, "de");
    const auto other = choose({.name = "toy:small", .words_per_minute = 200}, rows);
    ASSERT_TRUE(other);
    EXPECT_NE(dynamic_cast<ToyEngine*>(other->engine.get()), nullptr);
    EXPECT_EQ(other->voice, (Voice{.name = "small", .words_per_minute = 200}));
    const auto none = choose({.name = "parrot:de"}, rows);
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().kind, Error::Kind::unsupported);
}

TEST(Engines, VoicesAreListed) {
    EXPECT_TRUE(check_voice({.name = "en-us"}));
    EXPECT_TRUE(check_voice({.name = "ar"}));
    const Result<> missing = check_voice({.name = "xx"});
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, Error::Kind::unsupported);
    EXPECT_NE(missing.error().message.find("espeak-ng-data"), std::string::npos);
    EXPECT_FALSE(check_voice({.name = "parrot:de"}));
}

TEST(Engines, InstalledVoicesHaveTagsAndNames) {
    const auto all = installed_voices();
    ASSERT_TRUE(all);
    EXPECT_TRUE(std::any_of(all->begin(), all->end(),
                            [](const InstalledVoice& voice) { return voice.tag == "ar"; }));
    ToyEngine toy;
    const auto toys = speech::installed_voices(toy);
    ASSERT_TRUE(toys);
    ASSERT_EQ(toys->size(), 1U);
    EXPECT_EQ(toys->front().name, "Toy");
}

/// Crashes whatever it is asked.
class CrashingEngine final : public Engine {
  public:
    EngineInfo info() const override { return {}; }
    Result<std::vector<InstalledVoice>> voices() override { std::abort(); }
    Result<int> load(const Voice& /*voice*/) override { std::abort(); }
    Result<Speech> speak(const Request& /*request*/, const PartSink& /*part*/) override {
        std::abort();
    }
};

TEST(Engines, ACrashWhileListingVoicesIsAnError) {
    CrashingEngine engine;
    EXPECT_EQ(speech::check_voice(engine, {.name = "de"}).error().message, "the engine crashed");
    EXPECT_EQ(speech::installed_voices(engine).error().message, "the engine crashed");
}

TEST(Engines, TheDataFolderIsTheOneThatEspeakUses) {
    const auto usual = info({.name = "ar"});
    ASSERT_TRUE(usual);
    EXPECT_EQ(usual->identity.substr(0, 10), "eSpeak NG ");
    ASSERT_EQ(usual->data.size(), 1U);
    EXPECT_TRUE(fs::exists(usual->data.front() / "phontab")) << usual->data.front();

    const fs::path own = fs::temp_directory_path() / fmt::format("rawi-espeak-{}", getpid());
    fs::create_directory(own);
    const Setting path("ESPEAK_DATA_PATH", own.string());
    const auto changed = info({.name = "ar"});
    fs::remove(own);
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->data, std::vector<fs::path>{own});
}

}  // namespace
}  // namespace rawi::speech::engines
