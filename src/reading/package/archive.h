#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

struct zip;

namespace rawi::reading::package {

/// Bounds for archives from unknown sources. What exceeds one is an error that names it.
struct Limits {
    std::uint64_t members = 20'000;
    std::uint64_t member_bytes = 64ULL << 20;  ///< uncompressed, of one member that is read
    std::uint64_t total_bytes = 512ULL << 20;  ///< uncompressed, of all that is read
    std::uint64_t ratio = 250;  ///< uncompressed to compressed, of members beyond 1 MiB
};

/// A ZIP archive in memory, read member by member. Nothing is ever written to disk.
class Archive {
  public:
    /// `name`: of the file, for messages. `bytes` must outlive the archive.
    /// Errors (kind input): not an archive, truncated, too many members, two members of one name, a
    /// name that leads out of the archive.
    static Result<Archive> open(std::string_view name, std::string_view bytes,
                                const Limits& limits = {});

    bool has(std::string_view member) const { return members_.find(member) != members_.end(); }
    /// Whether the name of a member begins so.
    bool has_folder(std::string_view prefix) const;

    /// The bytes of a member. Errors (kind input), with the member as the place: missing,
    /// encrypted, damaged, beyond a limit.
    Result<std::string> read(std::string_view member);

    /// "article.docx/word/document.xml": the name of a member in messages and as a Part.
    std::string place_of(std::string_view member) const;

  private:
    struct Close {
        void operator()(zip* archive) const;
    };
    struct Member {
        std::uint64_t index = 0;
        std::uint64_t size = 0, compressed = 0;
        bool encrypted = false;
    };

    Archive(std::string_view name, const Limits& limits, std::unique_ptr<zip, Close> archive);
    Result<> list();
    Result<std::string> unpack(const Member& member, const std::string& place);
    Result<> check(const Member& member, const std::string& place) const;

    std::string name_;
    Limits limits_;
    std::unique_ptr<zip, Close> archive_;
    std::map<std::string, Member, std::less<>> members_;
    std::uint64_t read_ = 0;  ///< uncompressed bytes so far
};

/// The bytes with which an archive that has members begins.
bool is_archive(std::string_view bytes);

/// A text with its escaped bytes ("%20") as they are; "%00" stays.
std::string percent_decoded(std::string_view text);

/// The member that a reference in another one names: "../img/a%20b.png#c" in "text/ch1.xhtml" is
/// "img/a b.png"; "/word/a.xml" is "word/a.xml". Nothing if it leads out of the archive, or has a
/// scheme ("https:").
std::optional<std::string> member_named(std::string_view reference, std::string_view within);

}  // namespace rawi::reading::package
