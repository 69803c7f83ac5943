// Raw HTML in Markdown: its text without its tags.
#include "reading/markdown/raw_html.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "reading/markdown/lines.h"

namespace rawi::reading::markdown {

namespace {

constexpr std::size_t npos = std::string_view::npos;

constexpr std::array elements = {
    ElementRole{"h1", Role::subhead, 1},
    ElementRole{"h2", Role::subhead, 2},
    ElementRole{"h3", Role::subhead, 3},
    ElementRole{"h4", Role::subhead, 4},
    ElementRole{"h5", Role::subhead, 5},
    ElementRole{"h6", Role::subhead, 6},
    ElementRole{"li", Role::list_item},
    ElementRole{"blockquote", Role::quote},
    ElementRole{"figcaption", Role::caption},
    ElementRole{"caption", Role::caption},
    ElementRole{"pre", Role::code},
    ElementRole{"tr", Role::table},
    ElementRole{"p"},
    ElementRole{"div"},
    ElementRole{"ul"},
    ElementRole{"ol"},
    ElementRole{"dl"},
    ElementRole{"dt"},
    ElementRole{"dd"},
    ElementRole{"table"},
    ElementRole{"tbody"},
    ElementRole{"thead"},
    ElementRole{"section"},
    ElementRole{"article"},
    ElementRole{"header"},
    ElementRole{"footer"},
    ElementRole{"main"},
    ElementRole{"aside"},
    ElementRole{"nav"},
    ElementRole{"figure"},
    ElementRole{"details"},
    ElementRole{"summary"},
    ElementRole{"center"},
    ElementRole{"hr"},
};

class Scanner {
  public:
    explicit Scanner(std::string_view html) : html_(html) {}

    std::vector<HtmlPart> scan() {
        while (at_ < html_.size()) {
            const std::size_t begin = html_.find('<', at_);
            if (begin == npos) break;
            if (!markup(begin)) at_ = begin + 1;
        }
        add_text(html_.size());
        return std::move(parts_);
    }

  private:
    static Span span_of(std::size_t begin, std::size_t end) {
        return {.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)};
    }

    /// The text since the last part, up to `end`.
    void add_text(std::size_t end) {
        if (text_ < end)
            parts_.push_back(
                {.kind = HtmlPart::Kind::text, .span = span_of(text_, end), .name = {}});
    }

    void skip_to(std::size_t end) { at_ = text_ = end; }

    /// A tag, a comment or the like at `begin`; false if it is text.
    bool markup(std::size_t begin) {
        constexpr std::array<std::pair<std::string_view, std::string_view>, 4> hidden = {
            {{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<!", ">"}, {"<?", "?>"}}};
        const std::string_view rest = html_.substr(begin);
        for (const auto& [opening, closing] : hidden) {
            if (!rest.starts_with(opening)) continue;
            // "<!-->" is a whole comment.
            const std::size_t inside = begin + (closing == "-->" ? 2 : opening.size());
            const std::size_t end = html_.find(closing, inside);
            add_text(begin);
            skip_to(end == npos ? html_.size() : end + closing.size());
            return true;
        }
        return tag(begin);
    }

    bool tag(std::size_t begin) {
        const bool closing = html_.substr(begin + 1).starts_with('/');
        std::size_t at = begin + (closing ? 2 : 1);
        std::string name;
        while (at < html_.size() &&
               (ascii::is_letter(html_[at]) || (!name.empty() && ascii::is_digit(html_[at]))))
            name += ascii::lower(html_[at++]);
        if (name.empty() || unclosed_) return false;
        const std::size_t end = end_of_tag(at);
        if (end == npos) {
            unclosed_ = true;
            return false;
        }
        add_text(begin);
        skip_to(end);
        const bool code = !closing && (name == "script" || name == "style");
        parts_.push_back({.kind = closing ? HtmlPart::Kind::closing : HtmlPart::Kind::opening,
                          .span = span_of(begin, end),
                          .name = name});
        if (code) {
            const Span inside =
                span_of(end, std::min(find_closing_tag(html_, name, end), html_.size()));
            parts_.push_back({.kind = HtmlPart::Kind::code, .span = inside, .name = name});
            skip_to(inside.end);
        }
        return true;
    }

    /// The byte after the ">" that ends the tag whose name ends at `at`, or npos.
    std::size_t end_of_tag(std::size_t at) const {
        for (char before = ' '; at < html_.size(); ++at) {
            const char c = html_[at];
            if (c == '>') return at + 1;
            if ((c == '"' || c == '\'') && before == '=') {
                at = html_.find(c, at + 1);
                if (at == npos) return npos;
            }
            if (!ascii::is_white(c)) before = c;
        }
        return npos;
    }

    std::string_view html_;
    std::size_t at_ = 0;
    std::size_t text_ = 0;   ///< where the text since the last part begins
    bool unclosed_ = false;  ///< a tag is not closed, so that no tag after it is
    std::vector<HtmlPart> parts_;
};

}  // namespace

void RawHtml::add(std::string_view more, Span origin) {
    if (!origin.empty())
        stretches.push_back({.begin = static_cast<std::uint32_t>(text.size()), .origin = origin});
    text += more;
}

const ElementRole* element_named(std::string_view name) {
    const auto* const found =
        std::find_if(elements.begin(), elements.end(),
                     [&](const ElementRole& element) { return element.name == name; });
    return found == elements.end() ? nullptr : &*found;
}

std::vector<HtmlPart> parts_of(std::string_view html) {
    return Scanner(html).scan();
}

std::string_view attribute_of(std::string_view tag, std::string_view name) {
    for (std::size_t at = 0; at < tag.size(); ++at) {
        const char c = tag[at];
        if (c == '"' || c == '\'') {  // the value of another attribute
            at = std::min(tag.find(c, at + 1), tag.size());
            continue;
        }
        if (!ascii::is_white(c) || !ascii::begins_with(tag.substr(at + 1), name)) continue;
        std::size_t value = at + 1 + name.size();
        if (value >= tag.size() || tag[value] != '=') continue;
        ++value;
        const char quote = value < tag.size() ? tag[value] : '>';
        if (quote == '"' || quote == '\'')
            return tag.substr(value + 1, tag.find(quote, value + 1) - value - 1);
        return tag.substr(value, tag.find_first_of(" \t\r\n>", value) - value);
    }
    return {};
}

std::size_t find_closing_tag(std::string_view html, std::string_view name, std::size_t at) {
    for (at = html.find("</", at); at != npos; at = html.find("</", at + 2))
        if (ascii::begins_with(html.substr(at + 2), name)) return at;
    return npos;
}

}  // namespace rawi::reading::markdown
