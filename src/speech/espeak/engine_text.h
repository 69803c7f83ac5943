#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "speech/protocol.h"

namespace rawi::speech::espeak {

/// Words as text for the engine, and where each begins and ends in it.
struct EngineText {
    std::string text;                  ///< UTF-8, with [[phonemes]]
    std::vector<std::uint32_t> begin;  ///< of each word, in code points from 0
    std::vector<std::uint32_t> end;    ///< one past its last; == begin: nothing of it remains
};

/// IPA as mnemonics of eSpeak NG's Arabic phoneme table. Long vowels without stress get a secondary
/// one, so that they stay longer than short vowels. Errors (kind engine) name the symbol that the
/// table does not have.
Result<std::string> mnemonics_of(std::string_view ipa);

/// A plain word without what crashes or misleads the engine: brackets, quotes, dots, controls,
/// joiners, Braille; shadda put before its vowel; at most three of one character in a row, at most
/// 60 characters.
std::string harmless(std::string_view word);

/// The text for the words. `phonetic`: the voice has the Arabic phoneme table, so that it speaks
/// pronunciations; any other voice reads the words' text. Errors as in mnemonics_of().
Result<EngineText> engine_text(std::span<const SpokenWord> words, bool phonetic);

}  // namespace rawi::speech::espeak
