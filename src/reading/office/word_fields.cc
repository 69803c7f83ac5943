// The fields of WordprocessingML: what is an instruction, what is text.
#include "reading/office/word_fields.h"

#include <algorithm>
#include <array>

namespace rawi::reading::office {

FieldKind field_kind(std::string_view instructions) {
    constexpr std::array<std::string_view, 5> dropped = {"PAGE", "NUMPAGES", "SECTIONPAGES",
                                                         "NOTEREF", "FTNREF"};
    constexpr std::array<std::string_view, 3> contents = {"TOC", "INDEX", "TOA"};
    const std::size_t begin =
        std::min(instructions.find_first_not_of(" \t\r\n"), instructions.size());
    instructions.remove_prefix(begin);
    std::string name(instructions.substr(0, instructions.find_first_of(" \t\r\n\\")));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    const auto is = [&](std::string_view known) { return known == name; };
    if (std::any_of(dropped.begin(), dropped.end(), is)) return FieldKind::dropped;
    if (std::any_of(contents.begin(), contents.end(), is)) return FieldKind::contents;
    return FieldKind::spoken;
}

void WordFields::count(const Field& field, int by) {
    if (!field.result || field.kind == FieldKind::dropped) silent_ += by;
    if (field.result && field.kind == FieldKind::contents) contents_ += by;
}

void WordFields::mark(std::string_view type) {
    if (type == "begin") {
        fields_.emplace_back();
        count(fields_.back(), 1);
    }
    if (fields_.empty() || type == "begin") return;
    count(fields_.back(), -1);
    if (type == "end") {
        fields_.pop_back();
        return;
    }
    fields_.back().result = true;
    fields_.back().kind = field_kind(fields_.back().instructions);
    count(fields_.back(), 1);
}

void WordFields::instruct(std::string_view instructions) {
    constexpr std::size_t longest = 100;  // only the first word counts
    if (fields_.empty() || fields_.back().result) return;
    std::string& all = fields_.back().instructions;
    if (all.size() < longest) all += instructions;
}

}  // namespace rawi::reading::office
