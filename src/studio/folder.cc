// Output folders appear whole or not at all.
#include "studio/folder.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace rawi {

namespace fs = std::filesystem;

StagedFolder::StagedFolder(fs::path staged, fs::path place)
    : staged_(std::move(staged)), place_(std::move(place)) {}

StagedFolder::StagedFolder(StagedFolder&& other) noexcept
    : staged_(std::exchange(other.staged_, {})), place_(std::move(other.place_)) {}

StagedFolder::~StagedFolder() {
    std::error_code ignored;
    if (!staged_.empty()) fs::remove_all(staged_, ignored);
}

Result<StagedFolder> StagedFolder::create(const fs::path& place) {
    const fs::path staged =
        place.parent_path() / fmt::format(".{}.{}.part", place.filename().string(), ::getpid());
    std::error_code problem;
    fs::remove_all(staged, problem);
    if (!problem) fs::create_directories(staged, problem);
    if (problem) {
        return fail(Error::Kind::io, fmt::format("cannot make the folder \"{}\": {}",
                                                 place.string(), problem.message()));
    }
    return StagedFolder(staged, place);
}

Result<> StagedFolder::commit() {
    // Exchange, so that there is no moment without a folder; where nothing stands there, move.
    bool exchanged = true;
    if (::renameat2(AT_FDCWD, staged_.c_str(), AT_FDCWD, place_.c_str(), RENAME_EXCHANGE) != 0) {
        exchanged = false;
        if (::rename(staged_.c_str(), place_.c_str()) != 0) {
            return fail(Error::Kind::io, fmt::format("cannot put \"{}\" in its place: {}",
                                                     place_.string(), std::strerror(errno)));
        }
    }
    if (!exchanged) staged_.clear();  // else the old folder stands there now, and is removed
    return {};
}

}  // namespace rawi
