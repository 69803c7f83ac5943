#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "reading/lines.h"
#include "reading/structure_words.h"

namespace rawi::reading {

/// Builds a Document from the parts that a reader finds in its file. Calls may come in any order,
/// and the document still keeps its invariants (check_invariants): the builder separates blocks,
/// trims white space at their ends, drops blocks without text, maintains the runs, and divides the
/// document into sections. Text added while no block is open becomes a paragraph. At most 4 GiB of
/// text.
class DocumentBuilder {
  public:
    /// `name` is the name of the file ("article.txt"); its stem is the title if nothing better is
    /// found.
    explicit DocumentBuilder(std::string_view name);

    /// Adds a file, or a member of a package, from which text will come, and returns its number.
    /// Ill-formed UTF-8 in `bytes` is replaced by U+FFFD.
    std::uint32_t add_part(std::string name, std::string bytes);
    const Part& part(std::uint32_t number) const { return document_.parts.at(number); }
    Metadata& metadata() { return document_.metadata; }

    // Blocks. Opening a block closes the previous one. `language` is BCP 47; empty: the document's.
    // Text after a block is in the document's language again.

    void open_block(Role role, std::string_view language = {});
    /// A heading that opens a section. `level` is 1 to 6; other values are clamped.
    void open_heading(Role role, int level, std::string_view language = {});
    /// Plain lines in the document's language: finish() divides them into paragraphs and guesses
    /// the roles of these.
    void open_lines();
    /// The next block that has text opens a section named `title` (empty: as the article). A
    /// heading that comes first, or soon after, names it instead, and opens none of its own; nor do
    /// headings that follow it at once.
    void open_section(std::string_view title);
    void close_block();

    // Text, added to the open block.

    /// The bytes `origin` of a part, unchanged. Bytes outside the part are left out, and so are
    /// code points that are not wholly within `origin`.
    void copy(std::uint32_t part, Span origin);
    /// Text that corresponds to `origin` only as a whole, such as an entity.
    void decoded(std::uint32_t part, Span origin, std::string_view text);
    /// Text without an origin in the file.
    void insert(std::string_view text);
    /// Inserts a comma and a space, as between the cells of a table: the Arabic comma if the last
    /// letter before it is Arabic.
    void comma();
    /// Inserts a space, unless the block's text is empty or already ends with white space.
    void space();

    // Markup.

    /// The rest of the block is in `language`, up to the next call.
    void set_language(std::string_view language);
    /// The control applies to the text from here to close_control(). Controls do not nest: within a
    /// control, other controls and changes of the language are ignored.
    void open_control(Control::Kind kind, std::string value, std::string format = {});
    /// Returns false if the control contains no text; it is then dropped.
    bool close_control();
    void silence(int milliseconds);
    /// The text refers here to the note with this id.
    void refer_to_note(std::string id);
    /// The open block belongs to the note with this id.
    void name_note(std::string id);
    /// The current position, for mark_sentence().
    std::uint32_t here() const { return static_cast<std::uint32_t>(text_.size()); }
    /// The text since `begin` is one sentence. Ignored if it overlaps an earlier one.
    void mark_sentence(std::uint32_t begin);

    /// finish() also refines the roles of paragraphs by what they say (refine_roles).
    void refine_paragraphs() { refines_ = true; }

    /// The document; the builder is empty afterwards. `words` is used to guess the roles of plain
    /// lines.
    Document finish(const StructureWords& words = {});

  private:
    /// A block before layout; its span is in `text_`.
    struct Draft {
        Block block;
        bool lines = false;
        std::optional<std::string> section{};  ///< the title of the section that it opens
    };
    /// A line after layout: its span in `text_`, and where it begins in the document.
    struct Line {
        Span before;
        std::uint32_t begin = 0;
    };

    void open(Role role, std::string_view language);
    void add_run(std::uint32_t part, Span origin, std::uint32_t begin, Run::Kind kind);
    void end_stretch();
    void add_control(Control control);
    void lay_out();
    void lay_out_block(const Draft& draft, const Paragraph& paragraph);
    void lay_out_line(Span line);
    void move_marks();
    std::uint32_t begin_of(std::uint32_t at) const;
    std::uint32_t end_of(std::uint32_t at) const;
    Span moved(Span span) const;

    // Input of the reader, including white space and empty blocks.
    std::string name_;
    std::string text_;
    std::vector<Run> runs_;
    std::vector<Control> controls_;
    std::vector<Silence> silences_;
    std::vector<Span> sentences_;
    std::vector<NoteReference> note_references_;
    std::vector<Draft> drafts_;
    bool open_ = false;  ///< whether the last draft is open
    bool refines_ = false;
    std::optional<std::string> section_;  ///< for the next block
    std::string language_;
    std::uint32_t stretch_ = 0;  ///< where the text in `language_` began
    std::optional<Control> control_;
    int nested_ = 0;  ///< controls that were opened within `control_`

    // The result.
    Document document_;
    std::map<std::uint32_t, std::string> titles_;  ///< of sections, by where they begin
    std::vector<bool> guessed_;  ///< for each block, whether it comes from plain lines
    std::vector<Line> lines_;
    std::size_t run_ = 0;
};

}  // namespace rawi::reading
