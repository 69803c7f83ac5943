// XXH3-128 of bytes, files and folders.
#include "production/digest.h"

#include <algorithm>
#include <memory>
#include <system_error>
#include <vector>
#include <xxhash.h>

#include <fmt/format.h>

#include "base/file.h"

namespace rawi::production {

namespace fs = std::filesystem;

namespace {

std::string text_of(XXH128_hash_t hash) {
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace

std::string digest(std::string_view bytes) {
    return text_of(XXH3_128bits(bytes.data(), bytes.size()));
}

namespace {

/// As digest() of its bytes, which are not held at once.
std::string digest_of_file(const fs::path& file) {
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                         &XXH3_freeState);
    XXH3_128bits_reset(state.get());
    const Result<> done = read_pieces(file, [&](std::string_view piece) -> Result<> {
        XXH3_128bits_update(state.get(), piece.data(), piece.size());
        return {};
    });
    return done ? text_of(XXH3_128bits_digest(state.get())) : "unreadable";
}

}  // namespace

std::string digest_of_folder(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (fs::recursive_directory_iterator at(folder, ignored), end; at != end;
         at.increment(ignored)) {
        if (at->is_regular_file(ignored)) files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    std::string all;
    for (const fs::path& file : files) {
        all +=
            fmt::format("{} {}\n", file.lexically_relative(folder).string(), digest_of_file(file));
    }
    return digest(all);
}

}  // namespace rawi::production
