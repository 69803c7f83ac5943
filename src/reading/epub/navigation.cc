// Titles from tables of contents.
#include "reading/epub/navigation.h"

#include <cstdint>
#include <string_view>
#include <utility>

#include <pugixml.hpp>

#include "reading/epub/content.h"
#include "reading/html/structure.h"
#include "reading/html/words.h"
#include "reading/package/xml.h"

namespace rawi::reading::epub {

namespace {

class NavigationReader {
  public:
    explicit NavigationReader(package::Archive& archive) : archive_(archive) {}

    Navigation read(const Publication& book) {
        if (archive_.has(book.navigation)) note(navigation_document(book.navigation));
        if (found_.titles.empty() && archive_.has(book.ncx)) note(ncx(book.ncx));
        return std::move(found_);
    }

  private:
    void note(Result<> result) {
        if (result) return;
        found_.notices.push_back(Notice{
            .message = "the table of contents cannot be read: " + std::move(result.error().message),
            .source = {},
            .place = std::move(result.error().where)});
    }

    void add(std::string_view reference, std::string_view within, std::string title) {
        const auto member = package::member_named(reference, within);
        if (!member || title.empty()) return;
        const std::size_t fragment = reference.find('#');
        std::string id;
        if (fragment != std::string_view::npos)
            id = package::percent_decoded(reference.substr(fragment + 1));
        found_.titles[*member].emplace(std::move(id), std::move(title));
    }

    Result<> navigation_document(const std::string& member) {
        RAWI_TRY(const std::string bytes, package::read_text(archive_, member));
        RAWI_TRY(const Content content, parse_content(archive_.place_of(member), bytes));
        const html::Tree& tree = content.tree;
        bool toc = false;
        for (std::uint32_t i = 0; i < tree.size(); ++i) {
            if (tree[i].tag != "nav") continue;
            const bool first = !toc && html::is_a(tree[i], "toc");
            toc = toc || first;
            if (!first && !html::is_a(tree[i], "landmarks")) continue;
            for (std::uint32_t k = i; k < tree[i].end;) {
                const bool link = tree[k].tag == "a" && tree[k].has("href");
                if (link && first) add(tree[k].attribute("href"), member, label_of(tree, k));
                if (link && !first) landmark(tree[k], member);
                k = link ? tree[k].end : k + 1;
            }
        }
        return {};
    }

    void landmark(const html::Node& link, std::string_view within) {
        if (!html::is_a(link, "toc")) return;
        if (auto member = package::member_named(link.attribute("href"), within))
            found_.contents.push_back(*std::move(member));
    }

    /// The text of a link; a picture's description counts.
    static std::string label_of(const html::Tree& tree, std::uint32_t link) {
        std::string label;
        for (std::uint32_t i = link; i < tree[link].end; ++i) {
            label += tree[i].text;
            if (tree[i].tag == "img") label += tree[i].attribute("alt");
        }
        return html::collapsed(label);
    }

    Result<> ncx(const std::string& member) {
        pugi::xml_document tree;
        RAWI_CHECK_OK(package::read_xml(archive_, member, tree));
        struct Points : pugi::xml_tree_walker {
            bool for_each(pugi::xml_node& node) override {
                if (package::local_name(node) != "navPoint") return true;
                reader->add(package::attribute(package::child(node, "content"), "src"), *member,
                            package::text_below(package::child(node, "navLabel")));
                return true;
            }
            NavigationReader* reader = nullptr;
            const std::string* member = nullptr;
        } points;
        points.reader = this;
        points.member = &member;
        tree.traverse(points);
        return {};
    }

    package::Archive& archive_;
    Navigation found_;
};

}  // namespace

Navigation read_navigation(package::Archive& archive, const Publication& book) {
    return NavigationReader(archive).read(book);
}

}  // namespace rawi::reading::epub
