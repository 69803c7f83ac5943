// Books: the documents of the spine, one after another.
#include "reading/epub/epub.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/language_tag.h"
#include "reading/charset.h"
#include "reading/document_builder.h"
#include "reading/epub/content.h"
#include "reading/epub/navigation.h"
#include "reading/epub/publication.h"
#include "reading/epub/structure.h"
#include "reading/html/block_writer.h"
#include "reading/html/html.h"
#include "reading/html/words.h"
#include "reading/package/archive.h"

namespace rawi::reading::epub {

namespace {

using package::Archive;

/// Bounds for the spine, which may name a document more than once.
constexpr int most_repeats = 8;
constexpr std::uint64_t most_bytes = 512ULL << 20;

class BookReader {
  public:
    BookReader(Archive& archive, const Source& source)
        : archive_(archive), builder_(source.name), name_(source.name), tables_(source.tables) {}

    Result<Article> read() {
        RAWI_TRY(book_, read_publication(archive_));
        notices_ = std::move(book_.notices);
        navigation_ = read_navigation(archive_, book_);
        notices_.insert(notices_.end(), navigation_.notices.begin(), navigation_.notices.end());
        builder_.metadata() = book_.metadata;
        for (const bool linear : {true, false})
            for (const SpineItem& item : book_.spine)
                if (item.linear == linear) this->item(item);
        Document document = builder_.finish(tables_.words);
        RAWI_CHECK_OK(check(document));
        return Article{.document = std::move(document), .notices = std::move(notices_)};
    }

  private:
    void notice(std::string message, std::string place) {
        notices_.push_back(
            Notice{.message = std::move(message), .source = {}, .place = std::move(place)});
    }

    /// A document that cannot be read is left out.
    void item(const SpineItem& item) {
        pictures_ = pictures_ || !item.text;
        if (!item.text) return;
        if (Result<> result = document(item); !result) {
            notice(result.error().message + "; this part of the book is left out",
                   result.error().where);
        }
    }

    Result<> document(const SpineItem& item) {
        const std::string place = archive_.place_of(item.member);
        if (++repeats_[item.member] > most_repeats) {
            return fail(
                Error::Kind::input,
                fmt::format("the spine names this document more than {} times", most_repeats),
                place);
        }
        RAWI_TRY(const std::uint32_t part, part_of(item.member));
        const std::string_view bytes = builder_.part(part).bytes;
        bytes_ += bytes.size();
        if (bytes_ > most_bytes) {
            return fail(Error::Kind::input,
                        fmt::format("the documents of the spine exceed {} MiB", most_bytes >> 20U),
                        place);
        }
        RAWI_TRY(const Content content, parse_content(place, bytes));
        note_limits(content, place);
        write(item, part, content.tree);
        return {};
    }

    /// The part of a member, which is read once.
    Result<std::uint32_t> part_of(const std::string& member) {
        if (const auto known = parts_.find(member); known != parts_.end()) return known->second;
        RAWI_TRY(const std::string bytes, archive_.read(member));
        RAWI_TRY(Decoding decoding,
                 decode_charset(archive_.place_of(member), bytes, {.name = {}, .lossy = true},
                                html::declared_charset(bytes)));
        const std::uint32_t part =
            builder_.add_part(archive_.place_of(member), std::move(decoding.text));
        parts_.emplace(member, part);
        return part;
    }

    void note_limits(const Content& content, const std::string& place) {
        if (content.limits.flattened > 0 || content.limits.attributes > 0) {
            notice(fmt::format("{} tags nested more than {} deep, and {} attributes were ignored",
                               content.limits.flattened, html::deepest, content.limits.attributes),
                   place);
        }
    }

    void write(const SpineItem& item, std::uint32_t part, const html::Tree& tree) {
        Structure structure = structure_of(tree);
        pictures_ = pictures_ || structure.pictures;
        const bool furniture = !item.linear || is_contents(item.member, structure);
        if (furniture) {
            std::replace(structure.parts.begin(), structure.parts.end(), html::Part::text,
                         html::Part::furniture);
        } else {
            open_section(item.member, tree, structure.heading);
        }
        static const html::SectionTitles none;
        const auto titles = navigation_.titles.find(item.member);
        const bool titled = !furniture && titles != navigation_.titles.end();
        const html::MainText text{.parts = std::move(structure.parts)};
        html::BlockWriter(tree, text, part, builder_).write_chapter(titled ? titles->second : none);
    }

    /// Whether a document is no more than a table of contents. Books of a single document have
    /// theirs in it.
    bool is_contents(const std::string& member, const Structure& structure) const {
        constexpr std::size_t hardly_any = 1000;
        if (member == book_.navigation) return structure.text < hardly_any;
        const auto has = [&](const std::vector<std::string>& members) {
            return std::find(members.begin(), members.end(), member) != members.end();
        };
        return structure.linked && (has(book_.contents) || has(navigation_.contents));
    }

    /// A document is a chapter if the table of contents names it or it has a heading; without a
    /// table of contents, always. Others continue the one before.
    void open_section(const std::string& member, const html::Tree& tree,
                      const std::string& heading) {
        const auto titles = navigation_.titles.find(member);
        if (titles != navigation_.titles.end()) {
            const auto title = titles->second.find("");
            if (title != titles->second.end()) return builder_.open_section(title->second);
        }
        if (!heading.empty()) return builder_.open_section(heading);
        if (navigation_.titles.empty()) builder_.open_section(title_of(tree));
    }

    /// The `title` of a document; empty if it has none.
    static std::string title_of(const html::Tree& tree) {
        for (std::uint32_t i = 0; i < tree.size(); ++i)
            if (tree[i].tag == "title") return html::collapsed(tree.text_of(i));
        return {};
    }

    Result<> check(const Document& document) {
        const auto is_text = [](const Block& block) {
            return block.role != Role::furniture && block.role != Role::image;
        };
        const std::vector<Block>& blocks = document.blocks;
        if (std::any_of(blocks.begin(), blocks.end(), is_text)) return {};
        const bool described = std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
            return block.role == Role::image;
        });
        if (described) {
            notice("this book consists of pictures; only their descriptions are spoken", {});
            return {};
        }
        if (pictures_) {
            return fail(Error::Kind::input,
                        "this book consists of pictures only; rawi does not read text in pictures",
                        name_);
        }
        if (!notices_.empty())
            return fail(Error::Kind::input, notices_.front().message, notices_.front().place);
        return {};
    }

    Archive& archive_;
    DocumentBuilder builder_;
    std::string name_;
    const ReadingTables& tables_;
    Publication book_;
    Navigation navigation_;
    std::vector<Notice> notices_;
    std::map<std::string, std::uint32_t, std::less<>> parts_;
    std::map<std::string, int, std::less<>> repeats_;
    std::uint64_t bytes_ = 0;  ///< of all documents so far
    bool pictures_ = false;
};

}  // namespace

bool sniff(std::string_view bytes) {
    if (!package::is_archive(bytes)) return false;
    auto archive = Archive::open("", bytes);
    if (!archive) return false;
    if (archive->has("META-INF/container.xml")) return true;
    const auto type = archive->has("mimetype") ? archive->read("mimetype") : std::string();
    return type && type->starts_with("application/epub+zip");
}

Result<Article> read(Source source) {
    const std::string bytes = std::move(source.bytes);
    RAWI_TRY(Archive archive, Archive::open(source.name, bytes));
    return BookReader(archive, source).read();
}

}  // namespace rawi::reading::epub
