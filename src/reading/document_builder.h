#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "reading/lines.h"
#include "reading/structure_words.h"

namespace rawi::reading {

/// Puts a Document together from what a reader finds in its file. Whatever is called, in whatever
/// order, the document keeps its invariants (check_invariants): the builder separates blocks, trims
/// white space at their ends, drops those without text, keeps the runs, and divides the document
/// into sections. Text added while no block is open becomes a paragraph. At most 4 GiB of text.
class DocumentBuilder {
  public:
    /// `name` is that of the file ("article.txt"); its stem is the title if there is no better one.
    explicit DocumentBuilder(std::string_view name);

    /// Adds a file, or a member of a package, from which text will come, and returns its number.
    /// Ill-formed UTF-8 in `bytes` is replaced by U+FFFD.
    std::uint32_t add_part(std::string name, std::string bytes);
    const Part& part(std::uint32_t number) const { return document_.parts.at(number); }
    Metadata& metadata() { return document_.metadata; }

    // Blocks. Opening one closes the one before. `language` is BCP 47; empty: the document's. The
    // text after a block is in the document's language again.

    void open_block(Role role, std::string_view language = {});
    /// A heading that opens a section. `level` is 1 to 6; other values are clamped.
    void open_heading(Role role, int level, std::string_view language = {});
    /// Plain lines, in the document's language: finish() finds the paragraphs in them, and guesses
    /// their roles.
    void open_lines();
    void close_block();

    // Text, added to the block that is open.

    /// The bytes `origin` of a part, as they are. What lies outside the part is left out, and so is
    /// a code point that is not wholly within `origin`.
    void copy(std::uint32_t part, Span origin);
    /// Text that stands for `origin` only as a whole: an entity, for example.
    void decoded(std::uint32_t part, Span origin, std::string_view text);
    /// Text that the reader makes itself; it comes from nowhere.
    void made(std::string_view text);
    /// Made white space, unless the block's text is empty or ends with white space already.
    void space();

    // What markup says about the text.

    /// The rest of the block is in `language`, up to the next call.
    void set_language(std::string_view language);
    /// The text from here to close_control() is said as the control wants. Controls do not nest:
    /// within one others are ignored, and so are changes of the language.
    void open_control(Control::Kind kind, std::string value, std::string format = {});
    /// False if the control stands over no text; it is then dropped.
    bool close_control();
    void silence(int milliseconds);
    /// A place for mark_sentence().
    std::uint32_t here() const { return static_cast<std::uint32_t>(text_.size()); }
    /// The text since `begin` is one sentence. Ignored if it overlaps an earlier one.
    void mark_sentence(std::uint32_t begin);

    /// The document; the builder is empty afterwards. `words` tell the roles of plain lines.
    Document finish(const StructureWords& words = {});

  private:
    /// A block before it is laid out; its span lies in `text_`.
    struct Draft {
        Block block;
        bool lines = false;
    };
    /// A line that was laid out: where it was in `text_`, and where it begins in the document.
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

    // As the reader gives it, with white space and empty blocks.
    std::string name_;
    std::string text_;
    std::vector<Run> runs_;
    std::vector<Control> controls_;
    std::vector<Silence> silences_;
    std::vector<Span> sentences_;
    std::vector<Draft> drafts_;
    bool open_ = false;  ///< the last draft is
    std::string language_;
    std::uint32_t stretch_ = 0;  ///< where the text in `language_` began
    std::optional<Control> control_;
    int nested_ = 0;  ///< controls that were opened within `control_`

    // As it will be.
    Document document_;
    std::vector<bool> guessed_;  ///< for each block, whether it is of plain lines
    std::vector<Line> lines_;
    std::size_t run_ = 0;
};

}  // namespace rawi::reading
