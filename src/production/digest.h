#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace rawi::production {

/// XXH3-128 in hexadecimal.
std::string digest(std::string_view bytes);
/// The digest of all files below `folder`, by name and content.
std::string digest_of_folder(const std::filesystem::path& folder);

}  // namespace rawi::production
