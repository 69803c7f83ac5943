#include "wording/lexicon/phonemes.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

#include <espeak-ng/speak_lib.h>
#include <gtest/gtest.h>

#include "speech/espeak/engine_text.h"

namespace rawi::speech {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos;
         at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// IPA in the notation of the engine's Arabic phonemes, 1.51.
std::string as_engine_writes(std::string ipa) {
    ipa = replaced(ipa, "\u00F0\u02E4", "\u00F0");
    ipa = replaced(ipa, "s\u02E4", "s\u032A");
    ipa = replaced(ipa, "t\u02E4", "t\u032A");
    return replaced(ipa, "\u0251", "a.");
}

/// What the engine makes of its input, as IPA.
std::string heard_for(const std::string& sent) {
    char* written = nullptr;
    std::size_t size = 0;
    std::FILE* const trace = open_memstream(&written, &size);
    constexpr int as_ipa = 2;
    espeak_SetPhonemeTrace(as_ipa, trace);
    espeak_Synth(sent.c_str(), sent.size() + 1, 0, POS_CHARACTER, 0,
                 espeakCHARS_UTF8 | espeakPHONEMES, nullptr, nullptr);
    espeak_Synchronize();
    espeak_SetPhonemeTrace(0, stdout);
    std::fclose(trace);
    std::string heard(written, size);
    std::free(written);
    while (!heard.empty() && heard.back() == '\n')
        heard.pop_back();
    return heard;
}

/// The golden pronunciations, as the engine itself understands what we send for them.
TEST(Phonemes, TheEngineSaysWhatWeMean) {
    ASSERT_GT(espeak_Initialize(AUDIO_OUTPUT_RETRIEVAL, 0, nullptr, 0), 0);
    ASSERT_EQ(espeak_SetVoiceByName("ar"), EE_OK);
    std::set<std::string> words;
    for (const auto& entry :
         std::filesystem::directory_iterator(RAWI_SOURCE "/tests/golden/ar/phonemes")) {
        std::ifstream table(entry.path());
        for (std::string line; std::getline(table, line);) {
            if (line.starts_with('#')) continue;
            std::istringstream columns(line);
            std::string cell;
            std::getline(columns, cell, '\t');
            std::getline(columns, cell, '\t');
            std::istringstream ipa(cell);
            for (std::string word; ipa >> word;)
                words.insert(word);
        }
    }
    ASSERT_GT(words.size(), 400U);
    for (const std::string& word : words) {
        const auto mnemonics = espeak::mnemonics_of(word);
        ASSERT_TRUE(mnemonics) << word;
        const std::string sent = "[[" + *mnemonics + "]]";
        std::string heard = heard_for(sent);
        heard.erase(0, heard.find_first_not_of(' '));
        heard = replaced(heard, "\u02CC", "");  // ours, for the length of a vowel
        EXPECT_EQ(heard, as_engine_writes(word)) << sent;
    }
}

}  // namespace
}  // namespace rawi::speech
