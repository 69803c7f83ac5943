#pragma once

#include <filesystem>
#include <optional>

#include "model/production.h"

namespace rawi::publish {

/// What the manifests of this program have as their version (schemas/article.schema.json).
constexpr int manifest_version = 2;
constexpr const char* manifest_name = "article.json";

/// Whether a folder has a manifest of rawi's, of whatever version: it may be replaced.
bool is_ours(const std::filesystem::path& folder);

/// The fingerprint in a folder's manifest; nothing if it has none of rawi's in this version.
std::optional<Fingerprint> fingerprint_in(const std::filesystem::path& folder);

/// Whether the folder's manifest can be read to its end, and its chapters' files are there.
bool is_whole(const std::filesystem::path& folder);

}  // namespace rawi::publish
