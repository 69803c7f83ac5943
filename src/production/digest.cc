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

/// The same as digest() of the bytes of a file, without loading all of them at once.
Result<std::string> digest_of_file(const fs::path& file) {
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(),
                                                                         &XXH3_freeState);
    XXH3_128bits_reset(state.get());
    RAWI_CHECK_OK(read_pieces(file, [&](std::string_view piece) -> Result<> {
        XXH3_128bits_update(state.get(), piece.data(), piece.size());
        return {};
    }));
    return text_of(XXH3_128bits_digest(state.get()));
}

Result<std::vector<fs::path>> files_below(const fs::path& folder, const FileFilter& counts) {
    std::vector<fs::path> files;
    std::error_code problem;
    const auto unreadable = [&](const fs::path& path) {
        return fail(Error::Kind::io,
                    fmt::format("cannot read \"{}\": {}", path.string(), problem.message()));
    };
    if (!fs::exists(folder, problem) && !problem) return files;
    for (fs::recursive_directory_iterator at(folder, problem), end; !problem && at != end;
         at.increment(problem)) {
        const bool is_file = at->is_regular_file(problem);
        if (problem) return unreadable(at->path());
        if (is_file && counts(at->path())) files.push_back(at->path());
    }
    if (problem) return unreadable(folder);
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

Result<std::string> digest_of_files(const fs::path& path, const FileFilter& counts) {
    std::error_code ignored;
    if (fs::is_regular_file(path, ignored)) return digest_of_file(path);
    RAWI_TRY(const std::vector<fs::path> files, files_below(path, counts));
    std::string all;
    for (const fs::path& file : files) {
        RAWI_TRY(const std::string one, digest_of_file(file));
        all += fmt::format("{} {}\n", file.lexically_relative(path).string(), one);
    }
    return digest(all);
}

}  // namespace rawi::production
