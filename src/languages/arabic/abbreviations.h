#pragma once

#include <cstddef>
#include <string_view>

#include "languages/arabic/amounts.h"
#include "languages/arabic/sentence.h"

namespace rawi::languages::arabic {

/// An abbreviation of short_forms.tsv whose letters begin at piece `at` and that counts `where`
/// ("year", "time", "number" ...): its key and the piece behind it, a stop after it included.
Named short_form_at(const Sentence& sentence, std::size_t at, std::string_view where);

}  // namespace rawi::languages::arabic
