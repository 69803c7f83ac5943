#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "languages/languages.h"
#include "unit/languages.h"
#include "wording/language.h"
#include "wording/options.h"
#include "wording/script/script_writer.h"
#include "wording/segmentation.h"

namespace rawi {
namespace {

const wording::Language& british() {
    static const auto language = languages::load_language(RAWI_SOURCE "/voices", "en-GB");
    return **language;
}

std::string said(const std::string& text, const wording::Language& language) {
    std::string result;
    for (const Utterance& utterance :
         wording::script::write_script(one_block(text), language).utterances) {
        for (const Word& word : utterance.words)
            result += (result.empty() ? "" : " ") + word.spoken;
    }
    return result;
}

/// Without vowel marks.
std::string bare_of(const std::string& spoken) {
    std::string bare;
    for (std::size_t at = 0; at < spoken.size();) {
        const utf8::Decoded next = utf8::decode(spoken, at);
        at += next.size;
        if (next.code < 0x064B || next.code > 0x0652) utf8::append(bare, next.code);
    }
    return bare;
}

/// What Arabic says with one choice of the house style.
std::string said_by_house(const char* key, const char* value, const std::string& text) {
    wording::WordingOptions style;
    style.house.push_back({.key = key, .value = value, .where = "--style"});
    const auto language = languages::load_language(RAWI_SOURCE "/voices", "ar", style);
    return language ? bare_of(said(text, **language)) : language.error().message;
}

TEST(Wording, TheHouseStyleIsApplied) {
    const std::string date = "10 نوفمبر / تشرين الثاني 2020";
    EXPECT_EQ(said_by_house("months", "first", date), "العاشر من نوفمبر عام ألفين وعشرين");
    EXPECT_EQ(said_by_house("months", "second", date), "العاشر من تشرين الثاني عام ألفين وعشرين");
    EXPECT_EQ(said_by_house("months", "levantine", "10/11/2020"),
              "العاشر من تشرين الثاني عام ألفين وعشرين");
    EXPECT_EQ(said_by_house("years", "bare", date), "العاشر من نوفمبر تشرين الثاني ألفين وعشرين");
    EXPECT_EQ(said_by_house("years", "سنة", "1/1/2003"), "الأول من يناير سنة ألفين وثلاث");
    EXPECT_EQ(said_by_house("percent", "بالمئة", "5%"), "خمسة بالمئة");
    EXPECT_EQ(said_by_house("decimal", "نقطة", "2.5"), "اثنان نقطة خمسة");
    EXPECT_EQ(said_by_house("agencies", "full", "(أ ف ب)"), "وكالة الصحافة الفرنسية");
    EXPECT_EQ(said_by_house("agencies", "short", "(د ب أ)"), "الألمانية");
    EXPECT_EQ(said_by_house("lists", "cardinal", "2. نص"), "اثنان نص");
    EXPECT_EQ(said_by_house("time", "digital", "الساعة 18:30"),
              "الساعة الثامنة عشرة وثلاثون دقيقة");
    EXPECT_EQ(said_by_house("latin", "voice", "قال Zorb Blax عن NATO"), "قال Zorb Blax عن ناتو");
    EXPECT_EQ(said_by_house("time", "sundial", ""),
              "style \"time\" must be one of: clock, digital; not \"sundial\"");
}

TEST(Wording, WordsForAnotherVoiceHaveTheirLanguage) {
    wording::WordingOptions style;
    style.house.push_back({.key = "latin", .value = "voice", .where = "--style"});
    const auto language = languages::load_language(RAWI_SOURCE "/voices", "ar", style);
    const std::string text = "على بـTwitterish قال";
    const Document document = one_block(text);
    const Script script =
        wording::script::write_script(document, **language, wording::script::Depth::pronounced);
    const auto& words = script.utterances.at(0).words;
    ASSERT_EQ(words.size(), 4U);
    EXPECT_EQ(words[2].spoken, "Twitterish");
    EXPECT_EQ(words[2].language, "en");
    EXPECT_TRUE(words[2].pronunciation.empty());
    EXPECT_TRUE(words[1].language.empty());
    EXPECT_EQ(wording::script::check_invariants(document, script), "");
}

TEST(Wording, LettersOfAnotherScriptAreSkippedWithinAWordToo) {
    const auto language = languages::load_language(RAWI_SOURCE "/voices", "ar");
    const std::string text = "شركة小米Xiaomi الصينية، حرفΩ";
    const Document document = one_block(text);
    const Script script = wording::script::write_script(document, **language);
    std::vector<std::string_view> skipped;
    for (const Skip& skip : script.skips) {
        if (skip.reason == SkipReason::other_script) skipped.push_back(skip.source.of(text));
    }
    EXPECT_EQ(skipped, (std::vector<std::string_view>{"小米", "Ω"}));
    EXPECT_EQ(wording::script::check_invariants(document, script), "");
}

/// Why the first word of a class is said as it is.
std::string reason(const std::string& text, SemioticClass wanted) {
    wording::WordingOptions style;
    style.reasons = true;
    const auto language = languages::load_language(RAWI_SOURCE "/voices", "ar", style);
    for (const Utterance& utterance :
         wording::script::write_script(one_block(text), **language).utterances) {
        for (const Word& word : utterance.words) {
            if (word.semiotic_class == wanted) return word.why;
        }
    }
    return "no such word";
}

TEST(Wording, WordsHaveReasons) {
    const auto contains = [](const std::string& why, const char* part) {
        return why.find(part) != std::string::npos;
    };
    const std::string states = reason("منذ 12 دولة", SemioticClass::cardinal);
    EXPECT_TRUE(contains(states, "genitive: after منذ (governors.tsv:")) << states;
    EXPECT_TRUE(contains(states, "feminine: دولة (by its ending)")) << states;
    const std::string object = reason("دمرت القوات 12 منزلا", SemioticClass::cardinal);
    EXPECT_TRUE(contains(object, "accusative: the object of دمرت")) << object;
    const std::string mark = reason("بلغت 1,250 دولارا", SemioticClass::cardinal);
    EXPECT_TRUE(contains(mark, "its mark separates thousands")) << mark;
    for (const Utterance& utterance :
         wording::script::write_script(one_block("منذ 12 دولة"), arabic()).utterances) {
        for (const Word& word : utterance.words)
            EXPECT_EQ(word.why, "");  // reasons cost time and were not requested
    }
}

std::string said_in(const char* tag, const std::string& text) {
    const auto language = languages::load_language(RAWI_SOURCE "/voices", tag);
    return said(text, **language);
}

TEST(OtherLanguages, SayWhatIcuKnows) {
    EXPECT_EQ(said_in("de", "Es sind 3,5 % und 3,50 \xE2\x82\xAC."),
              "Es sind drei Komma f\xC3\xBCnf Prozent und drei Euro f\xC3\xBCnfzig");
    EXPECT_EQ(said_in("de", "1.234 km am 3. Mai"),
              "eintausendzweihundertvierunddrei\xC3\x9Fig Kilometer am dritte Mai");
    EXPECT_EQ(said_in("fr", "le 1er mai, le 3/10/2020, 1 234 567 et -5"),
              "le premier mai le trois octobre deux mille vingt un million deux cent trente quatre "
              "mille cinq cent soixante sept et moins cinq");
    EXPECT_EQ(said_in("es", "el 3/10/2020, 2 km"),
              "el tres de octubre de dos mil veinte dos kil\xC3\xB3metros");
}

TEST(OtherLanguages, HaveTheSameFormOfADateInFigures) {
    EXPECT_EQ(said_in("de",
                      "2020\xE2\x80\x91"
                      "10\xE2\x80\x91"
                      "03"),
              "dritte Oktober zweitausendzwanzig");
    EXPECT_EQ(said_in("de", "3/10/2020/3"), "drei zehn zweitausendzwanzig drei");
    EXPECT_EQ(said_in("de", "3.10.20"), "drei eins null zwei null");
    EXPECT_EQ(said_in("de", "10/13/2020"), "zehn dreizehn zweitausendzwanzig");
}

TEST(OtherLanguages, SayWhatAReadingFound) {
    wording::WordingOptions style;
    style.reasons = true;
    const auto language = languages::load_language(RAWI_SOURCE "/voices", "de", style);
    const Script script = wording::script::write_script(one_block("3,50 km"), **language);
    const Word& word = script.utterances.front().words.front();
    EXPECT_EQ(word.semiotic_class, SemioticClass::measure);
    ASSERT_EQ(word.value.size(), 3U);
    EXPECT_EQ(word.value[1].name, "fraction");
    EXPECT_EQ(word.value[1].value, "50");
    EXPECT_EQ(word.value[2].value, "kilometer");
}

TEST(Wording, ATelephoneNumberIsTheSameValueInEachLanguage) {
    wording::WordingOptions style;
    style.reasons = true;
    for (const char* const tag : {"ar", "en"}) {
        const auto language = languages::load_language(RAWI_SOURCE "/voices", tag, style);
        const Script script =
            wording::script::write_script(one_block("+44 20 7946 0958"), **language);
        std::string fields;
        for (const Field& field : script.utterances.front().words.front().value)
            fields += field.name + ("=" + field.value) + " ";
        EXPECT_EQ(fields, "prefix=+ groups=44 20 7946 0958 ") << tag;
    }
}

TEST(OtherLanguages, NeverSayWordsOfAnother) {
    EXPECT_EQ(said_in("de", "A & B @ C # D"), "A B C D");
    EXPECT_EQ(said_in("xx", "5 % & $3"), "5 3");
    EXPECT_EQ(said_in("ur", "5 & 3"), "5 3");
}

TEST(OtherLanguages, NoSentenceEndsAfterAnOrdinal) {
    const auto language = languages::load_language(RAWI_SOURCE "/voices", "de");
    const std::string text = "Am 3. Mai 2021. Dann nicht.";
    const Span all{.begin = 0, .end = static_cast<std::uint32_t>(text.size())};
    EXPECT_EQ(wording::split_sentences(text, all, **language).size(), 2U);
}

TEST(English, LettersAreSaidOneByOne) {
    const Document document = one_block("The FBI's MPs know NASA, COVID and the IMF.");
    std::string all;
    for (const Utterance& utterance :
         wording::script::write_script(document, english(), wording::script::Depth::pronounced)
             .utterances) {
        for (const Word& word : utterance.words)
            all += word.spoken + ' ';
    }
    EXPECT_EQ(all, "The F B I's M P's know NASA COVID and the I M F ");
}

TEST(English, EachPartOfASerialNumberHasItsPlace) {
    const std::string text = "flew an F-16 there";
    const Script script = wording::script::write_script(one_block(text), english());
    const std::vector<Word>& words = script.utterances.front().words;
    ASSERT_EQ(words.size(), 5U);
    EXPECT_EQ(words[2].source.of(text), "F");
    EXPECT_EQ(words[3].source.of(text), "16");
}

TEST(English, SaysWhatWasDecidedAndWhy) {
    const auto first = [](const std::string& text) {
        return wording::script::write_script(one_block(text), english())
            .utterances.front()
            .words.front();
    };
    EXPECT_EQ(first("5 km north").rule.substr(0, 10), "units.tsv:");
    EXPECT_EQ(first("St. Louis").why, "before a name");
    EXPECT_EQ(first("3-1 was the score").why, "a score, because of the words around it");
    EXPECT_EQ(first("1/2/2020").why, "the order of the region (regions.tsv)");
}

TEST(English, AbbreviationsDoNotEndSentences) {
    const auto sentences = [](const std::string& text) {
        const Span all{.begin = 0, .end = static_cast<std::uint32_t>(text.size())};
        return wording::split_sentences(text, all, english()).size();
    };
    EXPECT_EQ(sentences("On Jan. 5 the U.S. President met J. Smith of Springfield, Ill. Monday."),
              1U);
    EXPECT_EQ(sentences("He left at noon. She stayed."), 2U);
}

TEST(English, ASentenceMayEndAfterAnAbbreviation) {
    const Script script =
        wording::script::write_script(one_block("They left the U.S. He stayed."), english());
    const std::vector<Word>& words = script.utterances.front().words;
    ASSERT_GE(words.size(), 4U);
    EXPECT_EQ(words[3].spoken, "US");
    EXPECT_EQ(words[3].after, Boundary::sentence);
}

TEST(English, InvisibleCharactersAreSkipped) {
    EXPECT_EQ(said("a \u200D- b \u2067\u2069.", english()), "a b");
}

TEST(English, AddressesByStyle) {
    const auto with = [](wording::Addresses addresses) {
        const auto language =
            languages::load_language(RAWI_SOURCE "/voices", "en", {.addresses = addresses});
        return said("see https://www.example.org/a-1 or me@example.org", **language);
    };
    EXPECT_EQ(with(wording::Addresses::domain),
              "see link to example dot org or me at example dot org");
    EXPECT_EQ(with(wording::Addresses::skip), "see or");
    EXPECT_EQ(
        with(wording::Addresses::full),
        "see HTTPS colon slash slash WWW dot example dot org slash a dash one or me at example "
        "dot org");
}

RC_GTEST_PROP(Wording, EnglishWordsHaveNoDigitsOrSigns, (const std::vector<char32_t>& codes)) {
    const std::u32string common =
        U"0123456789.,:/-%$()+ abAXIV@#'\"*&=<>;stkm\u00BD\u00B2\u00B0\u20AC\u2019\u2160 ";
    std::string text;
    for (const char32_t code : codes)
        utf8::append(text, code % 4 == 0 ? code % 0x20000 + 1 : common[code % common.size()]);
    if (text.empty()) return;
    for (const wording::Language* const language : {&english(), &british()}) {
        const Document document = one_block(text);
        const Script script = wording::script::write_script(document, *language);
        RC_ASSERT(wording::script::check_invariants(document, script).empty());
        for (const Utterance& utterance : script.utterances) {
            for (const Word& word : utterance.words) {
                for (std::size_t at = 0; at < word.spoken.size();) {
                    const utf8::Decoded next = utf8::decode(word.spoken, at);
                    at += next.size;
                    const auto code = static_cast<UChar32>(next.code);
                    const bool mark = (U_GET_GC_MASK(code) & (U_GC_M_MASK | U_GC_CF_MASK)) != 0;
                    const bool apostrophe = code == '\'' || code == 0x2019;
                    if (u_isalpha(code) == 0 && !mark && !apostrophe)
                        RC_FAIL("\"" + word.spoken + "\" is said of \"" + text + "\"");
                }
            }
        }
    }
}

TEST(Sentences, AbbreviationsEndNone) {
    const std::string text = "Dr. Fisher came. She spoke.";
    EXPECT_EQ(wording::split_sentences(text, {.begin = 0, .end = 27}, english()).size(), 2U);
}

RC_GTEST_PROP(Wording, EveryCharacterIsAccountedFor, (const std::vector<char32_t>& codes)) {
    std::string text;
    for (const char32_t code : codes)
        utf8::append(text, code == 0 ? U'5' : code % 0x3000);
    if (text.empty()) return;
    const Document document = one_block(text);
    RC_ASSERT(wording::script::check_invariants(document,
                                                wording::script::write_script(document, arabic()))
                  .empty());
    RC_ASSERT(wording::script::check_invariants(document,
                                                wording::script::write_script(document, english()))
                  .empty());
}

RC_GTEST_PROP(Wording, ArabicSaysArabicLettersOnly, (const std::vector<char32_t>& codes)) {
    const std::u32string common =
        U"0123456789.,:/-%$()+ abAX@#\u0661\u0662\u066B\u0645\u0644\u0627 "
        U"\u0648\u0628\u20AC\u00BD\u00E9";
    std::string text;
    for (const char32_t code : codes)
        utf8::append(text, code % 4 == 0 ? code % 0x3000 + 1 : common[code % common.size()]);
    if (text.empty()) return;
    for (const Utterance& utterance :
         wording::script::write_script(one_block(text), arabic()).utterances) {
        for (const Word& word : utterance.words) {
            for (std::size_t at = 0; at < word.spoken.size();) {
                const utf8::Decoded next = utf8::decode(word.spoken, at);
                at += next.size;
                const bool arabic_letter = next.code >= 0x0621 && next.code <= 0x0670 &&
                                           !(next.code >= 0x0660 && next.code <= 0x066D);
                if (!arabic_letter)
                    RC_FAIL("not an Arabic letter in \"" + word.spoken + "\" of \"" + text + "\"");
            }
        }
    }
}

TEST(Sentences, AreNoLongerThanABreath) {
    std::string text;
    for (int i = 0; i < 2000; ++i)
        text += i % 20 == 19 ? "word, " : "word ";
    text += std::string(10000, 'x');
    text += " end";
    const auto size = static_cast<std::uint32_t>(text.size());
    const auto sentences = wording::split_sentences(text, {.begin = 0, .end = size}, english());
    ASSERT_GE(sentences.size(), 5U);
    for (std::size_t i = 0; i + 3 < sentences.size(); ++i) {
        EXPECT_LE(sentences[i].size(), 2400U);
        EXPECT_GE(sentences[i].size(), 1200U) << i;
        EXPECT_LE(sentences[i + 1].begin - sentences[i].end, 1U);
    }
    EXPECT_EQ(sentences.back().end, size);
    EXPECT_EQ(text[sentences.front().end - 1], ',');
}

}  // namespace
}  // namespace rawi
