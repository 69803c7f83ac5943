#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "speech/protocol.h"

namespace rawi::speech::espeak {

/// Words as the engine is given them, and where each begins and ends there.
struct EngineText {
    std::string text;                  ///< UTF-8, with [[phonemes]]
    std::vector<std::uint32_t> begin;  ///< of each word, in code points from 0
    std::vector<std::uint32_t> end;    ///< one past its last; == begin: nothing is left of it
};

/// IPA as the mnemonics of eSpeak NG's Arabic phoneme table, long vowels without stress given a
/// secondary one so that they stay longer than short vowels. Errors (kind engine) name the symbol
/// that the table does not have.
Result<std::string> mnemonics_of(std::string_view ipa);

/// A plain word without what crashes or misleads the engine: brackets, quotes, dots, controls,
/// joiners, Braille; shadda put before its vowel; at most three of one character in a row, at most
/// 60 characters.
std::string harmless(std::string_view word);

/// `phonetic`: the voice has the Arabic phoneme table, so that a word's pronunciation is said; any
/// other voice reads its text. Errors as in mnemonics_of.
Result<EngineText> engine_text(std::span<const SpokenWord> words, bool phonetic);

}  // namespace rawi::speech::espeak
