// Which pictures have something to say.
#include "reading/pictures.h"

#include <algorithm>
#include <array>
#include <string>

#include <unicode/uchar.h>

#include "base/ascii.h"
#include "base/utf8.h"

namespace rawi::reading {

namespace {

/// The letters and digits of a text, in lower case if they are ASCII.
std::string letters_of(std::string_view text) {
    std::string letters;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        if (u_isalnum(static_cast<UChar32>(next.code)) != 0)
            letters += ascii::lower(text.substr(at, next.size));
        at += next.size;
    }
    return letters;
}

bool ends_as_file(std::string_view alt) {
    constexpr std::array<std::string_view, 11> extensions = {".jpg",  ".jpeg", ".png",  ".gif",
                                                             ".webp", ".svg",  ".avif", ".bmp",
                                                             ".tif",  ".tiff", ".heic"};
    const std::string lower = ascii::lower(alt);
    return std::any_of(extensions.begin(), extensions.end(),
                       [&](std::string_view extension) { return lower.ends_with(extension); });
}

/// "photo" of "https://example.org/2024/photo.jpg?w=300".
std::string_view stem_of(std::string_view address) {
    address = address.substr(0, address.find_first_of("?#"));
    address = address.substr(address.rfind('/') + 1);  // npos + 1 is 0
    return address.substr(0, address.rfind('.'));
}

}  // namespace

bool describes_picture(std::string_view alt, std::string_view address) {
    const std::string letters = letters_of(alt);
    if (letters.empty() || ends_as_file(alt)) return false;
    if (std::any_of(alt.begin(), alt.end(), ascii::is_white)) return true;
    const std::size_t joint = alt.find_first_of("._/\\");
    return joint + 1 >= alt.size() && letters != letters_of(stem_of(address));
}

}  // namespace rawi::reading
