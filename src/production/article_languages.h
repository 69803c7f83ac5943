#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/document.h"
#include "production/options.h"
#include "production/resources.h"

namespace rawi::production {

/// The language of an article, BCP 47: the one that the options specify, else the declared one
/// unless the text contradicts it, else the one of the text.
Result<std::string> language_of(const Document& document, const RenderOptions& options,
                                Resources& resources, std::vector<Notice>& notices);

/// Marks the passages of an article in the language `tag` that are in other languages
/// (reading/detection), and loads these languages; returns their tags. A passage in a script that
/// no voice reads is not spoken.
Result<std::vector<std::string>> mark_passages(Document& document, const std::string& tag,
                                               Resources& resources, std::vector<Notice>& notices);

}  // namespace rawi::production
