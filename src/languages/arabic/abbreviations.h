#pragma once

#include <cstddef>
#include <string_view>

#include "languages/arabic/amounts.h"
#include "languages/arabic/sentence.h"

namespace rawi::languages::arabic {

/// The abbreviation of short_forms.tsv for the context `where` ("year", "time", "number" ...) whose
/// letters start at piece `at`: its key, and the piece after it and its full stop.
Named short_form_at(const Sentence& sentence, std::size_t at, std::string_view where);

}  // namespace rawi::languages::arabic
