#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rawi::reading::office {

/// What becomes of the result of a field.
enum class FieldKind : std::uint8_t {
    spoken,   ///< a reference, a date, a form
    dropped,  ///< a page number, the number of a note
    contents  ///< a table of contents, an index
};

/// The kind of a field with these instructions: "PAGE \\* MERGEFORMAT".
FieldKind field_kind(std::string_view instructions);

/// The complex fields that are open at a place in the text (ECMA-376, 17.16.18).
class WordFields {
  public:
    /// `type`: of w:fldChar, "begin", "separate" or "end".
    void mark(std::string_view type);
    void instruct(std::string_view instructions);
    /// Whether text here is an instruction, or the result of a field that is dropped.
    bool silent() const { return silent_ > 0; }
    bool in_contents() const { return contents_ > 0; }

  private:
    struct Field {
        std::string instructions;
        bool result = false;
        FieldKind kind = FieldKind::spoken;
    };
    void count(const Field& field, int by);

    std::vector<Field> fields_;
    int silent_ = 0, contents_ = 0;
};

}  // namespace rawi::reading::office
