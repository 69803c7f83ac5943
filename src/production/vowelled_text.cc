// The vowelled text beside the sound.
#include "production/vowelled_text.h"

#include <string>
#include <utility>

namespace rawi::production {

Result<VowelledText> VowelledText::create(const std::filesystem::path& folder,
                                          const Document& document) {
    RAWI_TRY(OutputFile file, OutputFile::create(folder / "vowelled.txt"));
    return VowelledText(std::move(file), document);
}

Result<> VowelledText::add(const Utterance& utterance) {
    std::string line;
    if (begun_ && utterance.block != block_) line = "\n";
    std::uint32_t at = utterance.source.begin;
    Span last;
    for (const Word& word : utterance.words) {
        const bool same = word.source == last;
        if (same) {
            line += ' ';
        } else if (word.source.begin > at) {
            line += Span{.begin = at, .end = word.source.begin}.of(document_->text);
        }
        line += word.vowelled.empty() ? word.spoken : word.vowelled;
        last = word.source;
        at = word.source.end;
    }
    line += Span{.begin = at, .end = utterance.source.end}.of(document_->text);
    line += '\n';
    begun_ = true;
    block_ = utterance.block;
    return file_.write(line);
}

}  // namespace rawi::production
