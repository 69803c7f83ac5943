#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "languages/english/numerals.h"
#include "languages/english/pieces.h"
#include "languages/english/tables.h"
#include "wording/options.h"
#include "wording/reading.h"
#include "wording/token.h"
#include "wording/written_number.h"

namespace rawi::languages::english {

using Reading = wording::Reading;
using wording::reading_of;

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

/// A sentence while it is verbalized. Answers questions about the context of a piece.
class Sentence {
  public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// Both arguments must outlive the sentence.
    Sentence(const LanguageData& grammar, const wording::TokenizedSentence& line);

    const LanguageData& shared;
    const wording::TokenizedSentence& written_line;

    const Tables& tables;
    const Numerals& numerals;
    const Region& region;
    const wording::WordingOptions& style;
    const std::string_view text;

    std::size_t size() const { return pieces_.all.size(); }
    /// Piece `i`, or a space if it is after the end.
    const Piece& at(std::size_t i) const {
        return i < pieces_.all.size() ? pieces_.all[i] : beyond_;
    }
    bool is(std::size_t i, Piece::Kind kind) const { return at(i).kind == kind; }
    bool is_sign(std::size_t i) const;
    /// Whether the piece is this sign.
    bool is_sign(std::size_t i, char sign) const;
    /// Whether the piece is a hyphen, a dash or a minus sign.
    bool is_dash(std::size_t i) const;
    /// Whether the piece is an apostrophe, or a quotation mark used as one.
    bool is_apostrophe(std::size_t i) const;
    const wording::WrittenNumber& figure(std::size_t i) const {
        return pieces_.figures[at(i).figure];
    }
    /// Whether the piece is a number of `least` to `most` digits and nothing else.
    bool is_digits(std::size_t i, std::size_t least, std::size_t most) const;
    /// The value of a small number of digits only, or -1.
    int small_value(std::size_t i) const;
    /// Whether the piece is not a space and directly follows one that is not a space.
    bool is_tight(std::size_t i) const {
        return i > 0 && i < size() && !is(i, Piece::Kind::space) && !is(i - 1, Piece::Kind::space);
    }
    /// Whether the piece is the first one after a space, ignoring opening marks.
    bool is_start(std::size_t i) const;
    /// The piece after an optional space.
    std::size_t over_space(std::size_t i) const { return is(i, Piece::Kind::space) ? i + 1 : i; }
    /// The first piece from `i` on that is not a space.
    std::size_t skip_spaces(std::size_t i) const;
    /// The end of the run without spaces from `i` on.
    std::size_t run_end(std::size_t i) const;
    /// The same without closing marks at the end.
    std::size_t core_end(std::size_t i) const;
    /// Whether piece `i` is a full stop, another closing mark, or the end.
    bool ends_phrase(std::size_t i) const;
    /// The word before piece `i` in small letters, ignoring spaces and opening marks.
    std::string_view word_before(std::size_t i) const;
    /// The index of that word, or npos.
    std::size_t index_before(std::size_t i) const;
    /// The word from piece `i` on, after spaces, in small letters; empty if there is none.
    std::string_view word_from(std::size_t i) const;
    /// Whether a countable noun follows from piece `i` on.
    bool noun_follows(std::size_t i) const;
    /// Whether one of the nearest words before piece `i`, or behind `end`, is in a table.
    bool is_near(const TableKeys& table, std::size_t i, std::size_t end) const;
    /// Whether the sentence is written in capitals, as a headline may be.
    bool is_all_capitals() const { return all_capitals_; }

    Span span(std::size_t begin, std::size_t end) const {
        return {.begin = at(begin).source.begin, .end = at(end - 1).source.end};
    }
    std::string_view written(std::size_t begin, std::size_t end) const {
        return begin < end ? span(begin, end).of(text) : std::string_view();
    }

  private:
    Pieces pieces_;
    Piece beyond_;
    bool all_capitals_ = false;
};

}  // namespace rawi::languages::english
