#pragma once

#include <cstdint>
#include <vector>

#include "reading/html/main_text.h"
#include "reading/html/measure.h"
#include "reading/html/names.h"
#include "reading/html/tree.h"

namespace rawi::reading::html {

/// Marks what stands within an article, the node `root`, and is not of it: links to other articles,
/// boxes, forms, comments.
void clean(const Tree& tree, const std::vector<Measure>& measures, const std::vector<Hint>& hints,
           std::uint32_t root, std::vector<Part>& parts);

}  // namespace rawi::reading::html
