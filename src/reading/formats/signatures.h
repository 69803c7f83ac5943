#pragma once

#include <string_view>

namespace rawi::reading::formats {

/// A kind of file that rawi does not read, known by its first bytes.
struct Foreign {
    std::string_view what;    ///< "a PDF file"
    std::string_view advice;  ///< what to do instead
};

/// What these bytes begin like; null if they may be something that rawi reads.
const Foreign* foreign_file(std::string_view bytes);

}  // namespace rawi::reading::formats
