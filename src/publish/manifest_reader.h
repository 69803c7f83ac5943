#pragma once

#include <filesystem>
#include <optional>

#include "model/production.h"

namespace rawi::publish {

/// The version of the manifests that this program writes (schemas/article.schema.json).
constexpr int manifest_version = 2;
constexpr const char* manifest_name = "article.json";

/// Whether a folder has a manifest of rawi, of any version, so that it may be replaced.
bool is_ours(const std::filesystem::path& folder);

/// The fingerprint in the manifest of a folder; nothing if it has no manifest of this version.
std::optional<Fingerprint> fingerprint_in(const std::filesystem::path& folder);

/// Whether the manifest of a folder is complete and the files of its chapters exist.
bool is_whole(const std::filesystem::path& folder);

}  // namespace rawi::publish
