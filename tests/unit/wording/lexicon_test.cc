#include "wording/lexicon/lexicon.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "unit/languages.h"
#include "wording/language.h"
#include "wording/lexicon/lexicon_file.h"
#include "wording/lexicon/phonemes.h"
#include "wording/script/script_writer.h"

namespace rawi {
namespace {

std::shared_ptr<wording::lexicon::LexiconFile> file_of(const std::string& name,
                                                       const std::string& bytes) {
    return std::make_shared<wording::lexicon::LexiconFile>(
        wording::lexicon::read_lexicon(name, bytes));
}

/// What is said for a text with lexica, of which a later one goes before an earlier.
std::string said(const std::string& text, const wording::Language& language,
                 const std::vector<std::string>& tables) {
    wording::lexicon::Lexicon lexicon;
    for (const std::string& table : tables)
        lexicon.add(file_of("names.tsv", table), language.tag());
    const Document document = one_block(text);
    const Script script = wording::script::write_script(
        document, language, wording::script::Depth::spoken, {.lexicon = &lexicon, .languages = {}});
    EXPECT_EQ(wording::script::check_invariants(document, script), "") << text;
    std::string result;
    for (const Utterance& utterance : script.utterances) {
        for (const Word& word : utterance.words)
            result += (result.empty() ? "" : " ") + word.spoken;
    }
    return result;
}

std::vector<std::string> flaws(const wording::lexicon::LexiconFile& file) {
    std::vector<std::string> all;
    for (const wording::lexicon::LexiconFlaw& flaw : file.flaws)
        all.push_back(flaw.error.where + (flaw.warning ? " warning" : ""));
    return all;
}

TEST(LexiconFile, Table) {
    const auto file = file_of(
        "names.tsv", "\xEF\xBB\xBF# names\r\n\r\nA B\t b c \r\nC\t\t/d/\nD\te\t# 3 x, latin\n");
    EXPECT_TRUE(file->flaws.empty());
    ASSERT_EQ(file->entries.size(), 3U);
    EXPECT_EQ(file->entries[0].written, "A B");
    EXPECT_EQ(file->entries[0].respelling, "b c");
    EXPECT_EQ(file->place_of(file->entries[0]), "names.tsv:3");
    EXPECT_EQ(file->entries[1].pronunciation, "d");
    EXPECT_EQ(file->entries[2].pronunciation, "");
}

TEST(LexiconFile, FlawsOfATableHaveTheirPlaces) {
    const auto file = file_of("n.tsv", "alone\n\tb\na\tb\tc\td\nf\t\xFF\ng\th\n");
    EXPECT_EQ(flaws(*file),
              (std::vector<std::string>{"n.tsv:1:6", "n.tsv:2:1", "n.tsv:3:1", "n.tsv:4:3"}));
    EXPECT_EQ(file->entries.size(), 1U);
}

TEST(LexiconFile, Pls) {
    const auto file = file_of(
        "n.pls",
        "<?xml version=\"1.0\"?>\n<lexicon version=\"1.0\" alphabet=\"ipa\" xml:lang=\"ar\">\n"
        "<lexeme><grapheme>A</grapheme>\n<grapheme>B &amp; C</grapheme><alias>d</alias></lexeme>\n"
        "<lexeme><grapheme>E</grapheme><phoneme alphabet=\"x-sampa\">q</phoneme>"
        "<phoneme>a</phoneme><alias prefer=\"true\">f</alias></lexeme></lexicon>");
    EXPECT_EQ(flaws(*file), (std::vector<std::string>{"n.pls:5:31 warning"}));
    EXPECT_EQ(file->language, "ar");
    ASSERT_EQ(file->entries.size(), 3U);
    EXPECT_EQ(file->entries[1].written, "B & C");
    EXPECT_EQ(file->entries[1].line, 4U);
    EXPECT_EQ(file->entries[2].respelling, "f");
}

TEST(LexiconFile, FlawsOfPlsHaveTheirPlaces) {
    EXPECT_EQ(flaws(*file_of("n.pls", "<lexicon xml:lang=\"ar\">\n<lexeme>")),
              (std::vector<std::string>{"n.pls:2:8"}));
    EXPECT_EQ(flaws(*file_of("n.pls", "<speak/>")), (std::vector<std::string>{"n.pls:1:1"}));
    EXPECT_EQ(flaws(*file_of("n.pls",
                             "<lexicon xml:lang=\"ar\">\n <lexeme><alias>a</alias></lexeme>\n "
                             "<lexeme><grapheme>a</grapheme></lexeme>\n"
                             "<lexeme><grapheme/><alias>a</alias></lexeme></lexicon>")),
              (std::vector<std::string>{"n.pls:2:2", "n.pls:3:2", "n.pls:4:9"}));
}

TEST(Lexicon, WholeWordsAndTheLongest) {
    const std::string table = "oak\tash\nOak Street\tAsh Road\nF-16\teff sixteen\nC++\tsee plus\n";
    EXPECT_EQ(said("An oak on Oak Street, soaked.", english(), {table}),
              "An ash on Ash Road soaked");
    EXPECT_EQ(said("F-16 and F-160 in C++.", english(), {table}).substr(0, 15), "eff sixteen and");
    EXPECT_EQ(said("C++.", english(), {table}), "see plus");
    EXPECT_EQ(said("oak5 5oak", english(), {table}), "oak five five oak");
}

TEST(Lexicon, CapitalsAsAReaderExpectsThem) {
    const std::string table = "US\tUnited States\nzelensky\tzelenskee\niPhone\teye phone\n";
    EXPECT_EQ(said("US us Us", english(), {table}), "United States us Us");
    EXPECT_EQ(said("zelensky Zelensky ZELENSKY zElensky", english(), {table}),
              "zelenskee zelenskee zelenskee zElensky");
    EXPECT_EQ(said("iPhone IPHONE Iphone", english(), {table}), "eye phone eye phone Iphone");
    // The one that is written just so goes first.
    EXPECT_EQ(said("us US", english(), {"us\tall of us\nUS\tUnited States\n"}),
              "all of us United States");
}

TEST(Lexicon, AnotherFileTakesPrecedenceAndDigitsAreRead) {
    EXPECT_EQ(said("A B A", english(), {"A\t1\nA B\t2\n", "A\t3 dogs\n"}), "two three dogs");
    EXPECT_EQ(said("The Smiths' house and Smith\xE2\x80\x99s.", english(), {"Smith\tSmeeth\n"}),
              "The Smiths house and Smeeth's");
}

TEST(Lexicon, FullStopsInAnEntryEndNoSentence) {
    const Document document = one_block("He saw Ste. Marie. She saw Mt. Then he left.");
    wording::lexicon::Lexicon lexicon;
    lexicon.add(file_of("n.tsv", "Ste. Marie\tsaint Mary\nMt.\tmount\n"), "en");
    const Script script =
        wording::script::write_script(document, english(), wording::script::Depth::spoken,
                                      {.lexicon = &lexicon, .languages = {}});
    ASSERT_EQ(script.utterances.size(), 2U);
    EXPECT_EQ(script.utterances[0].words.back().spoken, "Mary");
    EXPECT_EQ(script.utterances[1].words.at(2).spoken, "mount");
}

TEST(Lexicon, ArabicAfterAttachedClitics) {
    const std::string table =
        "\u0646\u062A\u0646\u064A\u0627\u0647\u0648\tx1\n"
        "\u0627\u0644\u0623\u0645\u0645 \u0627\u0644\u0645\u062A\u062D\u062F\u0629\t"
        "\u0627\u0644\u0623\u064F\u0645\u064E\u0645\n";
    const auto alone = [&](const std::string& word) { return said(word, arabic(), {table}); };
    EXPECT_EQ(alone("\u0627\u0644\u0623\u0645\u0645 \u0627\u0644\u0645\u062A\u062D\u062F\u0629"),
              "\u0627\u0644\u0623\u064F\u0645\u064E\u0645");
    // "and for the", the article without its alif.
    EXPECT_EQ(
        alone("\u0648\u0644\u0644\u0623\u0645\u0645 \u0627\u0644\u0645\u062A\u062D\u062F\u0629"),
        "\u0648\u064E\u0644\u0650\u0644\u0623\u064F\u0645\u064E\u0645");
    // Marks, tatweel and presentation forms in the article change nothing.
    EXPECT_EQ(alone("\u0627\u0644\u0640\u0640\u0623\u064F\u0645\u064E\u0645 "
                    "\u0627\u0644\u0645\u062A\u0651\u062D\u062F\uFE93"),
              "\u0627\u0644\u0623\u064F\u0645\u064E\u0645");
    // A word that only ends in the same letters is another word.
    EXPECT_NE(alone("\u0645\u0646\u062A\u0646\u064A\u0627\u0647\u0648"),
              alone("\u0646\u062A\u0646\u064A\u0627\u0647\u0648"));
}

TEST(Lexicon, ArabicStems) {
    const auto has = [](const std::string& word, const std::string& before,
                        const std::string& rest) {
        const std::vector<wording::Stem> stems = arabic().stems(word);
        return std::any_of(stems.begin(), stems.end(), [&](const wording::Stem& stem) {
            return stem.before == before && stem.word == rest;
        });
    };
    EXPECT_TRUE(has("\u0648\u0644\u0646\u062A\u0646\u064A\u0627\u0647\u0648", "\u0648\u0644",
                    "\u0646\u062A\u0646\u064A\u0627\u0647\u0648"));
    EXPECT_TRUE(has("\u0648\u0627\u0644NATO", "\u0648\u0627\u0644", "NATO"));
    EXPECT_TRUE(has("\u0644\u0644\u064A\u0645\u0646", "\u0644", "\u0627\u0644\u064A\u0645\u0646"));
    EXPECT_TRUE(has("\u0644\u0644\u063A\u0629", "\u0644",
                    "\u0627\u0644\u0644\u063A\u0629"));  // three lams are written as two
    EXPECT_TRUE(has("\u0633\u064A\u0642\u0648\u0644", "\u0633", "\u064A\u0642\u0648\u0644"));
    EXPECT_FALSE(has("\u0648\u0644\u064A", "\u0648", "\u0644\u064A"));  // too short
    EXPECT_EQ(arabic().respelled({.before = "\u0644", .word = {}, .after = {}},
                                 "\u0627\u0644\u0644\u0651\u064F\u063A\u064E\u0629"),
              "\u0644\u0650\u0644\u0651\u064F\u063A\u064E\u0629");
    EXPECT_EQ(
        arabic().pronounced({.before = "\u0648\u0627\u0644", .word = {}, .after = {}}, "zelenski"),
        "wazzelenski");
}

TEST(Lexicon, PhonemesAreTidiedAndChecked) {
    const auto phonemes = wording::lexicon::Phonemes::load(RAWI_SOURCE "/voices", "ar");
    ASSERT_TRUE(phonemes);
    EXPECT_TRUE(phonemes->check("ni.t\u0361\u0283a\u02D0", "n.tsv:1:1"));
    EXPECT_EQ(wording::lexicon::Phonemes::tidy(" ni.t\u0361\u0283a\u02D0  b "),
              "nit\u0283a\u02D0 b");
    const auto wrong = phonemes->check("ny", "n.tsv:1:1");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().where, "n.tsv:1:1");
    EXPECT_NE(wrong.error().message.find("\"y\""), std::string::npos);
    EXPECT_FALSE(phonemes->check(" . ", "n.tsv:1:1"));
    const auto none = wording::lexicon::Phonemes::load(RAWI_SOURCE "/voices", "en");
    ASSERT_TRUE(none);
    EXPECT_FALSE(none->check("a", "n.tsv:1:1"));
}

TEST(Lexicon, PronunciationsStayAndVowelsAreHints) {
    wording::lexicon::Lexicon lexicon;
    lexicon.add(
        file_of("n.tsv",
                "Zelensky\t\u0632\u064A\u0644\u064A\u0646\u0633\u0643\u064A\tzelenski\u02D0\n"
                "Kyiv\t\u0643\u0650\u064A\u064A\u0641\n"),
        "ar");
    const Document document = one_block("\u0648Zelensky Kyiv");
    const Script script =
        wording::script::write_script(document, arabic(), wording::script::Depth::pronounced,
                                      {.lexicon = &lexicon, .languages = {}});
    ASSERT_EQ(script.utterances.at(0).words.size(), 2U);
    const Word& name = script.utterances[0].words[0];
    EXPECT_EQ(name.pronunciation, "wazelenski\u02D0");
    EXPECT_EQ(name.semiotic_class, SemioticClass::lexicon);
    EXPECT_EQ(name.rule, "n.tsv:1");
    const Word& city = script.utterances[0].words[1];
    EXPECT_EQ(city.vowelled.find("\u0643\u0650"), 0U) << city.vowelled;
    EXPECT_FALSE(city.pronunciation.empty());
}

TEST(Lexicon, LintFindsEntriesThatCannotWork) {
    const auto phonemes = wording::lexicon::Phonemes::load(RAWI_SOURCE "/voices", "ar");
    const auto file = file_of("n.tsv",
                              "\u064E\u0640\tx\n"                        // nothing is seen
                              "A\t\u5317\u4EAC\n"                        // nothing is said
                              "B\t\u0643\u062A\u0627\u0628\n"            // no vowels
                              "C\t\u0643\u0650\u062A\u0627\u0628\tyy\n"  // no such sound
                              "D\t\u0643\u0650\u062A\u0627\u0628\n"
                              "D\t\u0628\u064E\u0627\u0628\n");
    wording::lexicon::check_lexicon(*file, arabic(), *phonemes);
    EXPECT_EQ(flaws(*file), (std::vector<std::string>{"n.tsv:1:1", "n.tsv:2:1", "n.tsv:3:1 warning",
                                                      "n.tsv:4:1"}));
    wording::lexicon::Lexicon lexicon;
    lexicon.add(file, "ar");
    ASSERT_EQ(lexicon.duplicates().size(), 1U);
    EXPECT_EQ(lexicon.duplicates()[0].entry->line, 6U);
    EXPECT_EQ(lexicon.duplicates()[0].other->line, 5U);
}

}  // namespace
}  // namespace rawi
