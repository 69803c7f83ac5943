#pragma once

#include <memory>

#include "base/result.h"
#include "publish/publisher.h"

namespace rawi::publish {

/// Writes article.json: the output, its sources, and when each word is heard. Its schema is
/// schemas/article.schema.json. It contains neither clock times nor the number of workers, so that
/// the same input gives the same bytes.
Result<std::unique_ptr<Publisher>> make_manifest(const Article& article);

}  // namespace rawi::publish
