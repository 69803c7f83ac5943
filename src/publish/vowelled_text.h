#pragma once

#include <memory>

#include "base/result.h"
#include "publish/publisher.h"

namespace rawi::publish {

/// Writes vowelled.txt: the article as it is said, with all vowel marks and its own punctuation;
/// one sentence per line, an empty line between blocks.
Result<std::unique_ptr<Publisher>> make_vowelled_text(const Article& article);

}  // namespace rawi::publish
