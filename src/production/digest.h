#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace rawi::production {

/// XXH3-128 in hexadecimal.
std::string digest(std::string_view bytes);

/// Whether a file is included.
using FileFilter = std::function<bool(const std::filesystem::path&)>;

/// The digest of a file, or of the names and contents of the included files below a folder; a
/// missing folder has the same digest as an empty one. Errors (kind io): files that cannot be read.
Result<std::string> digest_of_files(const std::filesystem::path& path, const FileFilter& counts);

}  // namespace rawi::production
