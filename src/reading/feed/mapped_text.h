#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/document.h"

namespace rawi::reading::feed {

/// A text that is written in a file with escapes, perhaps several times over, and where each byte
/// of it comes from.
class MappedText {
  public:
    /// Adds the bytes `origin` of the file as they are.
    void copy(std::string_view file, Span origin);
    /// Adds what stands in the file as `origin`.
    void decoded(Span origin, std::string_view text);

    const std::string& text() const { return text_; }

    /// Appends runs with origins in the file for a run whose origin is in this text.
    void map(const Run& run, std::vector<Run>& runs) const;

  private:
    struct Piece {
        Span text;
        Span origin;
        Run::Kind kind = Run::Kind::copied;
    };
    std::vector<Piece>::const_iterator piece_at(std::uint32_t byte) const;

    std::string text_;
    std::vector<Piece> pieces_;  ///< in order, without gaps
};

}  // namespace rawi::reading::feed
