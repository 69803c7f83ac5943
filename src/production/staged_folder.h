#pragma once

#include <filesystem>

#include "base/result.h"

namespace rawi::production {

/// A folder that is filled next to its final place and then moved there, so that a reader never
/// sees a partial one. The destructor removes it unless it was committed.
class StagedFolder {
  public:
    /// Creates ".<name>.part" next to `place`, and missing parent folders (they are removed with
    /// it).
    static Result<StagedFolder> create(const std::filesystem::path& place);
    StagedFolder(StagedFolder&& other) noexcept;
    StagedFolder& operator=(StagedFolder&&) = delete;
    StagedFolder(const StagedFolder&) = delete;
    StagedFolder& operator=(const StagedFolder&) = delete;
    ~StagedFolder();

    const std::filesystem::path& path() const { return staged_; }
    /// Moves the folder to its place in one step, and removes an old folder there.
    Result<> commit();

  private:
    StagedFolder(std::filesystem::path staged, std::filesystem::path place);
    std::filesystem::path staged_, place_;
    std::filesystem::path first_made_;  ///< the topmost parent folder that was created; empty: none
};

}  // namespace rawi::production
