// Texts within texts: HTML in XML, escaped or not, or in JSON.
#include "reading/feed/mapped_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace rawi::reading::feed {

void MappedText::copy(std::string_view file, Span origin) {
    if (origin.empty()) return;
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += origin.of(file);
    const auto end = static_cast<std::uint32_t>(text_.size());
    if (!pieces_.empty() && pieces_.back().kind == Run::Kind::copied &&
        pieces_.back().origin.end == origin.begin) {
        pieces_.back().text.end = end;
        pieces_.back().origin.end = origin.end;
    } else {
        pieces_.push_back({.text = {.begin = begin, .end = end}, .origin = origin});
    }
}

void MappedText::decoded(Span origin, std::string_view text) {
    if (text.empty()) return;
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += utf8::first_invalid(text) ? utf8::replaced(text) : std::string(text);
    pieces_.push_back({.text = {.begin = begin, .end = static_cast<std::uint32_t>(text_.size())},
                       .origin = origin,
                       .kind = Run::Kind::decoded});
}

std::vector<MappedText::Piece>::const_iterator MappedText::piece_at(std::uint32_t byte) const {
    return std::partition_point(pieces_.begin(), pieces_.end(),
                                [&](const Piece& piece) { return piece.text.end <= byte; });
}

void MappedText::map(const Run& run, std::vector<Run>& runs) const {
    Run mapped{.text = run.text, .part = 0, .origin = {}, .kind = Run::Kind::decoded};
    for (auto piece = piece_at(run.origin.begin);
         piece != pieces_.end() && piece->text.begin < run.origin.end; ++piece) {
        const std::uint32_t begin = std::max(piece->text.begin, run.origin.begin);
        const std::uint32_t end = std::min(piece->text.end, run.origin.end);
        const bool copied = piece->kind == Run::Kind::copied;
        const Span origin = copied ? Span{.begin = piece->origin.begin + begin - piece->text.begin,
                                          .end = piece->origin.begin + end - piece->text.begin}
                                   : piece->origin;
        if (run.kind == Run::Kind::decoded) {
            mapped.origin = mapped.origin.empty() ? origin : cover(mapped.origin, origin);
        } else {
            runs.push_back({.text = {.begin = run.text.begin + begin - run.origin.begin,
                                     .end = run.text.begin + end - run.origin.begin},
                            .part = 0,
                            .origin = origin,
                            .kind = piece->kind});
        }
    }
    if (run.kind == Run::Kind::decoded && !mapped.origin.empty()) runs.push_back(mapped);
}

}  // namespace rawi::reading::feed
