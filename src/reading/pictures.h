#pragma once

#include <string_view>

namespace rawi::reading {

/// Whether the alternative text of a picture describes it. A name of a file does not: one word with
/// a dot, a slash or an underline in it ("IMG_0123.jpg"), a text that ends as pictures' files do
/// ("front page.png"), or the name that the picture's address has, if that is one word. Nor does a
/// text without letters and digits. `address` may be empty.
bool describes_picture(std::string_view alt, std::string_view address = {});

}  // namespace rawi::reading
