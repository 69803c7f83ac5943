// Office files: recognized by the members of the archive, read by the reader of their kind.
#include "reading/office/office.h"

#include <string>
#include <utility>

#include "reading/office/odf.h"
#include "reading/office/word.h"
#include "reading/package/archive.h"

namespace rawi::reading::office {

using package::Archive;

bool sniff_docx(std::string_view bytes) {
    if (!package::is_archive(bytes)) return false;
    const auto archive = Archive::open("", bytes);
    return archive && archive->has("[Content_Types].xml") && archive->has_folder("word/");
}

bool sniff_odt(std::string_view bytes) {
    if (!package::is_archive(bytes)) return false;
    auto archive = Archive::open("", bytes);
    if (!archive || !archive->has("mimetype")) return false;
    const auto type = archive->read("mimetype");
    return type && type->starts_with("application/vnd.oasis.opendocument.text");
}

Result<Article> read_docx(Source source) {
    const std::string bytes = std::move(source.bytes);
    RAWI_TRY(Archive archive, Archive::open(source.name, bytes));
    return WordReader(archive, source.name).read();
}

Result<Article> read_odt(Source source) {
    const std::string bytes = std::move(source.bytes);
    RAWI_TRY(Archive archive, Archive::open(source.name, bytes));
    return OdfReader(archive, source.name).read();
}

}  // namespace rawi::reading::office
