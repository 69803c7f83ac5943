#pragma once

#include <cstdlib>
#include <string>
#include <vector>

#include <zip.h>

namespace rawi::support {

/// A member of an archive that a test builds.
struct ZipMember {
    std::string name;
    std::string bytes;
    bool stored = false;             ///< not compressed
    const char* password = nullptr;  ///< encrypted with it
};

/// The bytes of a ZIP archive with these members, in order.
inline std::string zip_of(const std::vector<ZipMember>& members) {
    const auto check = [](bool good) {
        if (!good) std::abort();
    };
    zip_source_t* const source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    check(source != nullptr);
    zip_source_keep(source);
    zip_t* const archive = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
    check(archive != nullptr);
    for (const ZipMember& member : members) {
        zip_source_t* const bytes =
            zip_source_buffer(archive, member.bytes.data(), member.bytes.size(), 0);
        const zip_int64_t index =
            zip_file_add(archive, member.name.c_str(), bytes, ZIP_FL_ENC_UTF_8);
        if (index < 0) {  // a name that libzip does not take: the archive goes without
            zip_source_free(bytes);
            continue;
        }
        const auto place = static_cast<zip_uint64_t>(index);
        if (member.stored) zip_set_file_compression(archive, place, ZIP_CM_STORE, 0);
        if (member.password != nullptr)
            zip_file_set_encryption(archive, place, ZIP_EM_AES_128, member.password);
    }
    if (zip_get_num_entries(archive, 0) == 0) {  // libzip does not write an empty archive
        zip_discard(archive);
        zip_source_free(source);
        return {};
    }
    check(zip_close(archive) == 0);
    zip_stat_t stat;
    check(zip_source_stat(source, &stat) == 0 && zip_source_open(source) == 0);
    std::string bytes(stat.size, '\0');
    check(zip_source_read(source, bytes.data(), bytes.size()) ==
          static_cast<zip_int64_t>(bytes.size()));
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

}  // namespace rawi::support
