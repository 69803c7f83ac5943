#pragma once

#include <cstdint>
#include <filesystem>

#include "base/file.h"
#include "model/document.h"
#include "model/script.h"

namespace rawi::production {

/// vowelled.txt (`--with vowelled`): the article as it is said, with all its vowel marks and its
/// own punctuation; a sentence a line, an empty line between blocks.
class VowelledText {
  public:
    /// `document` must outlive it.
    static Result<VowelledText> create(const std::filesystem::path& folder,
                                       const Document& document);
    Result<> add(const Utterance& utterance);
    Result<> close() { return file_.close(); }

  private:
    VowelledText(OutputFile file, const Document& document)
        : file_(std::move(file)), document_(&document) {}

    OutputFile file_;
    const Document* document_;
    std::uint32_t block_ = 0;
    bool begun_ = false;
};

}  // namespace rawi::production
