// The reader of Markdown.
#include "reading/markdown/markdown.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/language_tag.h"
#include "base/utf8.h"
#include "reading/document_builder.h"
#include "reading/lines.h"
#include "reading/markdown/collector.h"
#include "reading/markdown/front_matter.h"
#include "reading/markdown/lines.h"
#include "reading/markdown/masking.h"
#include "reading/roles.h"

namespace rawi::reading::markdown {

namespace {

// md4c takes time that grows with the square of a paragraph's length in the worst case.
constexpr std::size_t mebibyte = std::size_t{1} << 20U;
constexpr std::size_t longest_text = 16 * mebibyte;
constexpr std::size_t longest_paragraph = mebibyte;

/// Where a paragraph that is too long begins; npos if there is none.
std::size_t too_long_paragraph(std::string_view text) {
    std::size_t begin = 0;
    for (Lines lines(text); !lines.at_end();) {
        const Span line = lines.next();
        const bool blank = line.of(text).find_first_not_of(" \t") == std::string_view::npos;
        if (blank) begin = lines.position();
        if (line.end > begin + longest_paragraph) return begin;
    }
    return std::string_view::npos;
}

class Reader {
  public:
    explicit Reader(Source source)
        : name_(source.name), words_(source.tables.words), builder_(source.name) {
        part_ = builder_.add_part(std::move(source.name), std::move(source.bytes));
    }

    Result<Article> read() {
        RAWI_CHECK_OK(check_limits());
        front_ = front_matter_of(bytes());
        metadata();
        const MaskedText masked = mask(bytes(), front_.end);
        const auto nesting =
            std::find_if(masked.masked.begin(), masked.masked.end(),
                         [](const Masked& mark) { return mark.kind == Masked::Kind::nesting; });
        if (nesting != masked.masked.end()) {
            note(fmt::format("quotations and lists are nested more than {} deep; the levels below "
                             "are read as one",
                             deepest),
                 nesting->span.begin);
        }
        Blocks blocks = blocks_of(bytes(), masked, front_.end);
        if (blocks.end == Blocks::End::memory)
            return fail(Error::Kind::input, "memory is not sufficient for this file", name_);
        if (blocks.end == Blocks::End::addresses) {
            return fail(Error::Kind::input,
                        fmt::format("the addresses of the links have more than {} MiB",
                                    longest_addresses / mebibyte),
                        name_);
        }
        if (blocks.left_out_headings) {
            note(
                "the headings of a table are too long to be repeated in each row; some rows are "
                "read without them",
                front_.end);
        }
        headline(blocks.drafts);
        roles(blocks.drafts);
        dateline(blocks.drafts);
        for (const Draft& draft : blocks.drafts)
            write(draft, part_, builder_);
        return Article{.document = builder_.finish(), .notices = std::move(notices_)};
    }

  private:
    std::string_view bytes() const { return builder_.part(part_).bytes; }

    Result<> check_limits() const {
        if (bytes().size() > longest_text) {
            return fail(Error::Kind::input,
                        fmt::format("this file has {} MiB; Markdown may have at most {} MiB",
                                    bytes().size() / mebibyte, longest_text / mebibyte),
                        name_);
        }
        const std::size_t begin = too_long_paragraph(bytes());
        if (begin == std::string_view::npos) return {};
        return fail(
            Error::Kind::input,
            fmt::format("this paragraph has more than {} MiB, which is the most in Markdown",
                        longest_paragraph / mebibyte),
            utf8::place(name_, bytes(), begin));
    }

    void note(std::string message, std::uint32_t at) {
        notices_.push_back(Notice{
            .message = std::move(message), .source = {}, .place = utf8::place(name_, bytes(), at)});
    }

    void metadata() {
        const auto value = [&](std::initializer_list<std::string_view> keys) {
            const Field* const field = front_.find(keys);
            return field == nullptr ? std::string() : field->value;
        };
        Metadata& metadata = builder_.metadata();
        metadata.title = value({"title", "headline"});
        metadata.author = value({"author", "authors", "byline"});
        metadata.date = value({"date", "published", "publishdate", "pubdate", "date_published"});
        metadata.address = value({"canonical", "canonical_url", "canonicalurl", "url", "link"});
        const Field* const language = front_.find({"lang", "language", "locale"});
        if (language == nullptr) return;
        std::optional<std::string> tag = canonical_language_tag(language->value);
        if (tag)
            metadata.language = *std::move(tag);
        else
            note(bad_language_tag(language->value), language->origin.begin);
    }

    /// Makes the first heading of level 1 the headline, or the title of the front matter: if the
    /// article does not begin with such a heading, and the heading says something else.
    void headline(std::vector<Draft>& drafts) {
        Metadata& metadata = builder_.metadata();
        const auto heading = std::find_if(drafts.begin(), drafts.end(),
                                          [](const Draft& draft) { return draft.level == 1; });
        const Field* const title = front_.find({"title", "headline"});
        const bool same = title == nullptr || heading == drafts.begin() ||
                          (heading != drafts.end() &&
                           have_same_words(text_of(heading->pieces, bytes()), title->value));
        if (heading != drafts.end() && same) {
            heading->role = Role::headline;
            if (metadata.title.empty()) metadata.title = text_in(*heading);
        } else if (title != nullptr) {
            const bool as_written = title->origin.of(bytes()) == title->value;
            const auto kind = as_written ? Piece::Kind::copied : Piece::Kind::decoded;
            Draft draft{.role = Role::headline, .level = 1, .pieces = {}};
            draft.pieces.push_back({.kind = kind, .origin = title->origin, .text = title->value});
            drafts.insert(drafts.begin(), std::move(draft));
        }
    }

    /// Gives paragraphs the roles that their words indicate, and the items of a list the role of
    /// the paragraph "Read also:" before them.
    void roles(std::vector<Draft>& drafts) {
        bool marked = false;
        for (Draft& draft : drafts) {
            if (draft.role == Role::list_item && marked) {
                draft.role = Role::related_link;
                continue;
            }
            marked = false;
            if (draft.role != Role::paragraph && draft.role != Role::list_item) continue;
            const std::string text = visible(text_in(draft));
            const std::optional<Role> role = role_by_words(text, words_);
            if (!role) continue;
            draft.role = *role;
            marked = role == Role::related_link && text.ends_with(':');
            std::string& author = builder_.metadata().author;
            if (author.empty()) author = author_in(text, words_);
        }
    }

    /// Makes the dateline of the first long paragraph a block of its own.
    void dateline(std::vector<Draft>& drafts) {
        const auto body = std::find_if(drafts.begin(), drafts.end(), [&](const Draft& draft) {
            return draft.role == Role::paragraph && !is_heading_like(text_in(draft));
        });
        if (body == drafts.end()) return;
        const std::string text = text_of(body->pieces, bytes());
        const std::uint32_t size = text.front() == ' ' ? 0 : dateline_in(text, words_);
        if (size == 0) return;
        Draft dateline{.role = Role::dateline, .level = 0, .pieces = {}};
        dateline.pieces = take_front(body->pieces, bytes(), size);
        drafts.insert(body, std::move(dateline));
    }

    /// The text of a block, without white space at its ends.
    std::string text_in(const Draft& draft) const {
        const std::string text = text_of(draft.pieces, bytes());
        const std::size_t begin = text.find_first_not_of(' ');
        return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
    }

    std::string name_;
    const StructureWords& words_;
    DocumentBuilder builder_;
    std::uint32_t part_ = 0;
    FrontMatter front_;
    std::vector<Notice> notices_;
};

}  // namespace

Result<Article> read(Source source) {
    return Reader(std::move(source)).read();
}

}  // namespace rawi::reading::markdown
