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

/// How far words are worked out.
enum class Depth : std::uint8_t { spoken, pronounced };

/// Words an article sentence by sentence, so that no more of it is held than is at work.
class ScriptWriter {
  public:
    /// All must outlive the writer.
    ScriptWriter(const Document& document, const Language& language,
                 Depth depth = Depth::pronounced, const overrides::Overrides& guidance = {})
        : document_(&document),
          language_(&language),
          number_format_(detect_number_format(document.text)),
          depth_(depth),
          guidance_(guidance) {}

    /// The next sentence; nothing at the end.
    std::optional<Utterance> next();
    /// What was skipped since the last call; at the end of the article call it once more.
    std::vector<Skip> take_skips();
    /// What is to be told about the markup since the last call; likewise.
    std::vector<Notice> take_notices();

  private:
    void word_block(std::uint32_t index);
    void close_section();
    /// Words of one sentence, with the silences that markup asks for.
    Utterance word_sentence(Span sentence);
    void pronounce(std::vector<Word>& words) const;
    void keep_silent(Utterance& utterance);

    const Document* document_;
    const Language* language_;
    NumberFormat number_format_;
    Depth depth_;
    overrides::Overrides guidance_;
    std::size_t silence_ = 0;  ///< the first one of the document that is still to come
    int pending_silence_ = 0;  ///< milliseconds that wait for a word
    std::uint32_t section_ = 0, block_ = 0;  ///< the block is counted within its section
    std::deque<Utterance> ready_;
    std::vector<Skip> skips_;
    std::vector<Notice> notices_;
};

/// The whole article at once.
Script write_script(const Document& document, const Language& language, Depth depth = Depth::spoken,
                    const overrides::Overrides& guidance = {});

/// Nothing if every byte of the document's blocks that is not white space belongs to a word or a
/// skip, words stand in order, and each lies in its utterance; else the first broken promise.
std::string check_invariants(const Document& document, const Script& script);

}  // namespace rawi::wording::script
