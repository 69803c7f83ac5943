// Any bytes are an archive whose members can be read, or are refused with a place.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "reading/document_builder.h"
#include "reading/package/archive.h"
#include "reading/package/xml.h"

namespace {

namespace package = rawi::reading::package;

constexpr package::Limits limits = {
    .members = 100, .member_bytes = 1U << 20U, .total_bytes = 1U << 22U, .ratio = 50};

void check(const rawi::Error& error) {
    if (error.message.empty() || error.where.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    auto archive = package::Archive::open("fuzz.zip", bytes, limits);
    if (!archive) {
        check(archive.error());
        return 0;
    }
    for (const char* const name : {"a", "a.xml", "mimetype", "word/document.xml"}) {
        rawi::reading::DocumentBuilder builder("fuzz.zip");
        package::TextMember member;
        const auto read = package::read_part(*archive, name, builder, member);
        if (!read) {
            check(read.error());
            continue;
        }
        for (const auto& node : member.tree.document_element().children())
            package::add_text(builder, member.part, node);
        if (!check_invariants(builder.finish()).empty()) std::abort();
    }
    return 0;
}
