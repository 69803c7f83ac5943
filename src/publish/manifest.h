#pragma once

#include <memory>

#include "base/result.h"
#include "publish/publisher.h"

namespace rawi::publish {

/// article.json: what was made, of what, and when each word of it is heard.
/// schemas/article.schema.json says what is in it; it holds no clock times, no number of workers.
Result<std::unique_ptr<Publisher>> make_manifest(const Article& article);

}  // namespace rawi::publish
