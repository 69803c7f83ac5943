#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "reading/detection/detector.h"

namespace rawi::reading::detection {

/// The language of an article, BCP 47: the one that its markup declares, unless its text plainly
/// contradicts that, with a notice; without a declaration, the one of its text.
std::string document_language(const Document& document, const Detector& detector,
                              std::vector<Notice>& notices);

}  // namespace rawi::reading::detection
