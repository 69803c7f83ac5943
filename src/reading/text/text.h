#pragma once

#include "reading/format.h"

namespace rawi::reading::text {

/// Plain text: lines, whose roles are guessed. Never fails.
Result<Article> read(Source source);

}  // namespace rawi::reading::text
