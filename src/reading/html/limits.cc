// A scan before the parser, whose time grows with the square of the depth of a page and of the
// number of attributes of a tag. What is beyond the limits is overwritten with spaces, so that
// offsets stay.
#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <gumbo.h>

#include "base/ascii.h"
#include "reading/html/tree.h"

namespace rawi::reading::html {

namespace {

constexpr std::array<std::string_view, 14> void_tags = {"area",  "base",   "br",    "col",  "embed",
                                                        "hr",    "img",    "input", "link", "meta",
                                                        "param", "source", "track", "wbr"};
/// Elements that end without an end tag, and do not nest without one that counts.
constexpr std::array<std::string_view, 15> implied_tags = {
    "body",   "colgroup", "dd",    "dt", "head",  "html", "li", "optgroup",
    "option", "p",        "tbody", "td", "tfoot", "th",   "tr"};
constexpr std::array<std::string_view, 5> raw_tags = {"script", "style", "textarea", "title",
                                                      "xmp"};

class Scan {
  public:
    Scan(std::string_view page, Limits& limits) : page_(page), limits_(limits) {}

    std::string run() {
        while (at_ < page_.size()) {
            const std::size_t next = page_.find('<', at_);
            if (next == std::string_view::npos) break;
            at_ = next;
            const std::string_view rest = std::string_view(page_).substr(at_);
            if (rest.starts_with("<!--")) {
                skip_past("-->", 4);
            } else if (rest.size() > 1 &&
                       (ascii::is_letter(rest[1]) ||
                        (rest[1] == '/' && rest.size() > 2 && ascii::is_letter(rest[2])))) {
                tag();
            } else {
                ++at_;
            }
        }
        return std::move(page_);
    }

  private:
    void skip_past(std::string_view mark, std::size_t from) {
        const std::size_t found = page_.find(mark, at_ + from);
        at_ = found == std::string::npos ? page_.size() : found + mark.size();
    }

    void tag() {
        const std::size_t begin = at_;
        const bool closes = page_[begin + 1] == '/';
        const std::size_t name_begin = begin + (closes ? 2 : 1);
        std::size_t name_end = name_begin;
        while (name_end < page_.size() && !ascii::is_white(page_[name_end]) &&
               page_[name_end] != '/' && page_[name_end] != '>')
            ++name_end;
        const std::string name =
            ascii::lower(std::string_view(page_).substr(name_begin, name_end - name_begin));
        at_ = name_end;
        attributes();
        const bool counts =
            std::find(void_tags.begin(), void_tags.end(), name) == void_tags.end() &&
            std::find(implied_tags.begin(), implied_tags.end(), name) == implied_tags.end();
        // "<path/>" of SVG has no content; in "<div/>" the slash means nothing.
        const bool empty = page_[at_ - 1] == '>' && page_[at_ - 2] == '/' &&
                           gumbo_tagn_enum(name.data(), static_cast<unsigned int>(name.size())) ==
                               GUMBO_TAG_UNKNOWN;
        if (!counts || (empty && !closes)) return;
        if (closes) return close(begin);
        if (depth_ >= deepest) {
            ++limits_.flattened;
            ++flattened_;
            std::fill(page_.begin() + static_cast<std::ptrdiff_t>(begin),
                      page_.begin() + static_cast<std::ptrdiff_t>(at_), ' ');
        } else {
            ++depth_;
        }
        if (std::find(raw_tags.begin(), raw_tags.end(), name) != raw_tags.end()) raw_text(name);
    }

    /// An end tag: of the innermost element that is open.
    void close(std::size_t begin) {
        if (flattened_ > 0) {
            --flattened_;
            std::fill(page_.begin() + static_cast<std::ptrdiff_t>(begin),
                      page_.begin() + static_cast<std::ptrdiff_t>(at_), ' ');
        } else if (depth_ > 0) {
            --depth_;
        }
    }

    /// Up to the end tag of a script, a style ...
    void raw_text(std::string_view name) {
        while (at_ < page_.size()) {
            const std::size_t end = page_.find("</", at_);
            if (end == std::string::npos) {
                at_ = page_.size();
                return;
            }
            at_ = end;
            if (ascii::begins_with(std::string_view(page_).substr(end + 2), name)) return;
            at_ += 2;
        }
    }

    /// The attributes of a tag, and its ">".
    void attributes() {
        std::size_t count = 0;
        while (at_ < page_.size() && page_[at_] != '>') {
            if (ascii::is_white(page_[at_]) || page_[at_] == '/') {
                ++at_;
                continue;
            }
            const std::size_t begin = at_;
            attribute();
            if (++count > most_attributes) {
                ++limits_.attributes;
                std::fill(page_.begin() + static_cast<std::ptrdiff_t>(begin),
                          page_.begin() + static_cast<std::ptrdiff_t>(at_), ' ');
            }
        }
        at_ = std::min(at_ + 1, page_.size());
    }

    void attribute() {
        const auto ends_name = [](char c) {
            return ascii::is_white(c) || c == '/' || c == '>' || c == '=';
        };
        ++at_;  // a "=" at the start belongs to the name
        while (at_ < page_.size() && !ends_name(page_[at_]))
            ++at_;
        std::size_t equals = at_;
        while (equals < page_.size() && ascii::is_white(page_[equals]))
            ++equals;
        if (equals >= page_.size() || page_[equals] != '=') return;
        at_ = equals + 1;
        while (at_ < page_.size() && ascii::is_white(page_[at_]))
            ++at_;
        if (at_ >= page_.size() || page_[at_] == '>') return;
        const char quote = page_[at_];
        if (quote == '"' || quote == '\'') {
            const std::size_t end = page_.find(quote, at_ + 1);
            at_ = end == std::string::npos ? page_.size() : end + 1;
        } else {
            while (at_ < page_.size() && !ascii::is_white(page_[at_]) && page_[at_] != '>')
                ++at_;
        }
    }

    std::string page_;
    Limits& limits_;
    std::size_t at_ = 0, depth_ = 0, flattened_ = 0;
};

}  // namespace

std::string limited(std::string_view page, Limits& limits) {
    return Scan(page, limits).run();
}

std::vector<Notice> notices_of(const Limits& limits) {
    std::vector<Notice> notices;
    if (limits.flattened > 0) {
        notices.push_back(
            {.message = fmt::format("{} tags are nested more than {} deep and were ignored",
                                    limits.flattened, deepest),
             .source = {}});
    }
    if (limits.attributes > 0) {
        notices.push_back({.message = fmt::format(
                               "{} attributes were ignored, since their tags have more than {}",
                               limits.attributes, most_attributes),
                           .source = {}});
    }
    return notices;
}

}  // namespace rawi::reading::html
