// What markup lays down, and that it wins over every reading that begins before it.

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "languages/languages.h"
#include "unit/languages.h"
#include "wording/script/script_writer.h"
#include "wording/segmentation.h"
#include "wording/token.h"

namespace rawi {
namespace {

struct Setting {
    languages::Languages languages{RAWI_SOURCE "/voices", {}};
    Setting() {
        for (const char* const tag : {"ar", "en", "de", "ru", "es"})
            EXPECT_TRUE(languages.load(tag));
    }
};

const languages::Languages& languages() {
    static const Setting setting;
    return setting.languages;
}

/// A document of one block; stretches between "[" and "]" are the controls, in order.
Document marked(std::string_view text, std::vector<Control> controls) {
    std::string plain;
    std::size_t next = 0;
    for (const char c : text) {
        const auto here = static_cast<std::uint32_t>(plain.size());
        if (c == '[') {
            controls.at(next).source.begin = here;
        } else if (c == ']') {
            controls.at(next++).source.end = here;
        } else {
            plain += c;
        }
    }
    Document document = one_block(std::move(plain));
    document.controls = std::move(controls);
    EXPECT_EQ(check_invariants(document), "");
    return document;
}

Control control(Control::Kind kind, std::string value, std::string format = {},
                std::string language = {}) {
    return {.kind = kind,
            .source = {},
            .value = std::move(value),
            .format = std::move(format),
            .language = std::move(language)};
}

Script script_of(const Document& document, const char* tag,
                 std::vector<Notice>* notices = nullptr) {
    Script script;
    wording::script::ScriptWriter writer(document, *languages().find(tag),
                                         wording::script::Depth::spoken,
                                         {.lexicon = nullptr, .languages = &languages()});
    while (std::optional<Utterance> utterance = writer.next())
        script.utterances.push_back(*std::move(utterance));
    script.skips = writer.take_skips();
    if (notices != nullptr) *notices = writer.take_notices();
    EXPECT_EQ(wording::script::check_invariants(document, script), "") << document.text;
    return script;
}

std::string said(const Document& document, const char* tag) {
    std::string result;
    for (const Utterance& utterance : script_of(document, tag).utterances) {
        for (const Word& word : utterance.words)
            result += (result.empty() ? "" : " ") + word.spoken;
    }
    return result;
}

std::string said_as(const std::string& text, const std::string& what, const char* tag,
                    const std::string& format = {}) {
    return said(marked("[" + text + "]", {control(Control::Kind::say_as, what, format)}), tag);
}

TEST(Override, OnlyTheFirstDigitsOfANumberWithoutEndAreSaid) {
    std::string list = "1";
    for (int i = 0; i < 5000; ++i)
        list += ",1";
    for (const std::string& digits : {std::string(10'000, '7'), list}) {
        for (const char* const tag : {"ar", "en", "de"}) {
            const Script script = script_of(one_block("5 " + digits + " kg."), tag);
            std::size_t words = 0;
            for (const Utterance& utterance : script.utterances)
                words += utterance.words.size();
            EXPECT_LT(words, 250U) << tag;
            const auto skip =
                std::find_if(script.skips.begin(), script.skips.end(),
                             [](const Skip& one) { return one.reason == SkipReason::too_long; });
            ASSERT_NE(skip, script.skips.end()) << tag;
            EXPECT_GT(skip->source.size(), 9'800U);
        }
    }
    const std::string most(wording::most_digits, '7');
    EXPECT_TRUE(script_of(one_block(most + "."), "en").skips.size() <= 1);
}

TEST(Override, AnAliasAndSayAsAreBoundedToo) {
    const std::string digits(10'000, '7');
    std::vector<Notice> notices;
    const Document spelled = marked("[" + digits + "]", {control(Control::Kind::say_as, "digits")});
    const Script script = script_of(spelled, "en", &notices);
    ASSERT_EQ(script.utterances.size(), 1U);
    EXPECT_LT(script.utterances[0].words.size(), 150U);
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_LT(notices[0].message.size(), 120U) << notices[0].message;
    const Document alias = marked("[x]", {control(Control::Kind::alias, digits)});
    EXPECT_LT(said(alias, "en").size(), 1000U);
}

TEST(Override, AnAliasIsVerbalizedByTheLanguage) {
    EXPECT_EQ(said(marked("The [x] ran.", {control(Control::Kind::alias, "5 dogs")}), "en"),
              "The five dogs ran");
    const Script script = script_of(marked("A [b] c.", {control(Control::Kind::alias, "")}), "en");
    EXPECT_EQ(script.utterances.at(0).words.size(), 2U);
    EXPECT_EQ(script.skips.at(0).reason, SkipReason::empty_alias);
}

TEST(Override, NoSentenceEndsWithinIt) {
    const Script script = script_of(
        marked("A [Dr. Who. Then] bird. And cats.", {control(Control::Kind::alias, "one")}), "en");
    ASSERT_EQ(script.utterances.size(), 2U);
    EXPECT_EQ(script.utterances[0].words.size(), 3U);
}

TEST(Override, AStopThatIsNotSaidEndsNoSentence) {
    const auto sentences = [](const char* text, const char* alias) {
        return script_of(marked(text, {control(Control::Kind::alias, alias)}), "en")
            .utterances.size();
    };
    EXPECT_EQ(sentences("At [Ste.] Marie it rained.", "Saint"), 1U);
    EXPECT_EQ(sentences("It was [so.] Marie left.", "so it was."), 2U);
    EXPECT_EQ(sentences("It was [so]. Marie left.", "thus"), 2U);
}

TEST(Override, ANumberOfAnyLanguageEndsBeforeIt) {
    const Control alias = control(Control::Kind::alias, "x");
    EXPECT_EQ(said(marked("5 [km]", {alias}), "de"), "f\xC3\xBCnf x");
    EXPECT_EQ(said(marked("am 3/10/[2020] um -5 [%]", {alias, alias}), "de"),
              "am drei zehn x um minus f\xC3\xBCnf x");
    EXPECT_EQ(said(marked("3 [500] 000", {alias}), "de"), "drei x null");
    // The words in it are context: a number is an ordinal before a noun.
    EXPECT_EQ(said(marked("am 3. [Mai]", {alias}), "de"), "am dritte x");
}

TEST(Override, NoReadingReachesIntoIt) {
    const Control alias = control(Control::Kind::alias, "x");
    // A range, a date, a percentage, a counted noun, groups of digits, a glued number.
    for (const char* const text :
         {"10-[15] \u0631\u062C\u0644\u0627", "10 [\u0646\u0648\u0641\u0645\u0628\u0631] 2020",
          "5 [%]", "2 [\u0631\u062C\u0627\u0644] \u0647\u0646\u0627", "3 [500] 000", "\u0648[15]",
          "[3] 500 000", "10/[11]/2020", "14:[30]", "[$]5", "5 [\u0643\u0645]"}) {
        const Document document = marked(text, {alias});
        const Script script = script_of(document, "ar");
        bool found = false;
        for (const Utterance& utterance : script.utterances) {
            for (const Word& word : utterance.words)
                found = found || (word.semiotic_class == SemioticClass::alias &&
                                  word.source.contains(document.controls[0].source));
        }
        EXPECT_TRUE(found) << text << ": " << said(document, "ar");
    }
}

TEST(Override, ItsTextIsContextForItsNeighbours) {
    // Three to ten take the other gender of what they count, whatever is said for it.
    const std::string counted = "\u0644\u062F\u064A\u0647 3 ";
    const std::string first =
        said(marked(counted + "[\u0633\u064A\u0627\u0631\u0627\u062A]",
                    {control(Control::Kind::alias, "\u0645\u0631\u0643\u0628\u0627\u062A")}),
             "ar");
    EXPECT_EQ(first.find("\u062B\u064E\u0644\u064E\u0627\u062B\u064F "), 9U) << first;
}

TEST(Override, CliticsBeforeItAreSaidWithIt) {
    const std::string bi = "\u0628";
    EXPECT_EQ(said(marked(bi + "[UN]", {control(Control::Kind::alias,
                                                "\u0627\u0644\u0623\u064F\u0645\u064E\u0645")}),
                   "ar"),
              "\u0628\u0650\u0627\u0644\u0623\u064F\u0645\u064E\u0645");
}

TEST(Override, AnotherLanguageVerbalizesItsOwnWords) {
    const Script script = script_of(marked("\u0642\u0627\u0644 [five 5 dogs], \u0646\u0639\u0645",
                                           {control(Control::Kind::language, {}, {}, "en")}),
                                    "ar");
    ASSERT_EQ(script.utterances.size(), 1U);
    std::string all;
    for (const Word& word : script.utterances[0].words)
        all += word.language + ":" + word.spoken + " ";
    EXPECT_EQ(all, ":\u0642\u0627\u0644 en:five en:five en:dogs :\u0646\u0639\u0645 ");
    EXPECT_EQ(script.utterances[0].words[3].after, Boundary::comma);
}

TEST(Override, WhatCutsANumberLeavesNumbersAndSigns) {
    const Control english = control(Control::Kind::language, {}, {}, "en");
    EXPECT_EQ(said(marked("005[.]00", {english}), "en"), "zero zero five zero zero");
    EXPECT_EQ(said(marked("5[.00]", {english}), "ar").find('.'), std::string::npos);
}

TEST(Override, SayAsInEnglish) {
    EXPECT_EQ(said_as("1984", "cardinal", "en"), "one thousand nine hundred and eighty four");
    EXPECT_EQ(said_as("1,984", "cardinal", "en"), "one thousand nine hundred and eighty four");
    EXPECT_EQ(said_as("21", "ordinal", "en"), "twenty first");
    EXPECT_EQ(said_as("1984", "digits", "en"), "one nine eight four");
    EXPECT_EQ(said_as("A1", "characters", "en"), "A one");
    EXPECT_EQ(said_as("ab", "spell-out", "en"), "a b");
    EXPECT_EQ(said_as("555-12", "telephone", "en"), "five five five one two");
}

TEST(Override, SayAsInArabic) {
    EXPECT_EQ(said_as("007", "cardinal", "ar"), "\u0633\u064E\u0628\u0652\u0639\u064E\u0629\u064C");
    EXPECT_EQ(said_as("\u0661\u0662", "digits", "ar"),
              said_as("1", "digits", "ar") + " " + said_as("2", "digits", "ar"));
    EXPECT_EQ(said_as("\u0645B", "characters", "ar"),
              "\u0645\u0650\u064A\u0645 \u0628\u0650\u064A");
    EXPECT_NE(said_as("3", "ordinal", "ar", "feminine"), said_as("3", "ordinal", "ar"));
    EXPECT_EQ(said_as("10/11/2020", "date", "ar", "dmy"),
              said_as("11-10-2020", "date", "ar", "mdy"));
    EXPECT_EQ(said_as("20201110", "date", "ar", "yyyymmdd"),
              said_as("10.11.20", "date", "ar", "dmy"));
    EXPECT_NE(said_as("10/11", "date", "ar", "dm").find("\u0646\u064F\u0648\u0641\u064E\u0645"),
              std::string::npos);
}

/// A sentence whose bracketed text is said as a class.
std::string in_sentence(const std::string& text, const std::string& what, const char* tag,
                        const std::string& format = {}) {
    return said(marked(text, {control(Control::Kind::say_as, what, format)}), tag);
}

TEST(Override, SayAsHasTheCaseOfItsPlaceInArabic) {
    // What the sentence says in its place without markup.
    const std::string in = "\u0641\u064A ", from = " \u0645\u0646";
    EXPECT_EQ(in_sentence(in + "[7]" + from, "cardinal", "ar"),
              said(marked(in + "7" + from, {}), "ar"));
    EXPECT_NE(in_sentence(in + "[7]" + from, "cardinal", "ar")
                  .find("\u0633\u064E\u0628\u0652\u0639\u064E\u0629\u064D"),
              std::string::npos);
    EXPECT_EQ(in_sentence("[7]" + from, "cardinal", "ar"),
              "\u0633\u064E\u0628\u0652\u0639\u064E\u0629\u064C" + from);
    EXPECT_EQ(in_sentence(in + "[3]" + from, "ordinal", "ar"),
              in + said_as("3", "ordinal", "ar", "genitive") + from);
    EXPECT_EQ(in_sentence("[3]" + from, "ordinal", "ar"), said_as("3", "ordinal", "ar") + from);
    const std::string tenth = "\u0627\u0644\u0639\u064E\u0627\u0634\u0650\u0631";
    EXPECT_TRUE(
        in_sentence(in + "[10/11/2020]", "date", "ar", "dmy").starts_with(in + tenth + "\u0650 "));
    EXPECT_TRUE(
        in_sentence("[10/11/2020]" + from, "date", "ar", "dmy").starts_with(tenth + "\u064F "));
}

TEST(Override, SayAsAgreesWithTheNounAfterIt) {
    const std::string cars = " \u0633\u064A\u0627\u0631\u0627\u062A";
    EXPECT_EQ(in_sentence("[3]" + cars, "cardinal", "ar"), said(marked("3" + cars, {}), "ar"));
    EXPECT_NE(in_sentence("[3]" + cars, "cardinal", "ar"), said_as("3", "cardinal", "ar") + cars);
}

TEST(Override, ACliticGovernsWhatMarkupAsksFor) {
    const std::string bi = "\u0628";
    EXPECT_EQ(in_sentence(bi + "[7]", "cardinal", "ar"),
              "\u0628\u0650\u0633\u064E\u0628\u0652\u0639\u064E\u0629\u064D");
    EXPECT_EQ(in_sentence(bi + "[$5]", "currency", "ar"), said(marked(bi + "5$", {}), "ar"));
    EXPECT_TRUE(
        in_sentence(bi + "[10/11/2020]", "date", "ar", "dmy")
            .starts_with("\u0628\u0650\u0627\u0644\u0639\u064E\u0627\u0634\u0650\u0631\u0650 "));
    EXPECT_EQ(in_sentence("\u0648[B]", "characters", "ar"), "\u0648\u064E\u0628\u0650\u064A");
}

TEST(Override, ADateIsSaidAlikeInTextAndInMarkup) {
    for (const char* const tag : {"ar", "en"}) {
        const char* const format = tag[0] == 'a' ? "dmy" : "mdy";
        const std::string plain = said(marked("1/1/60", {}), tag);
        EXPECT_EQ(said_as("1/1/60", "date", tag, format), plain);
        EXPECT_EQ(said_as("1/1/60", "date", tag), plain);
    }
    EXPECT_EQ(said_as("1/1/60", "date", "en"), "January first nineteen sixty");
}

TEST(Override, ATextInAnotherLanguageIsSaidAsItsClassThere) {
    Control english = control(Control::Kind::say_as, "ordinal");
    english.language = "en";
    const Script script = script_of(marked("\u0642\u0627\u0644 [21]", {english}), "ar");
    ASSERT_EQ(script.utterances.at(0).words.size(), 3U);
    const Word& first = script.utterances[0].words[2];
    EXPECT_EQ(first.spoken, "first");
    EXPECT_EQ(first.language, "en");
    EXPECT_EQ(first.rule, "<say-as ordinal>");
}

TEST(Override, SayAsInOtherLanguages) {
    EXPECT_EQ(said_as("1.984", "cardinal", "de"), "eintausendneunhundertvierundachtzig");
    EXPECT_EQ(said_as("-3,5", "cardinal", "de"), "minus drei Komma f\xC3\xBCnf");
    EXPECT_EQ(said_as("2", "ordinal", "es", "feminine"), "segunda");
    EXPECT_EQ(said_as("12", "digits", "de"), "eins zwei");
    EXPECT_EQ(said_as("A1", "characters", "de"), "A eins");
    EXPECT_EQ(said_as("10/11/2020", "date", "de", "dmy"), said(marked("10.11.2020", {}), "de"));
    EXPECT_EQ(said_as("11/2020", "date", "es", "my"), "noviembre de dos mil veinte");
    EXPECT_EQ(said_as("2020", "date", "es", "y"), "dos mil veinte");
    EXPECT_EQ(said_as("5 km", "unit", "de"), said(marked("5 km", {}), "de"));
    EXPECT_EQ(said_as("555-1", "telephone", "de"), "f\xC3\xBCnf f\xC3\xBCnf f\xC3\xBCnf eins");
}

TEST(Override, AWordAfterTheYearIsAWordOfItsOwn) {
    EXPECT_TRUE(said(marked("10.11.2020", {}), "ru").ends_with("\u0433\u043E \u0433"))
        << said(marked("10.11.2020", {}), "ru");
}

TEST(Override, WhatHasNoValueIsReadAsUsual) {
    EXPECT_EQ(in_sentence("At [6 p.m.] sharp", "time", "en"), "At six PM sharp");
    EXPECT_EQ(in_sentence("It has [5 foos] in it", "unit", "en"), "It has five foos in it");
    EXPECT_EQ(in_sentence("In [May 2020] it", "date", "en", "my"), "In May twenty twenty it");
}

TEST(Override, UnsupportedRequestsAreReportedAndTheTextIsRead) {
    for (const auto& [text, what, format] :
         std::vector<std::tuple<std::string, std::string, std::string>>{
             {"hello", "cardinal", ""},
             {"32/13/2020", "date", "dmy"},
             {"1/2/2020", "date", "xyz"},
             {"hello", "bleep", ""},
             {"hello", "time", ""}}) {
        std::vector<Notice> notices;
        const Document document =
            marked("A [" + text + "] b.", {control(Control::Kind::say_as, what, format)});
        const Script script = script_of(document, "en", &notices);
        ASSERT_EQ(notices.size(), 1U) << text;
        EXPECT_EQ(notices[0].source, document.controls[0].source);
        EXPECT_GE(script.utterances.at(0).words.size(), 3U);
    }
}

TEST(Override, SilencesFollowWords) {
    Document document = marked("One two. *** Three.", {});
    document.silences = {{.at = 0, .milliseconds = 1}, {.at = 3, .milliseconds = 2},
                         {.at = 3, .milliseconds = 3}, {.at = 8, .milliseconds = 4},
                         {.at = 9, .milliseconds = 5}, {.at = 19, .milliseconds = 6}};
    const Script script = script_of(document, "en");
    ASSERT_EQ(script.utterances.size(), 2U);
    EXPECT_EQ(script.utterances[0].silence_before, 1);
    EXPECT_EQ(script.utterances[0].words[0].silence, 5);
    EXPECT_EQ(script.utterances[0].words[1].silence, 4);
    EXPECT_EQ(script.utterances[1].silence_before, 5);
    EXPECT_EQ(script.utterances[1].words[0].silence, 6);
}

TEST(Override, MarkedSentencesAreWhole) {
    Document document = marked("One. Two three. Four five", {});
    document.sentences = {{.begin = 0, .end = 8}, {.begin = 21, .end = 25}};
    const Script script = script_of(document, "en");
    std::string all;
    for (const Utterance& utterance : script.utterances)
        all += std::string(utterance.source.of(document.text)) + "|";
    EXPECT_EQ(all, "One. Two|three.|Four|five|");
}

/// Controls of any kind at any place lose nothing.
RC_GTEST_PROP(Override, NothingIsLost,
              (const std::vector<std::uint8_t>& letters, const std::vector<std::uint8_t>& sizes)) {
    const std::vector<std::string> alphabet = {" ",
                                               "a",
                                               "B",
                                               "5",
                                               "00",
                                               ".",
                                               ",",
                                               "-",
                                               "%",
                                               "$",
                                               "\u0648",
                                               "\u0644",
                                               "\u0631\u062C\u0644",
                                               "\u064E",
                                               ":",
                                               "/"};
    const std::vector<std::string> classes = {"cardinal", "ordinal",   "digits",   "characters",
                                              "date",     "time",      "fraction", "unit",
                                              "currency", "telephone", "bleep"};
    Document document = marked("x", {});
    std::vector<std::uint32_t> places = {0, 1};
    for (const std::uint8_t letter : letters) {
        document.text += alphabet[letter % alphabet.size()];
        places.push_back(static_cast<std::uint32_t>(document.text.size()));
    }
    std::size_t at = 0;
    for (const std::uint8_t size : sizes) {
        const std::size_t begin = at + size / 16 % 4;
        const std::size_t end = begin + 1 + size % 4;
        if (end >= places.size()) break;
        const auto kind = static_cast<Control::Kind>(size / 64);
        const std::string& what = classes[size % classes.size()];
        Control one = control(kind, kind == Control::Kind::say_as ? what : "ab 5", "",
                              size % 8 == 0 ? "en" : "");
        one.source = {.begin = places[begin], .end = places[end]};
        document.controls.push_back(one);
        document.silences.push_back({.at = places[begin], .milliseconds = 5});
        at = end;
    }
    document.blocks[0].source.end = static_cast<std::uint32_t>(document.text.size());
    for (const char* const tag : {"ar", "en", "de"}) {
        const Script script = wording::script::write_script(
            document, *languages().find(tag), wording::script::Depth::spoken,
            {.lexicon = nullptr, .languages = &languages()});
        const std::string flaw = wording::script::check_invariants(document, script);
        RC_LOG() << document.text << ": " << flaw;
        RC_ASSERT(flaw.empty());
    }
}

}  // namespace
}  // namespace rawi
