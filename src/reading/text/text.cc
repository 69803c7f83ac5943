// The reader of plain text.
#include "reading/text/text.h"

#include <utility>

#include "reading/document_builder.h"

namespace rawi::reading::text {

Result<Article> read(Source source) {
    DocumentBuilder builder(source.name);
    const auto size = static_cast<std::uint32_t>(source.bytes.size());
    const std::uint32_t part = builder.add_part(source.name, std::move(source.bytes));
    builder.open_lines();
    builder.copy(part, {.begin = 0, .end = size});
    return Article{.document = builder.finish(source.tables.words), .notices = {}};
}

}  // namespace rawi::reading::text
