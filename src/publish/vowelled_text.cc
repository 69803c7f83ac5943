// Writes the vowelled text next to the sound.
#include "publish/vowelled_text.h"

#include <cstdint>
#include <string>
#include <utility>

#include "base/file.h"

namespace rawi::publish {

namespace {

class VowelledText : public Publisher {
  public:
    VowelledText(OutputFile file, const Document& document)
        : file_(std::move(file)), document_(&document) {}

    Result<> add(const Utterance& utterance, const Timing& timing) override;
    Result<> finish() override { return file_.close(); }

  private:
    OutputFile file_;
    const Document* document_;
    std::uint32_t block_ = 0;
    bool begun_ = false;
};

Result<> VowelledText::add(const Utterance& utterance, const Timing& /*timing*/) {
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

}  // namespace

Result<std::unique_ptr<Publisher>> make_vowelled_text(const Article& article) {
    RAWI_TRY(OutputFile file, OutputFile::create(article.folder / "vowelled.txt"));
    return std::make_unique<VowelledText>(std::move(file), article.document);
}

}  // namespace rawi::publish
