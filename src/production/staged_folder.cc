// Output folders appear complete or not at all.
#include "production/staged_folder.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

namespace rawi::production {

namespace fs = std::filesystem;

StagedFolder::StagedFolder(fs::path staged, fs::path place)
    : staged_(std::move(staged)), place_(std::move(place)) {}

StagedFolder::StagedFolder(StagedFolder&& other) noexcept
    : staged_(std::exchange(other.staged_, {})),
      place_(std::move(other.place_)),
      first_made_(std::move(other.first_made_)) {}

StagedFolder::~StagedFolder() {
    std::error_code ignored;
    if (staged_.empty()) return;
    fs::remove_all(staged_, ignored);
    // Also remove the parent folders that were created for it, if they are empty.
    for (fs::path made = staged_.parent_path(); !first_made_.empty(); made = made.parent_path()) {
        if (!fs::remove(made, ignored) || made == first_made_) break;
    }
}

namespace {

/// The topmost folder of `path` that does not exist; empty if all exist.
fs::path first_missing(const fs::path& path) {
    std::error_code ignored;
    fs::path missing;
    for (fs::path at = path; !at.empty() && !fs::exists(at, ignored); at = at.parent_path())
        missing = at;
    return missing;
}

}  // namespace

Result<StagedFolder> StagedFolder::create(const fs::path& place) {
    const fs::path staged =
        place.parent_path() / fmt::format(".{}.{}.part", place.filename().string(), ::getpid());
    std::error_code problem;
    const fs::path made = first_missing(place.parent_path());
    fs::remove_all(staged, problem);
    if (!problem) fs::create_directories(staged, problem);
    if (problem) {
        return fail(Error::Kind::io, fmt::format("cannot make the folder \"{}\": {}",
                                                 place.string(), problem.message()));
    }
    StagedFolder folder(staged, place);
    folder.first_made_ = made;
    return folder;
}

Result<> StagedFolder::commit() {
    // Exchange the folders, so that one exists at every moment; move if there is no old folder.
    bool exchanged = true;
    if (::renameat2(AT_FDCWD, staged_.c_str(), AT_FDCWD, place_.c_str(), RENAME_EXCHANGE) != 0) {
        exchanged = false;
        std::error_code ignored;
        // Not every file system can exchange folders.
        if (errno == EINVAL && fs::exists(place_, ignored)) fs::remove_all(place_, ignored);
        if (::rename(staged_.c_str(), place_.c_str()) != 0) {
            return fail(Error::Kind::io, fmt::format("cannot put \"{}\" in its place: {}",
                                                     place_.string(), std::strerror(errno)));
        }
    }
    first_made_.clear();
    if (!exchanged) staged_.clear();  // otherwise it is the old folder now, and is removed
    return {};
}

}  // namespace rawi::production
