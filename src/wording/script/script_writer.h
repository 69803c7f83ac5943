#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/script.h"
#include "wording/language.h"
#include "wording/number_format.h"
#include "wording/overrides/override_finder.h"

namespace rawi::wording::script {

/// How far to process words: verbalized only, or with vowels and pronunciation.
enum class Depth : std::uint8_t { spoken, pronounced };

/// Verbalizes an article sentence by sentence, so that memory does not grow with its length.
class ScriptWriter {
  public:
    /// All arguments must outlive the writer.
    ScriptWriter(const Document& document, const Language& language,
                 Depth depth = Depth::pronounced, const overrides::Overrides& overrides = {})
        : document_(&document),
          language_(&language),
          number_format_(detect_number_format(document.text)),
          depth_(depth),
          overrides_(overrides) {}

    /// The next sentence; nothing at the end.
    std::optional<Utterance> next();
    /// The skips since the last call. Call it again after the last sentence.
    std::vector<Skip> take_skips();
    /// The warnings about markup since the last call; likewise.
    std::vector<Notice> take_notices();

  private:
    void word_block(std::uint32_t index);
    /// Says the label of a block; its source is the whole block.
    void announce_block(std::uint32_t index);
    void say_block(std::uint32_t index);
    void close_section();
    /// Verbalizes one sentence and adds the silences that markup requests.
    Utterance word_sentence(Span sentence);
    void pronounce(std::vector<Word>& words) const;
    void keep_silent(Utterance& utterance);

    const Document* document_;
    const Language* language_;
    NumberFormat number_format_;
    Depth depth_;
    overrides::Overrides overrides_;
    std::size_t silence_ = 0;                ///< the next silence of the document
    int pending_silence_ = 0;                ///< milliseconds to add before the next word
    std::uint32_t section_ = 0, block_ = 0;  ///< the next block, counted within its section
    std::deque<Utterance> ready_;
    std::vector<Skip> skips_;
    std::vector<Notice> notices_;
};

/// Verbalizes a whole article.
Script write_script(const Document& document, const Language& language, Depth depth = Depth::spoken,
                    const overrides::Overrides& overrides = {});

/// Checks that every byte of the document's blocks that is not white space belongs to a word or a
/// skip, that words are in order, and that each is within its utterance. Returns a description of
/// the first violation, or an empty string.
std::string check_invariants(const Document& document, const Script& script);

}  // namespace rawi::wording::script
