#include "production/lexicon_cache.h"

#include <filesystem>
#include <map>
#include <string>
#include <unistd.h>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "languages/languages.h"
#include "speech/espeak/engine_text.h"
#include "wording/language.h"
#include "wording/lexicon/phonemes.h"
#include "wording/script/script_writer.h"
#include "wording/segmentation.h"
#include "wording/token.h"

namespace rawi::production {
namespace {

namespace fs = std::filesystem;

/// Of voices that take none.
Result<const wording::lexicon::Phonemes*> phonemes_of(std::string_view tag) {
    static std::map<std::string, wording::lexicon::Phonemes> known;
    RAWI_TRY(known[std::string(tag)], wording::lexicon::Phonemes::load("/nowhere", tag));
    return &known[std::string(tag)];
}

class Lexicons : public ::testing::Test {
  protected:
    fs::path root_ = fs::temp_directory_path() / (fmt::format("rawi-lexica.{}", ::getpid()));
    LexiconPlaces places_{.data = root_ / "voices",
                          .user = root_ / "user",
                          .article = root_ / "news" / "a.txt",
                          .run = {}};

    void SetUp() override {
        for (const char* const folder : {"voices/en", "user", "news"})
            fs::create_directories(root_ / folder);
    }
    void TearDown() override { fs::remove_all(root_); }
    fs::path put(const std::string& name, const std::string& text) {
        EXPECT_TRUE(write_file(root_ / name, text));
        return root_ / name;
    }
    /// What is said for the word "x".
    std::string said(LexiconCache& lexica) {
        const auto language = languages::load_language(RAWI_SOURCE "/voices", "en");
        auto set = lexica.gather(places_, {"en-GB"}, phonemes_of);
        EXPECT_TRUE(set) << (set ? "" : set.error().message);
        if (!set) return {};
        languages::Languages languages(RAWI_SOURCE "/voices", {});
        const wording::Language* const british = languages.load("en-GB").value_or(nullptr);
        const std::vector<wording::Token> tokens = wording::tokenize("x", {.begin = 0, .end = 1});
        const auto match = set->lexicon.match(*british, "x", tokens, 0);
        return match ? match->entry->respelling : "nothing";
    }
};

TEST_F(Lexicons, TheMoreSpecificOneWins) {
    LexiconCache lexica;
    EXPECT_EQ(said(lexica), "nothing");
    put("voices/en/lexicon.pls",
        "<lexicon xml:lang=\"en\"><lexeme><grapheme>x</grapheme><alias>voice "
        "pls</alias></lexeme></lexicon>");
    EXPECT_EQ(said(lexica), "voice pls");
    put("voices/en/lexicon.tsv", "x\tvoice\n");
    EXPECT_EQ(said(lexica), "voice");
    put("user/lexicon.en.tsv", "x\tuser\n");
    EXPECT_EQ(said(lexica), "user");
    put("user/lexicon.en-GB.tsv", "x\tBritish user\n");
    EXPECT_EQ(said(lexica), "British user");
    put("news/lexicon.tsv", "x\tfolder\n");
    EXPECT_EQ(said(lexica), "folder");
    put("news/a.lexicon.tsv", "x\tarticle\n");
    EXPECT_EQ(said(lexica), "article");
    places_.run = {put("one.tsv", "x\tone\n"), put("two.tsv", "x\ttwo\n")};
    EXPECT_EQ(said(lexica), "two");
}

TEST_F(Lexicons, TheDigestCoversTheirContent) {
    LexiconCache lexica;
    EXPECT_EQ(lexica.gather(places_, {"en"}, phonemes_of)->digest, "");
    put("news/lexicon.tsv", "x\ty\n");
    const std::string first = lexica.gather(places_, {"en"}, phonemes_of)->digest;
    EXPECT_NE(first, "");
    put("news/lexicon.tsv", "x\tz\n");
    EXPECT_NE(LexiconCache().gather(places_, {"en"}, phonemes_of)->digest, first);
}

TEST_F(Lexicons, UnusedEntriesAreReported) {
    put("voices/en/lexicon.tsv", "q\tvoice\n");
    put("news/lexicon.tsv", "x\ty\nz\tw\n");
    LexiconCache lexica;
    auto set = lexica.gather(places_, {"en"}, phonemes_of);
    ASSERT_TRUE(set);
    EXPECT_EQ(lexica.unused().size(), 2U);
    Document document;
    document.text = "x";
    document.blocks.emplace_back();
    document.blocks[0].source = {.begin = 0, .end = 1};
    document.sections.push_back(Section{.title = {}, .first_block = 0, .block_count = 1});
    const auto language = languages::load_language(RAWI_SOURCE "/voices", "en");
    wording::script::write_script(document, **language, wording::script::Depth::spoken,
                                  {.lexicon = &set->lexicon, .languages = {}, .used = set->used});
    ASSERT_EQ(lexica.unused().size(), 1U);
    EXPECT_EQ(lexica.unused()[0],
              (root_ / "news/lexicon.tsv:2: \"z\" did not match anything").string());
}

TEST_F(Lexicons, ALexiconOfAnotherLanguageIsReported) {
    places_.run = {put("one.pls",
                       "<lexicon xml:lang=\"fr\"><lexeme><grapheme>x</grapheme>"
                       "<alias>y</alias></lexeme></lexicon>")};
    LexiconCache lexica;
    const auto set = lexica.gather(places_, {"en"}, phonemes_of);
    ASSERT_TRUE(set);
    EXPECT_EQ(set->notices.size(), 1U);
    EXPECT_TRUE(lexica.unused().empty());
    EXPECT_TRUE(lexica.gather(places_, {"en", "fr"}, phonemes_of)->notices.empty());
}

TEST_F(Lexicons, AnUnusableLexiconIsAnError) {
    places_.run = {put("one.tsv", "x\n")};
    LexiconCache lexica;
    const auto set = lexica.gather(places_, {"en"}, phonemes_of);
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().where, (root_ / "one.tsv:1:2").string());
    places_.run = {put("two.tsv", "x\ty\tz\n")};
    EXPECT_EQ(LexiconCache().gather(places_, {"en"}, phonemes_of).error().where,
              (root_ / "two.tsv:1:1").string());
    places_.run = {root_ / "none.tsv"};
    EXPECT_FALSE(LexiconCache().gather(places_, {"en"}, phonemes_of));
}

/// What phonemes.tsv lists, the engine can say.
TEST(PhonemesTable, AgreesWithTheEngine) {
    const auto phonemes = wording::lexicon::Phonemes::load(RAWI_SOURCE "/voices", "ar");
    ASSERT_TRUE(phonemes);
    EXPECT_GT(phonemes->symbols().size(), 40U);
    for (const std::string& sound : phonemes->symbols())
        EXPECT_TRUE(speech::espeak::mnemonics_of("a" + sound)) << sound;
}

}  // namespace
}  // namespace rawi::production
