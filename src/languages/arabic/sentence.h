#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "languages/arabic/nouns.h"
#include "languages/arabic/numerals.h"
#include "languages/arabic/pieces.h"
#include "languages/arabic/style.h"
#include "languages/arabic/tables.h"
#include "wording/options.h"
#include "wording/reading.h"

namespace rawi::languages::arabic {

using Part = wording::SpokenPart;

/// A word without "wa" or "fa" before it, where what is left is long enough to be one.
std::string_view without_conjunction(std::string_view word);

/// What a stretch of a sentence is, and what is said for it.
struct Reading : wording::Reading {
    std::optional<Case> in{};  ///< of a number, for one that "and" joins to it
};

/// A reading of one part; of none where `words` is empty (then `rule` is why nothing is said).
Reading reading_of(std::size_t end, std::string words, std::string_view kind, std::string rule);

/// A sentence on its way into words: what stands around a piece, and what that says about its case,
/// gender and state.
class Sentence {
  public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    Sentence(const Tables& all_tables, const wording::WordingOptions& chosen, const Style& of_house,
             std::string_view whole, std::vector<Piece> cut)
        : tables(all_tables),
          style(chosen),
          house(of_house),
          numerals(tables.numbers),
          nouns(tables),
          text(whole),
          pieces(std::move(cut)) {}

    const Tables& tables;
    const wording::WordingOptions& style;
    const Style& house;
    const Numerals numerals;
    const Nouns nouns;
    const std::string_view text;
    const std::vector<Piece> pieces;

    /// The pieces from `first` on, piece `at` among them, up to byte `end`, as a sentence.
    Sentence part(std::size_t first, std::size_t at, std::uint32_t end) const;

    std::size_t size() const { return pieces.size(); }
    /// The piece, or a space beyond the end.
    const Piece& at(std::size_t i) const;
    bool is(std::size_t i, Piece::Kind kind) const { return at(i).kind == kind; }
    /// Whether the piece is this sign.
    bool is_sign(std::size_t i, std::string_view sign) const;
    bool is_dash(std::size_t i) const;
    /// Whether the piece is a whole number without marks, of at most so many digits.
    bool is_plain(std::size_t i, std::size_t most_digits) const;
    /// Whether something is glued to the number: "and", a preposition, the article.
    bool is_bound(std::size_t i) const;
    /// The next piece that is no space, from `i` on.
    std::size_t skip_spaces(std::size_t i) const;
    /// Whether nothing but spaces and closing marks comes from `i` on.
    bool ends_at(std::size_t i) const;

    /// The word before piece `i`, bare, behind spaces and opening marks; empty at the start and
    /// behind other punctuation.
    std::string word_before(std::size_t i) const;
    /// The bare words before piece `i` in this sentence, the nearest first, at most `most`.
    std::vector<std::string> words_before(std::size_t i, std::size_t most) const;
    /// The piece of that word; that of the sentence's first where there is none.
    std::size_t noun_before(std::size_t i) const;
    /// Whether the word before piece `i` is an indefinite noun, which a definite number completes.
    bool completes_noun(std::size_t i) const;
    /// The word from piece `i` on as it stands, bare; empty: none.
    std::string word_at(std::size_t i) const;
    /// The counted noun from piece `i` on (spaces before it are skipped): bare; empty where what
    /// comes is no noun, or has the article.
    std::string noun_at(std::size_t i) const;

    /// What governors.tsv says of the word before piece `i`; empty: nothing. `why` is filled where
    /// reasons are wanted.
    std::string_view governor_before(std::size_t i, std::string* why = nullptr) const;
    /// The case that this word asks for.
    Case governed_case(std::size_t i) const;
    /// The same, or the case of what "and" joins to, or that of a glued preposition.
    Case case_at(std::size_t i) const;
    bool is_feminine(std::string_view noun) const;
    /// Agreement of the number at piece `i` with the noun from piece `noun` on.
    Agreement agreement(std::size_t i, std::size_t noun) const;

    /// Whether the words of `because` are wanted (`rawi explain`).
    bool explains() const { return style.reasons; }
    /// Notes a feature that was decided, and by what.
    void because(const std::string& why) const;
    /// What was noted since the last call.
    std::string take_reasons() const { return std::exchange(why_, {}); }

    /// Remembers what was said last, for what "and" joins to it.
    void note(std::string_view kind, std::size_t end, std::optional<Case> in);
    std::string_view last_kind() const { return last_kind_; }
    std::size_t last_end() const { return last_end_; }

    Span span(std::size_t begin, std::size_t end) const {
        return {.begin = pieces[begin].source.begin, .end = pieces[end - 1].source.end};
    }

  private:
    /// The word that makes piece `i` its object, with its subject between; empty: none does.
    std::string object_of(std::size_t i) const;
    /// "Resolution 242", "issue 12": whether the number at piece `i` counts nothing and so belongs
    /// to the noun before it.
    bool names_noun(std::size_t i) const;
    /// Whether the word before piece `i` is a noun behind a preposition, which the number
    /// completes.
    bool is_completed(std::size_t i) const;
    bool is_governor(std::string_view word) const;
    /// Whether what follows the number says that it stands in the nominative ("others").
    std::optional<Case> case_of_others(std::size_t i) const;

    std::string place_of_gender(std::string_view noun) const;

    std::string_view last_kind_;
    std::size_t last_end_ = 0;
    std::optional<Case> last_case_;
    mutable std::string why_;
};

/// A reading of pieces [at, end), what is glued to the number at piece `at` put before `words`.
Reading number_reading(const Sentence& sentence, std::size_t at, std::size_t end,
                       std::string_view words, std::string_view kind, std::string rule,
                       std::optional<Case> in = {});

}  // namespace rawi::languages::arabic
