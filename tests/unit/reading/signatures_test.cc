#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "read.h"
#include "support/zip_of.h"

namespace rawi::reading::formats {
namespace {

Error refusal_of(std::string_view bytes, std::string_view name) {
    const auto article = read_document(name, bytes, {}, tables());
    EXPECT_FALSE(article) << name;
    return article ? Error() : article.error();
}

TEST(Signatures, FilesThatAreNoArticlesAreNamedAndRefused) {
    const std::vector<std::pair<std::string_view, std::string_view>> files = {
        {"%PDF-1.7\n%\xE2\xE3", "pdftotext"},
        {"{\\rtf1\\ansi Text}", "RTF"},
        {std::string_view("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", 10), "old version of Word"},
        {"\x89PNG\r\n\x1A\n", "picture"},
        {std::string_view("RIFF\x10\0\0\0WAVEfmt ", 16), "sound"},
        {"\xFF\xD8\xFF\xE0", "picture"},
    };
    for (const auto& [bytes, word] : files) {
        for (const std::string_view name : {"a.txt", "a", "a.docx"}) {
            const Error error = refusal_of(bytes, name);
            EXPECT_NE(error.message.find(word), std::string::npos) << error.message;
            EXPECT_EQ(error.where, name);
        }
    }
    const Error zip = refusal_of(support::zip_of({{.name = "a", .bytes = "A"}}), "a.txt");
    EXPECT_NE(zip.message.find("ZIP archive"), std::string::npos);
    EXPECT_EQ(read_as("", "RIFF is a name.").document.text, "RIFF is a name.");
    EXPECT_EQ(read_as("", "PK and others.").document.text, "PK and others.");
}

}  // namespace
}  // namespace rawi::reading::formats
