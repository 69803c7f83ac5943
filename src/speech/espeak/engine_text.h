#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "speech/protocol.h"

namespace rawi::speech::espeak {

/// Words as text for the engine, and the begin and end of each word in it.
struct EngineText {
    std::string text;                  ///< UTF-8, with [[phonemes]]
    std::vector<std::uint32_t> begin;  ///< of each word, in code points from 0
    std::vector<std::uint32_t> end;    ///< one past the last; == begin: the word is empty
};

/// IPA as mnemonics of eSpeak NG's Arabic phoneme table. Long vowels without stress get a secondary
/// one, so that they stay longer than short vowels. Errors (kind engine) name the symbol that is
/// missing from the table.
Result<std::string> mnemonics_of(std::string_view ipa);

/// A plain word without anything that crashes or misleads the engine: brackets, quotes, dots,
/// controls, joiners and Braille are removed; a shadda is moved before its vowel; a character
/// occurs at most three times in a row; the word has at most 60 characters.
std::string harmless(std::string_view word);

/// The text for the words. `phonetic`: the voice has the Arabic phoneme table, so it can speak
/// pronunciations; any other voice reads the text of the words. Errors: those of mnemonics_of().
Result<EngineText> engine_text(std::span<const SpokenWord> words, bool phonetic);

}  // namespace rawi::speech::espeak
