// Function words and letters of languages.
#include "reading/detection/marks.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "base/table.h"
#include "base/utf8.h"

namespace rawi::reading::detection {

namespace fs = std::filesystem;

namespace {

enum class Kind : std::uint8_t { letter, link, word, tie };
constexpr std::array<std::string_view, 4> names_of(Kind) {
    return {"letter", "link", "word", "tie"};
}

struct DetectionRow {
    std::string written;
    Kind kind = Kind::word;

    void columns(Columns& column) {
        column.key("written", written);
        column.key_choice("kind", kind);
    }
};

}  // namespace

Result<Marks> Marks::load(const fs::path& voices) {
    constexpr std::size_t most = std::numeric_limits<Languages>::digits;
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const fs::directory_entry& folder : fs::directory_iterator(voices, ignored)) {
        fs::path file = folder.path() / "detection.tsv";
        if (fs::exists(file, ignored)) files.push_back(std::move(file));
    }
    std::sort(files.begin(), files.end());
    Marks marks;
    for (const fs::path& file : files) {
        if (marks.languages_.size() == most) {
            return fail(Error::Kind::input,
                        fmt::format("more than {} languages have such a table", most),
                        file.string());
        }
        const Languages bit = Languages{1} << marks.languages_.size();
        marks.languages_.push_back(file.parent_path().filename().string());
        RAWI_TRY(const auto table, Table<DetectionRow>::load(file));
        for (const DetectionRow& row : table.rows()) {
            if (row.kind == Kind::letter) {
                marks.letters_[utf8::decode(row.written, 0).code] |= bit;
                marks.lettered_ |= bit;
            } else if (row.kind == Kind::tie) {
                marks.smaller_ |= bit;
            } else {
                Mark& mark = marks.words_[key_of(row.written)];
                (row.kind == Kind::link ? mark.links : mark.words) |= bit;
            }
        }
    }
    return marks;
}

std::size_t Marks::number_of(std::string_view language) const {
    const auto found = std::lower_bound(languages_.begin(), languages_.end(), language);
    const bool known = found != languages_.end() && *found == language;
    return static_cast<std::size_t>((known ? found : languages_.end()) - languages_.begin());
}

Mark Marks::of(std::string_view text, const TextWord& word) const {
    if (word.after_apostrophe && word.letters == 1) return {};
    const std::string key = key_of(word.source.of(text));
    const auto found = words_.find(key);
    Mark mark = found == words_.end() ? Mark{} : found->second;
    bool lettered = false;
    for (std::size_t at = 0; at < key.size();) {
        const utf8::Decoded next = utf8::decode(key, at);
        at += next.size;
        if (next.code < 0x80) continue;
        const auto found_letter = letters_.find(next.code);
        const Languages with = found_letter == letters_.end() ? 0 : found_letter->second;
        if (word.script == USCRIPT_LATIN) mark.strange |= lettered_ & ~with;
        if (with == 0) continue;
        mark.letters = lettered ? mark.letters & with : with;
        lettered = true;
    }
    return mark;
}

}  // namespace rawi::reading::detection
