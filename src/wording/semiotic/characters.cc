// Characters that are said one by one.
#include "wording/semiotic/characters.h"

#include <unicode/uchar.h>

namespace rawi::wording::semiotic {

bool starts_with_letter(std::string_view text) {
    return !text.empty() && u_isalpha(static_cast<UChar32>(utf8::decode(text, 0).code)) != 0;
}

}  // namespace rawi::wording::semiotic
