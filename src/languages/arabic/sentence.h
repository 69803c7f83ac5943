#pragma once

#include <cstddef>
#include <deque>
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
#include "wording/semiotic/reading.h"

namespace rawi::languages::arabic {

using Part = semiotic::SpokenPart;

/// A word without "wa" or "fa", if the rest is long enough to be a word.
std::string_view without_conjunction(std::string_view word);

/// A reading, with its grammatical case.
struct Reading : semiotic::Reading {
    std::optional<Case> in{};  ///< for a number; a number joined by "and" has the same case

    Reading() = default;
    /// A reading without a case.
    Reading(semiotic::Reading reading)  // NOLINT(google-explicit-constructor): it is one
        : semiotic::Reading(std::move(reading)) {}
};

using semiotic::reading_of;

/// The features that were chosen for a reading, and what determined them.
class Reasons {
  public:
    /// Adds a reason once.
    void add(const std::string& why);
    /// The reasons since the last call.
    std::string take() { return std::exchange(all_, {}); }

  private:
    std::string all_;
};

/// A sentence while it is verbalized. Answers questions about the context of a piece, and about the
/// case, gender and state that follow from it.
class Sentence : public semiotic::PieceSequence<Piece> {
  public:
    Sentence(const Tables& all_tables, const wording::WordingOptions& chosen, const Style& of_house,
             Reasons* because_of, std::string_view whole, Pieces cut)
        : PieceSequence(whole, std::move(cut.all)),
          tables(all_tables),
          style(chosen),
          house(of_house),
          numerals(tables.numbers),
          nouns(tables),
          reasons(because_of),
          numbers_(std::move(cut.numbers)),
          prefixes_(std::move(cut.prefixes)),
          held_(std::move(cut.held)) {}

    const Tables& tables;
    const wording::WordingOptions& style;
    const Style& house;
    const Numerals numerals;
    const Nouns nouns;
    Reasons* const reasons;  ///< null unless reasons are requested (`rawi explain`)

    /// The pieces from `first` up to byte `end`, which include piece `at`, as a sentence
    /// that this one must outlive.
    Sentence part(std::size_t first, std::size_t at, std::uint32_t end) const;

    /// The number that piece `i` is; one without digits if it is none.
    const wording::WrittenNumber& number(std::size_t i) const {
        static const wording::WrittenNumber none_there;
        return is(i, Piece::Kind::number) ? numbers_[at(i).number] : none_there;
    }
    /// The clitics attached to this number.
    const Prefix& prefix(std::size_t i) const {
        static const Prefix none_there;
        return is(i, Piece::Kind::number) ? prefixes_[at(i).number] : none_there;
    }
    /// Whether the piece is an integer without separators and with at most `most_digits` digits.
    bool is_plain(std::size_t i, std::size_t most_digits) const;
    /// Whether a clitic is attached to the number: "and", a preposition, the article.
    bool is_bound(std::size_t i) const;
    /// Whether only spaces and closing marks follow from `i` on.
    bool ends_at(std::size_t i) const;

    /// The bare word before piece `i`, ignoring spaces and opening marks; empty at the start and
    /// after other punctuation.
    std::string word_before(std::size_t i) const;
    /// The bare words before piece `i` in this sentence, the nearest first, at most `most`.
    std::vector<std::string> words_before(std::size_t i, std::size_t most) const;
    /// The piece of that word, or the first piece of the sentence if there is none.
    std::size_t noun_before(std::size_t i) const;
    /// Whether the word before piece `i` is an indefinite noun, which a definite number completes.
    bool completes_noun(std::size_t i) const;
    /// The bare word at piece `i`; empty if it is not a word.
    std::string word_at(std::size_t i) const;
    /// The bare counted noun from piece `i` on, after spaces; empty if there is no noun or it has
    /// the article.
    std::string noun_at(std::size_t i) const;

    /// What the word before piece `i` governs, by governors.tsv, if it is a governor. Sets `why` if
    /// explains().
    std::optional<Governs> governor_before(std::size_t i, std::string* why = nullptr) const;
    /// The case that this governor requires.
    Case governed_case(std::size_t i) const;
    /// The case of piece `i`: that of an attached preposition, of the number that "and" joins it
    /// to, or the governed case.
    Case case_at(std::size_t i) const;
    bool is_feminine(std::string_view noun) const;
    /// The agreement of the number at piece `i` with the noun from piece `noun` on.
    Agreement agreement(std::size_t i, std::size_t noun) const;

    bool explains() const { return reasons != nullptr; }
    /// Records a feature that was chosen and what determined it, if explains().
    void because(const std::string& why) const {
        if (explains()) reasons->add(why);
    }

    /// Records the last reading, for numbers that "and" joins to it.
    void note(SemioticClass semiotic_class, std::size_t end, std::optional<Case> in);
    SemioticClass last_class() const { return last_class_; }
    std::size_t last_end() const { return last_end_; }

  private:
    /// The verb whose object piece `i` is, with the subject between them; empty if there is none.
    std::string object_of(std::size_t i) const;
    /// "Resolution 242", "issue 12": whether the number at piece `i` counts nothing and therefore
    /// belongs to the noun before it.
    bool names_noun(std::size_t i) const;
    /// Whether the word before piece `i` is a noun after a preposition, which the number completes.
    bool is_completed(std::size_t i) const;
    bool is_governor(std::string_view word) const;
    /// Whether a preposition is attached to what an override says from piece `i` on.
    bool is_behind_clitic(std::size_t i) const;
    /// The case that the word "others" after the number shows, if it follows.
    std::optional<Case> case_of_others(std::size_t i) const;

    std::string place_of_gender(std::string_view noun) const;

    std::vector<wording::WrittenNumber> numbers_;
    std::vector<Prefix> prefixes_;
    std::deque<std::string> held_;  ///< texts of pieces that are not in the sentence
    SemioticClass last_class_ = SemioticClass::word;
    std::size_t last_end_ = 0;
    std::optional<Case> last_case_;
};

/// A reading of pieces [at, end), with the clitics of the number at piece `at` before `words`.
Reading number_reading(const Sentence& sentence, std::size_t at, std::size_t end,
                       std::string_view words, SemioticClass semiotic_class, std::string rule,
                       std::optional<Case> in = {});
Reading number_reading(const Sentence& sentence, std::size_t at, std::size_t end,
                       std::string_view words, semiotic::Value value, std::string rule,
                       std::optional<Case> in = {});

}  // namespace rawi::languages::arabic
