// A text with its entities resolved, and the bytes that it comes from, are read in step: gumbo does
// not say which entity became which character, and the bytes that it gives for a text may go on
// after it.
#include "reading/html/text_origin.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"

namespace rawi::reading::html {

namespace {

bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
}

class Aligned {
  public:
    Aligned(DocumentBuilder& builder, std::uint32_t part, Span origin, std::string_view text,
            bool preformatted)
        : builder_(builder),
          part_(part),
          origin_(origin),
          raw_(origin.of(builder.part(part).bytes)),
          text_(text),
          keeps_(preformatted) {}

    void add() {
        while (at_ < text_.size()) {
            if (const std::size_t size = utf8::line_end(text_, at_);
                !keeps_ && (size > 0 || ascii::is_white(text_[at_]))) {
                white();
            } else if (from_ < raw_.size() && raw_[from_] == '&' && entity()) {
                continue;
            } else if (from_ < raw_.size() && raw_[from_] == text_[at_]) {
                ++from_;
                ++at_;
            } else {
                return rest();
            }
        }
        flush();
    }

  private:
    /// Copies what was passed over as it is.
    void flush() {
        if (from_ > begin_) {
            builder_.copy(part_, {.begin = origin_.begin + static_cast<std::uint32_t>(begin_),
                                  .end = origin_.begin + static_cast<std::uint32_t>(from_)});
        }
        begin_ = from_;
    }

    /// A run of white space; one space as it is needs no cut.
    void white() {
        std::size_t end = at_, raw_end = from_;
        while (end < text_.size() && ascii::is_white(text_[end]))
            ++end;
        while (raw_end < raw_.size() && ascii::is_white(raw_[raw_end]))
            ++raw_end;
        end = std::max(end, at_ + 1);
        const bool plain = text_.substr(at_, end - at_) == " " && raw_end == from_ + 1 &&
                           raw_[from_] == ' ' && at_ > 0 && end < text_.size();
        if (!plain) {
            flush();
            builder_.space();
        }
        at_ = end;
        from_ = raw_end;
        if (!plain) begin_ = from_;
    }

    /// One or two characters that stand for an entity. Its end is where the text after it goes on.
    bool entity() {
        const std::string_view rest = raw_.substr(from_, 4);
        const bool names_ampersand =
            rest.starts_with("&amp") || rest.starts_with("&AMP") || rest.starts_with("&#");
        if (text_[at_] == '&' && !names_ampersand) return false;
        std::size_t end = from_ + 1;
        while (end < raw_.size() && is_name(raw_[end]))
            ++end;
        const bool closed = end < raw_.size() && raw_[end] == ';';
        if (closed) ++end;
        const std::size_t one = utf8::decode(text_, at_).size;
        const std::size_t two = at_ + one < text_.size() ? utf8::decode(text_, at_ + one).size : 0;
        for (const std::size_t size : {one, one + two}) {
            for (std::size_t last = end; last > from_ + 1; --last) {
                if (goes_on(last, at_ + size)) {
                    flush();
                    put(last, text_.substr(at_, size));
                    return true;
                }
                if (closed) break;
            }
        }
        return false;
    }

    void put(std::size_t end, std::string_view characters) {
        const Span origin{.begin = origin_.begin + static_cast<std::uint32_t>(from_),
                          .end = origin_.begin + static_cast<std::uint32_t>(end)};
        constexpr std::string_view no_break_space = "\xC2\xA0";
        if (!keeps_ && (ascii::is_white(characters[0]) || characters == no_break_space)) {
            builder_.space();
        } else {
            builder_.decoded(part_, origin, characters);
        }
        at_ += characters.size();
        from_ = begin_ = end;
    }

    /// Whether the bytes from `raw` on say what the text says from `at` on, as far as the next
    /// entity.
    bool goes_on(std::size_t raw, std::size_t at) const {
        constexpr std::size_t enough = 12;
        for (std::size_t i = 0; i < enough; ++i) {
            if (at + i >= text_.size()) return true;
            if (raw + i >= raw_.size()) return false;
            if (raw_[raw + i] == '&') return true;
            if (ascii::is_white(raw_[raw + i])) return ascii::is_white(text_[at + i]);
            if (raw_[raw + i] != text_[at + i]) return false;
        }
        return true;
    }

    /// What cannot be aligned stands for the bytes that are left.
    void rest() {
        flush();
        const Span origin{
            .begin = origin_.begin + static_cast<std::uint32_t>(std::min(from_, raw_.size())),
            .end = origin_.end};
        builder_.decoded(part_, origin, text_.substr(at_));
    }

    DocumentBuilder& builder_;
    std::uint32_t part_;
    Span origin_;
    std::string_view raw_, text_;
    bool keeps_;
    std::size_t at_ = 0;     ///< in the text
    std::size_t from_ = 0;   ///< in the bytes
    std::size_t begin_ = 0;  ///< of the bytes that are not yet copied
};

}  // namespace

void add_text(DocumentBuilder& builder, std::uint32_t part, Span origin, std::string_view text,
              bool preformatted) {
    Aligned(builder, part, origin, text, preformatted).add();
}

}  // namespace rawi::reading::html
