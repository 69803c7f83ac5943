#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"
#include "reading/detection/detector.h"

namespace rawi::reading::detection {

/// Adds controls for the passages of an article in the language `tag` (BCP 47) that are in another
/// language (see PassageFinder), and gives a block that is mostly such a passage its language. What
/// markup specifies stays, unless a declared language is not written in the script of its text:
/// then a notice says so. Blocks that are skipped are left alone.
void mark_languages(Document& document, std::string_view tag, const Detector& detector,
                    std::vector<Notice>& notices);

}  // namespace rawi::reading::detection
