#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "languages/english/numerals.h"
#include "languages/english/pieces.h"
#include "languages/english/tables.h"
#include "wording/options.h"
#include "wording/semiotic/reading.h"
#include "wording/token.h"
#include "wording/written_number.h"

namespace rawi::languages::english {

using Reading = semiotic::Reading;
using semiotic::reading_of;

/// The data that all sentences of a language share.
struct LanguageData {
    Tables tables;
    Region region;
    Numerals numerals;
    wording::WordingOptions style;

    LanguageData(Tables read, std::string_view tag, wording::WordingOptions chosen)
        : tables(std::move(read)),
          region(Region::of(tables, tag)),
          numerals(tables, region),
          style(std::move(chosen)) {}
    LanguageData(const LanguageData&) = delete;
    LanguageData& operator=(const LanguageData&) = delete;
};

/// A sentence that is being verbalized: answers questions about the context of a piece.
class Sentence : public semiotic::PieceSequence<Piece> {
  public:
    /// Both arguments must outlive the sentence.
    Sentence(const LanguageData& grammar, const wording::TokenizedSentence& line);

    const LanguageData& shared;
    const wording::TokenizedSentence& written_line;

    const Tables& tables;
    const Numerals& numerals;
    const Region& region;
    const wording::WordingOptions& style;

    /// An apostrophe or a quotation mark that is written for one.
    bool is_apostrophe(std::size_t i) const;
    const wording::WrittenNumber& number(std::size_t i) const { return numbers_[at(i).number]; }
    /// The value of a number of at most four digits, or -1.
    int small_value(std::size_t i) const;
    /// Whether the piece begins what is written without spaces, but for opening marks.
    bool is_start(std::size_t i) const;
    /// The end of what is written without spaces from `i` on.
    std::size_t run_end(std::size_t i) const;
    /// The same without closing marks at the end.
    std::size_t core_end(std::size_t i) const;
    /// Whether piece `i` is a full stop, another closing mark, or the end.
    bool ends_phrase(std::size_t i) const;
    /// The word before piece `i` in lower case, ignoring spaces and opening marks.
    std::string_view word_before(std::size_t i) const;
    /// The word from piece `i` on, after spaces, in lower case; empty if there is none.
    std::string_view word_from(std::size_t i) const;
    /// Whether a countable noun follows from piece `i` on.
    bool noun_follows(std::size_t i) const;
    /// Whether one of the nearest words before piece `i`, or after `end`, is in a table.
    bool is_near(const TableKeys& table, std::size_t i, std::size_t end) const;
    /// Whether the sentence is written in capitals, as a headline may be.
    bool is_all_capitals() const { return all_capitals_; }

  private:
    Sentence(const LanguageData& grammar, const wording::TokenizedSentence& line, Pieces cut);

    std::vector<wording::WrittenNumber> numbers_;
    std::deque<std::string> held_;  ///< texts of pieces that are not in the sentence
    bool all_capitals_ = false;
};

}  // namespace rawi::languages::english
