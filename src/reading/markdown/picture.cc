// Which pictures have something to say.
#include "reading/markdown/picture.h"

#include <algorithm>
#include <array>

#include "reading/markdown/lines.h"

namespace rawi::reading::markdown {

bool has_description(const Picture& picture, std::string_view bytes) {
    if (is_blank(picture.alt, bytes)) return false;
    std::string alt = text_of(picture.alt, bytes);
    std::transform(alt.begin(), alt.end(), alt.begin(), lower);
    constexpr std::array<std::string_view, 11> extensions = {".jpg",  ".jpeg", ".png",  ".gif",
                                                             ".webp", ".svg",  ".avif", ".bmp",
                                                             ".tif",  ".tiff", ".heic"};
    if (std::any_of(extensions.begin(), extensions.end(),
                    [&](std::string_view extension) { return alt.ends_with(extension); })) {
        return false;
    }
    std::string_view file = picture.address;
    file = file.substr(0, file.find_first_of("?#"));
    file = file.substr(file.rfind('/') + 1);  // npos + 1 is 0
    const bool word = alt.find(' ') == std::string::npos;
    return !word || !have_same_words(alt, file.substr(0, file.rfind('.')));
}

}  // namespace rawi::reading::markdown
