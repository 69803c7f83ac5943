#pragma once

#include <string_view>

#include "reading/format.h"

namespace rawi::reading::office {

/// Whether a file is an archive with the members of a word processor's document: Word's (.docx,
/// .docm, .dotx), OpenDocument's (.odt, .ott).
bool sniff_docx(std::string_view bytes);
bool sniff_odt(std::string_view bytes);

/// Reads WordprocessingML (ECMA-376). Errors (kind input) have a member of the archive as their
/// place: what package::Archive and package::read_xml() report.
Result<Article> read_docx(Source source);

/// Reads an OpenDocument text (ISO/IEC 26300). Errors as read_docx().
Result<Article> read_odt(Source source);

}  // namespace rawi::reading::office
