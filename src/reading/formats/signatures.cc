// The first bytes of files that are no articles.
#include "reading/formats/signatures.h"

#include <algorithm>
#include <array>

namespace rawi::reading::formats {

namespace {

using namespace std::string_view_literals;

/// Bytes at an offset from the start, and further ones where the first are not enough.
struct Signature {
    std::string_view bytes;
    std::size_t at = 0;
    std::string_view more{};
    std::size_t more_at = 0;
    Foreign file;
};

constexpr Foreign image = {"a picture", "only text can be spoken"};
constexpr Foreign sound = {"a sound or video file", "only text can be spoken"};
constexpr Foreign packed = {"a compressed archive", "unpack it, and name the files in it"};

constexpr std::array signatures = {
    Signature{.bytes = "%PDF-", .file = {"a PDF file", "convert it with pdftotext"}},
    Signature{.bytes = "{\\rtf", .file = {"an RTF file", "save it as .docx or .odt"}},
    Signature{.bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv,
              .file = {"a file of an old version of Word, or an encrypted one",
                       "save it as .docx or .odt, without a password"}},
    Signature{.bytes = "PK\x03\x04", .file = {"a ZIP archive", packed.advice}},
    Signature{.bytes = "PK\x05\x06", .file = {"an empty ZIP archive", packed.advice}},
    Signature{.bytes = "\x1F\x8B\x08", .file = packed},
    Signature{.bytes = "7z\xBC\xAF\x27\x1C", .file = packed},
    Signature{.bytes = "Rar!\x1A\x07", .file = packed},
    Signature{.bytes = "\xFD\x37zXZ"sv, .file = packed},
    Signature{.bytes = "\x89PNG\r\n\x1A\n", .file = image},
    Signature{.bytes = "\xFF\xD8\xFF", .file = image},
    Signature{.bytes = "GIF87a", .file = image},
    Signature{.bytes = "GIF89a", .file = image},
    Signature{.bytes = "II*\0"sv, .file = image},
    Signature{.bytes = "MM\0*"sv, .file = image},
    Signature{.bytes = "RIFF", .more = "WEBP", .more_at = 8, .file = image},
    Signature{.bytes = "RIFF", .more = "WAVE", .more_at = 8, .file = sound},
    Signature{.bytes = "ID3\x03"sv, .file = sound},
    Signature{.bytes = "ID3\x04"sv, .file = sound},
    Signature{.bytes = "\xFF\xFB"sv, .file = sound},
    Signature{.bytes = "fLaC\0"sv, .file = sound},
    Signature{.bytes = "OggS\0"sv, .file = sound},
    Signature{.bytes = "ftyp", .at = 4, .file = sound},
};

}  // namespace

const Foreign* foreign_file(std::string_view bytes) {
    const auto has = [&](std::string_view part, std::size_t at) {
        return at < bytes.size() && bytes.substr(at).starts_with(part);
    };
    const auto* const found =
        std::find_if(signatures.begin(), signatures.end(), [&](const Signature& signature) {
            return has(signature.bytes, signature.at) && has(signature.more, signature.more_at);
        });
    return found == signatures.end() ? nullptr : &found->file;
}

}  // namespace rawi::reading::formats
