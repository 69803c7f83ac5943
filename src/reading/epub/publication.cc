// The container, the package document, and what is encrypted.
#include "reading/epub/publication.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "base/language_tag.h"
#include "reading/package/xml.h"

namespace rawi::reading::epub {

namespace {

using package::attribute;
using package::child;
using package::local_name;
using Node = pugi::xml_node;

constexpr std::string_view container = "META-INF/container.xml";
constexpr std::size_t longest_spine = 20'000;

/// The first rendition is the default one (EPUB 3.3, 4.2.6.3.1).
Result<std::string> package_document(package::Archive& archive) {
    pugi::xml_document tree;
    RAWI_CHECK_OK(package::read_xml(archive, container, tree));
    for (const Node& file : child(child(tree, "container"), "rootfiles").children()) {
        if (local_name(file) != "rootfile") continue;
        if (auto member = package::member_named(attribute(file, "full-path"), "")) return *member;
    }
    return fail(Error::Kind::input, "no package document is named here",
                archive.place_of(container));
}

/// Whether a list of words has this one.
bool has_word(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (list.substr(0, end) == word) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

/// An entry of the manifest.
struct Item {
    std::string member;  ///< empty: not in the archive
    std::string media_type, fallback;

    /// Publishers have many names for XHTML; only what is certainly something else is not text.
    bool is_text() const {
        constexpr std::array<std::string_view, 5> others = {"image/", "audio/", "video/", "font/",
                                                            "text/css"};
        return std::none_of(others.begin(), others.end(),
                            [&](std::string_view other) { return media_type.starts_with(other); });
    }
};

class PackageReader {
  public:
    PackageReader(package::Archive& archive, std::string member)
        : archive_(archive), member_(std::move(member)) {}

    Result<Publication> read() {
        pugi::xml_document tree;
        RAWI_CHECK_OK(package::read_xml(archive_, member_, tree));
        const Node package = child(tree, "package");
        if (!package) {
            return fail(Error::Kind::input, "this is not a package document",
                        archive_.place_of(member_));
        }
        metadata(package);
        manifest(child(package, "manifest"));
        spine(child(package, "spine"));
        guide(child(package, "guide"));
        return std::move(book_);
    }

  private:
    void notice(std::string message) {
        book_.notices.push_back(Notice{
            .message = std::move(message), .source = {}, .place = archive_.place_of(member_)});
    }

    void metadata(const Node& package) {
        Node all = child(package, "metadata");
        if (const Node inner = child(all, "dc-metadata")) all = inner;  // OEB 1.2
        unique_ = attribute(package, "unique-identifier");
        main_title_ = id_of_main_title(all);
        for (const Node& node : all.children())
            if (const std::string text = package::text_below(node); !text.empty())
                element(node, text);
        book_.metadata.id = identifier_;
        const bool is_address = identifier_.find(':') != std::string::npos;
        if (book_.metadata.address.empty() && is_address) book_.metadata.address = identifier_;
    }

    /// An element of the metadata.
    void element(const Node& node, const std::string& text) {
        Metadata& found = book_.metadata;
        const std::string_view name = local_name(node);
        const std::string id = attribute(node, "id");
        if (name == "title") {
            if (found.title.empty() || (!id.empty() && id == main_title_)) found.title = text;
        } else if (name == "creator") {
            creator(node, text);
        } else if (name == "language") {
            if (found.language.empty()) found.language = canonical_language_tag(text).value_or("");
        } else if (name == "date") {
            date(node, text);
        } else if (name == "identifier") {
            if (identifier_.empty() || id == unique_) identifier_ = text;
        }
        const bool names = name == "identifier" || name == "source";
        if (names && text.starts_with("http") && found.address.empty()) found.address = text;
    }

    /// Of several titles, one may be the main one (EPUB 3.3, D.3.4).
    static std::string id_of_main_title(const Node& metadata) {
        for (const Node& node : metadata.children()) {
            const std::string refines = attribute(node, "refines");
            if (refines.starts_with('#') && attribute(node, "property") == "title-type" &&
                package::text_below(node) == "main")
                return refines.substr(1);
        }
        return {};
    }

    /// Authors; a creator without a role is one.
    void creator(const Node& node, const std::string& text) {
        const std::string role = attribute(node, "role");
        if (!role.empty() && role != "aut") return;
        std::string& author = book_.metadata.author;
        author += (author.empty() ? "" : ", ") + text;
    }

    /// The date of publication, rather than that of the file.
    void date(const Node& node, const std::string& text) {
        const std::string event = attribute(node, "event");
        if (event == "modification") return;
        if (book_.metadata.date.empty() || event == "publication") book_.metadata.date = text;
    }

    void manifest(const Node& list) {
        for (const Node& node : list.children()) {
            if (local_name(node) != "item") continue;
            Item item{
                .member = package::member_named(attribute(node, "href"), member_).value_or(""),
                .media_type = attribute(node, "media-type"),
                .fallback = attribute(node, "fallback")};
            if (has_word(attribute(node, "properties"), "nav")) book_.navigation = item.member;
            if (item.media_type == "application/x-dtbncx+xml" && book_.ncx.empty())
                book_.ncx = item.member;
            items_.emplace(attribute(node, "id"), std::move(item));
        }
    }

    void spine(const Node& list) {
        const auto toc = items_.find(attribute(list, "toc"));
        if (toc != items_.end()) book_.ncx = toc->second.member;
        for (const Node& node : list.children()) {
            if (local_name(node) != "itemref") continue;
            if (book_.spine.size() == longest_spine)
                return notice(fmt::format(
                    "the spine has more than {} entries; the rest is left out", longest_spine));
            const std::string id = attribute(node, "idref");
            const Item* const item = text_of(id);
            if (item == nullptr || item->member.empty()) {
                notice(fmt::format("the spine names \"{}\", which is not in the manifest", id));
                continue;
            }
            book_.spine.push_back(SpineItem{.member = item->member,
                                            .text = item->is_text(),
                                            .linear = attribute(node, "linear") != "no"});
        }
    }

    /// The item, or the first text in the chain of those that it falls back on; null if there is no
    /// such item. The chain may be a circle.
    const Item* text_of(std::string_view id) const {
        const auto first = items_.find(id);
        std::set<std::string, std::less<>> seen;
        for (auto at = first; at != items_.end() && seen.insert(at->first).second;
             at = items_.find(at->second.fallback))
            if (at->second.is_text()) return &at->second;
        return first == items_.end() ? nullptr : &first->second;
    }

    void guide(const Node& list) {
        for (const Node& node : list.children()) {
            if (local_name(node) != "reference" || attribute(node, "type") != "toc") continue;
            if (auto member = package::member_named(attribute(node, "href"), member_))
                book_.contents.push_back(*std::move(member));
        }
    }

    package::Archive& archive_;
    std::string member_;
    Publication book_;
    std::map<std::string, Item, std::less<>> items_;
    std::string unique_, main_title_;  ///< ids of elements of the metadata
    std::string identifier_;
};

/// Whether an algorithm only obfuscates fonts (EPUB 3.3, 4.4.5; Adobe's own).
bool is_of_fonts(std::string_view algorithm) {
    return algorithm == "http://www.idpf.org/2008/embedding" ||
           algorithm == "http://ns.adobe.com/pdf/enc#RC";
}

/// The members that are encrypted (EPUB 3.3, 4.2.6.3.2).
Result<std::set<std::string>> encrypted_members(package::Archive& archive) {
    constexpr std::string_view list = "META-INF/encryption.xml";
    std::set<std::string> members;
    if (!archive.has(list)) return members;
    pugi::xml_document tree;
    RAWI_CHECK_OK(package::read_xml(archive, list, tree));
    for (const Node& data : child(tree, "encryption").children()) {
        if (is_of_fonts(attribute(child(data, "EncryptionMethod"), "Algorithm"))) continue;
        const Node reference = child(child(data, "CipherData"), "CipherReference");
        if (auto member = package::member_named(attribute(reference, "URI"), ""))
            members.insert(*std::move(member));
    }
    return members;
}

tl::unexpected<Error> encrypted(const std::string& place) {
    return fail(Error::Kind::input,
                "this book is encrypted (DRM); only the programs of its seller can read it", place);
}

}  // namespace

Result<Publication> read_publication(package::Archive& archive) {
    RAWI_TRY(const std::set<std::string> hidden, encrypted_members(archive));
    RAWI_TRY(std::string member, package_document(archive));
    if (hidden.contains(member)) return encrypted(archive.place_of(member));
    RAWI_TRY(Publication book, PackageReader(archive, std::move(member)).read());
    for (const SpineItem& item : book.spine)
        if (hidden.contains(item.member)) return encrypted(archive.place_of(item.member));
    return book;
}

}  // namespace rawi::reading::epub
