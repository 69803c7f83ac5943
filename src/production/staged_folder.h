#pragma once

#include <filesystem>

#include "base/result.h"

namespace rawi::production {

/// A folder that is filled beside its final place and moved there whole. Until it is committed,
/// leaving removes it: a reader never sees half of it.
class StagedFolder {
  public:
    /// Makes ".<name>.part" beside `place`, and what folders lead there (they are removed with it).
    static Result<StagedFolder> create(const std::filesystem::path& place);
    StagedFolder(StagedFolder&& other) noexcept;
    StagedFolder& operator=(StagedFolder&&) = delete;
    StagedFolder(const StagedFolder&) = delete;
    StagedFolder& operator=(const StagedFolder&) = delete;
    ~StagedFolder();

    const std::filesystem::path& path() const { return staged_; }
    /// Moves the folder to its place, in one step, and removes what stood there.
    Result<> commit();

  private:
    StagedFolder(std::filesystem::path staged, std::filesystem::path place);
    std::filesystem::path staged_, place_;
    std::filesystem::path first_made_;  ///< of the folders that lead there; empty: all were there
};

}  // namespace rawi::production
