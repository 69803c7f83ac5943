// The blocks of a text in Markdown, as md4c reports them.
#include "reading/markdown/collector.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <string>
#include <utility>

#include <md4c.h>

#include "base/ascii.h"
#include "reading/markdown/entity.h"
#include "reading/markdown/lines.h"
#include "reading/markdown/notes.h"
#include "reading/markdown/picture.h"
#include "reading/markdown/raw_html.h"
#include "reading/markdown/table.h"

namespace rawi::reading::markdown {

namespace {

constexpr std::size_t npos = std::string_view::npos;

std::string_view view(const MD_ATTRIBUTE& attribute) {
    return {attribute.text, attribute.size};
}

bool is_word_char(char c) {
    return ascii::is_letter(c) || ascii::is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

class Collector {
  public:
    Collector(std::string_view bytes, const MaskedText& masked)
        : bytes_(bytes), masked_(masked), table_(bytes) {}

    Blocks collect(std::uint32_t begin) {
        MD_PARSER parser{};
        parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
            static_cast<Collector*>(self)->enter_block(type, detail);
            return 0;
        };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
            static_cast<Collector*>(self)->leave_block(type);
            return 0;
        };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
            static_cast<Collector*>(self)->enter_span(type, detail);
            return 0;
        };
        parser.leave_span = [](MD_SPANTYPE type, void* detail, void* self) {
            static_cast<Collector*>(self)->leave_span(type, detail);
            return 0;
        };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
            auto* const collector = static_cast<Collector*>(self);
            collector->text(type, {text, size});
            // To stop where the link begins has no effect in md4c 0.4.8, nor has it a result.
            return collector->too_long() ? 1 : 0;
        };
        const std::string_view seen = std::string_view(masked_.text).substr(begin);
        const int failed = md_parse(seen.data(), static_cast<MD_SIZE>(seen.size()), &parser, this);
        end_leaf();
        write_pictures(std::exchange(waiting_, {}), {});
        return {.drafts = std::move(drafts_),
                .left_out_headings = table_.left_out_headings(),
                .end = too_long()   ? Blocks::End::addresses
                       : failed < 0 ? Blocks::End::memory
                                    : Blocks::End::complete};
    }

  private:
    bool too_long() const { return addresses_ > longest_addresses; }

    /// What is known of the block that is open.
    struct Leaf {
        Role role = Role::paragraph;
        int level = 0;
        bool plain = true;       ///< its role is that of its container
        bool note = false;       ///< it belongs to the footnote with the id `note_id_`
        bool emphasized = true;  ///< all its text is emphasized
    };

    // Blocks.

    void enter_block(MD_BLOCKTYPE type, const void* detail) {
        end_leaf();
        switch (type) {
            case MD_BLOCK_QUOTE:
                containers_.push_back(Role::quote);
                break;
            case MD_BLOCK_LI:
                containers_.push_back(Role::list_item);
                break;
            case MD_BLOCK_H:
                open(Role::subhead,
                     static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level));
                break;
            case MD_BLOCK_CODE:
                open(Role::code, 0);
                in_code_ = true;
                break;
            case MD_BLOCK_HTML:
                in_html_ = true;
                break;
            case MD_BLOCK_TABLE:
                table_.begin(static_cast<const MD_BLOCK_TABLE_DETAIL*>(detail)->body_row_count > 0);
                break;
            default:
                break;
        }
    }

    void leave_block(MD_BLOCKTYPE type) {
        end_inline_html();
        switch (type) {
            case MD_BLOCK_TH:
                return table_.add_heading(std::exchange(pieces_, {}));
            case MD_BLOCK_TD:
                return table_.add_cell(std::exchange(pieces_, {}));
            case MD_BLOCK_TR:
                pieces_ = table_.end_row();
                open(Role::table, 0);
                break;
            case MD_BLOCK_HTML:
                in_html_ = false;
                read_html(std::exchange(html_, {}), true);
                end_leaf();
                break;
            default:
                break;
        }
        end_leaf();
        in_code_ = false;
        if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_LI) containers_.pop_back();
    }

    void open(Role role, int level) { leaf_ = {.role = role, .level = level, .plain = false}; }

    /// Writes the block that is open, if it has text, and the pictures that are in it.
    void end_leaf() {
        end_inline_html();
        const Leaf leaf = std::exchange(leaf_, {});
        Pieces pieces = std::exchange(pieces_, {});
        std::vector<Picture> pictures = std::exchange(pictures_, {});
        link_end_ = 0;
        address_ended_ = false;
        if (is_blank(pieces, bytes_)) {
            std::move(pictures.begin(), pictures.end(), std::back_inserter(waiting_));
            return;
        }
        Role role = leaf.role;
        if (leaf.plain && !containers_.empty()) role = containers_.back();
        if (leaf.note) role = Role::note;
        const bool beside_picture = !pictures.empty() || !waiting_.empty();
        if (role == Role::paragraph && leaf.emphasized && beside_picture) role = Role::caption;
        const std::string caption = role == Role::caption ? text_of(pieces, bytes_) : std::string();
        write_pictures(std::exchange(waiting_, {}), caption);
        drafts_.push_back({.role = role,
                           .level = leaf.note ? 0 : leaf.level,
                           .pieces = std::move(pieces),
                           .note = leaf.note ? note_id_ : std::string()});
        write_pictures(std::move(pictures), caption);
    }

    /// Writes what pictures show, unless their caption says the same.
    void write_pictures(std::vector<Picture> pictures, std::string_view caption) {
        for (Picture& picture : pictures) {
            const bool said =
                !caption.empty() && have_same_words(text_of(picture.alt, bytes_), caption);
            if (said || !has_description(picture, bytes_)) continue;
            drafts_.push_back({.role = Role::image, .level = 0, .pieces = std::move(picture.alt)});
        }
    }

    // Spans.

    void enter_span(MD_SPANTYPE type, const void* detail) {
        end_inline_html();
        if (type == MD_SPAN_IMG) {
            const auto* const image = static_cast<const MD_SPAN_IMG_DETAIL*>(detail);
            addresses_ += image->src.size + image->title.size;
            ++image_depth_;
        } else if (type == MD_SPAN_DEL) {
            ++deleted_;
        } else if (type == MD_SPAN_EM) {
            ++emphasis_;
            separate_underscore();
        } else if (type == MD_SPAN_STRONG) {
            separate_underscore();
        } else if (type == MD_SPAN_A) {
            const auto* const link = static_cast<const MD_SPAN_A_DETAIL*>(detail);
            addresses_ += link->href.size + link->title.size;
            // Two links side by side are two things.
            if (link_end_ > 0 && link_end_ == pieces_.size()) space();
            link_begin_ = pieces_.size();
            link_opens_ = true;
        }
    }

    void leave_span(MD_SPANTYPE type, const void* detail) {
        end_inline_html();
        if (type == MD_SPAN_IMG) {
            if (--image_depth_ > 0) return;
            const auto& source = static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src;
            add_picture({.alt = std::exchange(alt_, {}), .address = std::string(view(source))});
        } else if (type == MD_SPAN_DEL) {
            --deleted_;
        } else if (type == MD_SPAN_EM) {
            --emphasis_;
            span_ended_ = true;
        } else if (type == MD_SPAN_STRONG) {
            span_ended_ = true;
        } else if (type == MD_SPAN_A) {
            leave_link(view(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href));
        }
    }

    void leave_link(std::string_view address) {
        link_opens_ = false;
        address_ended_ = std::exchange(in_address_, false);
        link_begin_ = std::min(link_begin_, pieces_.size());
        const Pieces linked(pieces_.begin() + static_cast<std::ptrdiff_t>(link_begin_),
                            pieces_.end());
        if (is_note_reference(address, text_of(linked, bytes_))) pieces_.resize(link_begin_);
        link_end_ = pieces_.size();
    }

    void add_picture(Picture picture) {
        if (deleted_ == 0 && image_depth_ == 0) pictures_.push_back(std::move(picture));
    }

    // Text.

    void text(MD_TEXTTYPE type, std::string_view text) {
        const char* const begin = masked_.text.data();
        const char* const end = begin + masked_.text.size();
        Span origin;
        const bool inside =
            std::less_equal<>()(begin, text.data()) && std::less<>()(text.data(), end);
        if (inside) {
            origin.begin = static_cast<std::uint32_t>(text.data() - begin);
            origin.end = origin.begin + static_cast<std::uint32_t>(text.size());
        }
        if (type == MD_TEXT_HTML) {
            // The original: it may contain what is masked.
            return html_.add(inside ? origin.of(bytes_) : text, origin);
        }
        end_inline_html();
        if (deleted_ > 0 || (!hidden_in_.empty() && !in_code_)) return;
        if (!inside)
            space();
        else if (type == MD_TEXT_ENTITY)
            entity(origin);
        else if (type == MD_TEXT_CODE)
            put(origin);
        else
            copy(origin);
    }

    Pieces& target() { return image_depth_ > 0 ? alt_ : pieces_; }

    void space() {
        address_ended_ = false;
        span_ended_ = false;
        target().push_back({.kind = Piece::Kind::space, .origin = {}, .text = {}});
    }

    /// Copies text, without what is masked in it.
    void copy(Span origin) {
        auto next = std::upper_bound(
            masked_.masked.begin(), masked_.masked.end(), origin.begin,
            [](std::uint32_t at, const Masked& masked) { return at < masked.span.end; });
        for (; next != masked_.masked.end() && next->span.begin < origin.end; ++next) {
            put({.begin = origin.begin, .end = std::max(origin.begin, next->span.begin)});
            if (next->kind == Masked::Kind::note && image_depth_ == 0) {
                end_leaf();
                leaf_.note = true;
                if (const std::string id = label_of_note(next->span.of(bytes_)); !id.empty())
                    note_id_ = id;
            }
            if (next->kind == Masked::Kind::reference)
                target().push_back({.kind = Piece::Kind::reference,
                                    .origin = {},
                                    .text = label_of_note(next->span.of(bytes_))});
            origin.begin = std::min(next->span.end, origin.end);
        }
        put(origin);
    }

    /// Copies text as it is.
    void put(Span origin) {
        if (origin.empty()) return;
        separate(origin);
        Piece piece{.kind = Piece::Kind::copied, .origin = origin, .text = {}};
        if (emphasis_ == 0 && image_depth_ == 0 && !is_blank({piece}, bytes_))
            leaf_.emphasized = false;
        target().push_back(std::move(piece));
    }

    void entity(Span origin) {
        const std::string& text = entities_.text_of(origin.of(bytes_));
        if (text == origin.of(bytes_)) return put(origin);
        if (text.find_first_not_of(" \t\r\n") == npos) return space();
        target().push_back({.kind = Piece::Kind::decoded, .origin = origin, .text = text});
    }

    // Words that only touch.

    /// The last character of the block so far, if it was copied; else a space.
    char last_char() const {
        const bool copied = !pieces_.empty() && pieces_.back().kind == Piece::Kind::copied;
        return copied ? bytes_[pieces_.back().origin.end - 1] : ' ';
    }

    /// A "_" that was not used for emphasis is not a part of the word within.
    void separate_underscore() {
        if (image_depth_ == 0 && last_char() == '_') space();
    }

    /// Adds a space before a text if it is, or follows, an address in "<>", or if it is a "_" after
    /// emphasis.
    void separate(Span origin) {
        if (image_depth_ > 0) return;
        const char first = bytes_[origin.begin];
        const bool opens = std::exchange(link_opens_, false);
        if (opens) in_address_ = origin.begin > 0 && bytes_[origin.begin - 1] == '<';
        const bool after_address = std::exchange(address_ended_, false) && is_word_char(first);
        const bool after_span = std::exchange(span_ended_, false) && first == '_';
        const bool before_address =
            opens && in_address_ && (is_word_char(last_char()) || last_char() == '_');
        if (!after_address && !after_span && !before_address) return;
        space();
        if (opens) link_begin_ = pieces_.size();
    }

    // HTML.

    void end_inline_html() {
        if (!in_html_ && !html_.text.empty()) read_html(std::exchange(html_, {}), false);
    }

    /// Reads the HTML of a block, or a tag within a text.
    void read_html(const RawHtml& html, bool block) {
        std::uint32_t begin = 0;
        if (!hidden_in_.empty()) {
            const std::size_t closing = find_closing_tag(html.text, hidden_in_, 0);
            if (closing == npos) return;
            hidden_in_.clear();
            begin = static_cast<std::uint32_t>(closing);
        }
        if (deleted_ > 0) return;
        for (HtmlPart part : parts_of(std::string_view(html.text).substr(begin))) {
            part.span = {.begin = part.span.begin + begin, .end = part.span.end + begin};
            if (part.kind == HtmlPart::Kind::text)
                add_html(html, part.span);
            else if (part.kind == HtmlPart::Kind::code)
                script(html, part, block);
            else
                tag(html, part, block);
        }
    }

    void tag(const RawHtml& html, const HtmlPart& part, bool block) {
        const bool opening = part.kind == HtmlPart::Kind::opening;
        if (part.name == "br") return space();
        if (part.name == "img" && opening) return html_picture(html, part.span);
        if ((part.name == "td" || part.name == "th") && opening) {
            if (is_blank(pieces_, bytes_)) return;
            pieces_.push_back({.kind = Piece::Kind::inserted, .origin = {}, .text = ", "});
            return;
        }
        const ElementRole* const element = element_named(part.name);
        if (element == nullptr) return;
        if (!block) return space();
        const Leaf leaf = leaf_;
        end_leaf();
        if (element->role == Role::paragraph)
            leaf_ = {.role = leaf.role, .level = leaf.level, .plain = leaf.plain};
        else if (opening)
            open(element->role, element->level);
    }

    void html_picture(const RawHtml& html, Span tag) {
        const std::string_view written = tag.of(html.text);
        const std::string_view alt = attribute_of(written, "alt");
        const auto at = static_cast<std::uint32_t>(alt.data() - html.text.data());
        if (!alt.empty()) {
            ++image_depth_;
            add_html(html, {.begin = at, .end = at + static_cast<std::uint32_t>(alt.size())});
            --image_depth_;
        }
        if (image_depth_ > 0) return;
        add_picture(
            {.alt = std::exchange(alt_, {}), .address = std::string(attribute_of(written, "src"))});
    }

    /// A script or a style sheet: a block of code. It may go on in the blocks after it.
    void script(const RawHtml& html, const HtmlPart& part, bool block) {
        if (block) {
            end_leaf();
            open(Role::code, 0);
            add_html(html, part.span);
            end_leaf();
        }
        if (part.span.end < html.text.size() || html.stretches.empty()) return;
        std::size_t& closing = part.name == "script" ? script_end_ : style_end_;
        const std::uint32_t end = html.stretches.back().origin.end;
        if (closing < end) closing = find_closing_tag(bytes_, part.name, end);
        if (closing != npos) hidden_in_ = part.name;
    }

    /// Adds text of HTML.
    void add_html(const RawHtml& html, Span span) {
        auto stretch = std::upper_bound(
            html.stretches.begin(), html.stretches.end(), span.begin,
            [](std::uint32_t at, const RawHtml::Stretch& known) { return at < known.end(); });
        for (; stretch != html.stretches.end() && stretch->begin < span.end; ++stretch) {
            if (stretch->begin > span.begin) space();
            const std::uint32_t begin = std::max(span.begin, stretch->begin);
            const std::uint32_t end = std::min(span.end, stretch->end());
            const std::uint32_t moved = stretch->origin.begin - stretch->begin;
            markup({.begin = begin + moved, .end = end + moved});
            span.begin = end;
        }
        if (!span.empty()) space();
    }

    /// Adds text with entities.
    void markup(Span origin) {
        while (!origin.empty()) {
            const std::string_view text = origin.of(bytes_);
            const auto at = static_cast<std::uint32_t>(std::min(text.find('&'), text.size()));
            const auto size = static_cast<std::uint32_t>(entity_at(text.substr(at)).size());
            const std::uint32_t sign = origin.begin + at;
            if (size > 0) {
                copy({.begin = origin.begin, .end = sign});
                entity({.begin = sign, .end = sign + size});
                origin.begin = sign + size;
            } else {
                const std::uint32_t end = std::min(sign + 1, origin.end);
                copy({.begin = origin.begin, .end = end});
                origin.begin = end;
            }
        }
    }

    std::string_view bytes_;
    const MaskedText& masked_;
    Entities entities_;
    Table table_;
    std::vector<Draft> drafts_;
    std::vector<Role> containers_;

    // The block that is open.
    std::string note_id_;  ///< of the footnote that was begun last
    Leaf leaf_;
    Pieces pieces_;
    std::vector<Picture> pictures_;  ///< in the block
    std::vector<Picture> waiting_;   ///< in blocks without text before it
    bool in_code_ = false;
    bool in_html_ = false;
    RawHtml html_;                                ///< not read yet
    std::string hidden_in_;                       ///< "script" or "style" if one is open
    std::size_t script_end_ = 0, style_end_ = 0;  ///< where the next closing tags are

    // The spans that are open.
    std::size_t addresses_ = 0;  ///< bytes of all addresses and titles, which md4c reads each time
    int image_depth_ = 0;
    int deleted_ = 0;
    int emphasis_ = 0;
    Pieces alt_;
    std::size_t link_begin_ = 0, link_end_ = 0;  ///< of the last link, in `pieces_`
    bool link_opens_ = false;                    ///< a link has no text yet
    bool in_address_ = false;                    ///< the link is an address in "<>"
    bool address_ended_ = false;                 ///< such a link has just ended
    bool span_ended_ = false;                    ///< emphasis has just ended
};

}  // namespace

Blocks blocks_of(std::string_view bytes, const MaskedText& masked, std::uint32_t begin) {
    return Collector(bytes, masked).collect(begin);
}

}  // namespace rawi::reading::markdown
