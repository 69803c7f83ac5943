#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace rawi::production {

/// XXH3-128 in hexadecimal.
std::string digest(std::string_view bytes);

/// Whether a file counts.
using FileFilter = std::function<bool(const std::filesystem::path&)>;

/// The digest of a file, or of the files below a folder that count, by name and content; the same
/// for a folder that is not there as for an empty one. Errors (kind io): what cannot be read.
Result<std::string> digest_of_files(const std::filesystem::path& path, const FileFilter& counts);

}  // namespace rawi::production
