// Reads the members of a ZIP archive within limits.
#include "reading/package/archive.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <zip.h>

namespace rawi::reading::package {

namespace {

/// Below this, a high ratio is harmless, and frequent: a page of blanks.
constexpr std::uint64_t least_for_ratio = 1ULL << 20;

/// A libzip error; its text is freed with it.
class Problem {
  public:
    Problem() { zip_error_init(&error_); }
    Problem(const Problem&) = delete;
    Problem& operator=(const Problem&) = delete;
    ~Problem() { zip_error_fini(&error_); }
    zip_error_t* get() { return &error_; }
    std::string text() { return zip_error_strerror(&error_); }

  private:
    zip_error_t error_{};
};

struct CloseMember {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

/// The segments of a path, with "." and ".." resolved; nothing if it leads above its root.
std::optional<std::vector<std::string_view>> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find_first_of("/\\"), path.size());
        const std::string_view segment = path.substr(0, end);
        path.remove_prefix(std::min(end + 1, path.size()));
        if (segment == "..") {
            if (segments.empty()) return std::nullopt;
            segments.pop_back();
        } else if (!segment.empty() && segment != ".") {
            segments.push_back(segment);
        }
    }
    return segments;
}

bool leads_out(std::string_view name) {
    return name.starts_with('/') || name.starts_with('\\') || !segments_of(name);
}

/// At least the number of members: each has a header in the central directory (APPNOTE, 4.3.12).
std::uint64_t headers_in(std::string_view bytes) {
    constexpr std::string_view header = "PK\x01\x02";
    std::uint64_t count = 0;
    for (std::size_t at = bytes.find(header); at != std::string_view::npos;
         at = bytes.find(header, at + header.size()))
        ++count;
    return count;
}

std::string mebibytes(std::uint64_t bytes) {
    return fmt::format("{} MiB", bytes >> 20U);
}

}  // namespace

bool is_archive(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04");
}

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned char byte = 0;
        const char* const end = text.data() + std::min(i + 3, text.size());
        const bool escaped = text[i] == '%' && i + 2 < text.size() &&
                             std::from_chars(text.data() + i + 1, end, byte, 16).ptr == end;
        decoded += escaped && byte != 0 ? static_cast<char>(byte) : text[i];
        if (escaped && byte != 0) i += 2;
    }
    return decoded;
}

std::optional<std::string> member_named(std::string_view reference, std::string_view within) {
    reference = reference.substr(0, reference.find_first_of("#?"));
    if (reference.find(':') < reference.find('/')) return std::nullopt;
    std::string path;
    if (!reference.starts_with('/')) path = within.substr(0, within.rfind('/') + 1);
    path += percent_decoded(reference);
    const auto segments = segments_of(path);
    if (!segments || segments->empty()) return std::nullopt;
    return fmt::format("{}", fmt::join(*segments, "/"));
}

void Archive::Close::operator()(zip* archive) const {
    zip_discard(archive);
}

Archive::Archive(std::string_view name, const Limits& limits, std::unique_ptr<zip, Close> archive)
    : name_(name), limits_(limits), archive_(std::move(archive)) {}

std::string Archive::place_of(std::string_view member) const {
    return fmt::format("{}/{}", name_, member);
}

Result<Archive> Archive::open(std::string_view name, std::string_view bytes, const Limits& limits) {
    if (!is_archive(bytes)) {
        return fail(Error::Kind::input, "this is not a ZIP archive, or an empty one",
                    std::string(name));
    }
    // Before libzip allocates memory for each.
    if (const std::uint64_t count = headers_in(bytes); count > limits.members) {
        return fail(Error::Kind::input,
                    fmt::format("this archive has {} members; at most {} are allowed", count,
                                limits.members),
                    std::string(name));
    }
    Problem problem;
    zip_source_t* const source =
        zip_source_buffer_create(bytes.data(), bytes.size(), 0, problem.get());
    zip_t* const opened =
        source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, problem.get());
    if (opened == nullptr) {
        zip_source_free(source);
        return fail(
            Error::Kind::input,
            fmt::format("this archive cannot be read; it may be truncated: {}", problem.text()),
            std::string(name));
    }
    Archive archive(name, limits, std::unique_ptr<zip, Close>(opened));
    RAWI_CHECK_OK(archive.list());
    return archive;
}

Result<> Archive::list() {
    const auto count = static_cast<std::uint64_t>(zip_get_num_entries(archive_.get(), 0));
    for (std::uint64_t index = 0; index < count; ++index) {
        zip_stat_t stat;
        if (zip_stat_index(archive_.get(), index, 0, &stat) != 0 || stat.name == nullptr)
            return fail(Error::Kind::input, "this archive is damaged: a member has no name", name_);
        const std::string name = stat.name;
        if (leads_out(name)) {
            return fail(Error::Kind::input, "the name of this member leads out of the archive",
                        place_of(name));
        }
        const Member member{.index = index,
                            .size = stat.size,
                            .compressed = stat.comp_size,
                            .encrypted = stat.encryption_method != ZIP_EM_NONE};
        if (!members_.emplace(name, member).second) {
            return fail(Error::Kind::input, "this archive has two members of this name",
                        place_of(name));
        }
    }
    return {};
}

bool Archive::has_folder(std::string_view prefix) const {
    const auto next = members_.lower_bound(prefix);
    return next != members_.end() && next->first.starts_with(prefix);
}

Result<std::string> Archive::read(std::string_view member) {
    const auto found = members_.find(member);
    const std::string place = place_of(member);
    if (found == members_.end())
        return fail(Error::Kind::input, "this member is missing from the archive", place);
    RAWI_CHECK_OK(check(found->second, place));
    return unpack(found->second, place);
}

Result<> Archive::check(const Member& member, const std::string& place) const {
    if (member.encrypted) {
        return fail(Error::Kind::input,
                    "this member is encrypted; save the file without a password", place);
    }
    if (member.size > limits_.member_bytes) {
        return fail(Error::Kind::input,
                    fmt::format("this member has {} uncompressed; at most {} are allowed",
                                mebibytes(member.size), mebibytes(limits_.member_bytes)),
                    place);
    }
    if (member.size > limits_.total_bytes - std::min(read_, limits_.total_bytes)) {
        return fail(Error::Kind::input,
                    fmt::format("the members of this archive exceed {} uncompressed",
                                mebibytes(limits_.total_bytes)),
                    place);
    }
    if (member.size > least_for_ratio && member.size / limits_.ratio > member.compressed) {
        return fail(Error::Kind::input,
                    fmt::format("this member is compressed to less than 1/{} of its size, which no "
                                "text is",
                                limits_.ratio),
                    place);
    }
    return {};
}

/// Reads no more than the size that was checked: a member that has more is damaged.
Result<std::string> Archive::unpack(const Member& member, const std::string& place) {
    const auto damaged = [&](std::string_view why) {
        return fail(Error::Kind::input, fmt::format("this member is damaged: {}", why), place);
    };
    const std::unique_ptr<zip_file_t, CloseMember> file(
        zip_fopen_index(archive_.get(), member.index, 0));
    if (!file) return damaged(zip_strerror(archive_.get()));
    constexpr std::uint64_t piece = 1ULL << 20;
    std::string bytes;
    for (;;) {
        const std::size_t size = bytes.size();
        bytes.resize(size + std::min(piece, member.size - size + 1));
        const zip_int64_t count = zip_fread(file.get(), bytes.data() + size, bytes.size() - size);
        if (count < 0) return damaged(zip_file_strerror(file.get()));
        bytes.resize(size + static_cast<std::size_t>(count));
        if (bytes.size() > member.size) return damaged("it is larger than the archive says");
        if (count == 0) break;
    }
    if (bytes.size() < member.size) return damaged("it is smaller than the archive says");
    read_ += bytes.size();
    return bytes;
}

}  // namespace rawi::reading::package
