// Which pictures have something to say.
#include "reading/markdown/picture.h"

#include "reading/pictures.h"

namespace rawi::reading::markdown {

bool has_description(const Picture& picture, std::string_view bytes) {
    return describes_picture(text_of(picture.alt, bytes), picture.address);
}

}  // namespace rawi::reading::markdown
