#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/table.h"
#include "languages/cldr/icu_words.h"
#include "wording/semiotic/piece_sequence.h"
#include "wording/semiotic/pieces.h"
#include "wording/semiotic/reading.h"
#include "wording/token.h"
#include "wording/written_number.h"

namespace rawi::languages::cldr {

namespace semiotic = wording::semiotic;

using semiotic::Reading;
using semiotic::reading_of;

/// A stretch of a sentence: one token.
struct Piece : semiotic::Piece {
    /// For a number with spaces between its groups of digits: the pieces after this one that belong
    /// to it. Each of these is a piece, too.
    std::uint32_t more = 0;
};

/// The data that all sentences of a language share.
struct LanguageData {
    IcuWords words;
    SaidTable symbols;

    LanguageData(const std::string& tag, SaidTable read) : words(tag), symbols(std::move(read)) {}
};

/// A sentence while it is verbalized.
class Sentence : public semiotic::PieceSequence<Piece> {
  public:
    /// Both arguments must outlive the sentence.
    Sentence(const LanguageData& data, const wording::TokenizedSentence& line);

    const LanguageData& shared;

    /// The number that starts with piece `i`, with all of its groups.
    const wording::WrittenNumber& number(std::size_t i) const { return numbers_[at(i).number]; }
    /// The piece after that number.
    std::size_t number_end(std::size_t i) const { return i + at(i).more + 1; }
    /// The pieces from `first` up to byte `end`, as a sentence that this one must outlive.
    Sentence part(std::size_t first, std::uint32_t end) const;

  private:
    Sentence(const LanguageData& data, std::string_view whole, semiotic::Pieces<Piece> cut);

    std::vector<wording::WrittenNumber> numbers_;
    std::deque<std::string> held_;  ///< texts of pieces that are not in the sentence
};

}  // namespace rawi::languages::cldr
