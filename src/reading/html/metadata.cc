// What a page says about its article: title, author, date, language, address.
#include "reading/html/metadata.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "base/language_tag.h"
#include "reading/html/names.h"
#include "reading/html/titles.h"
#include "reading/html/words.h"

namespace rawi::reading::html {

namespace {

using Json = nlohmann::json;

constexpr int deepest_object = 32;
constexpr std::size_t most_headings = 100;

std::string collapsed_text(const Tree& tree, std::uint32_t node) {
    return collapsed(tree.text_of(node));
}

/// The string of a member, or of the first one in a list, or the name of an object; else empty.
std::string string_of(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_array()) {
        std::string all;
        for (const Json& one : value) {
            const std::string text = string_of(one);
            if (!text.empty()) all += (all.empty() ? "" : ", ") + text;
        }
        return all;
    }
    if (value.is_object()) return value.contains("name") ? string_of(value["name"]) : std::string();
    return {};
}

std::string member(const Json& object, const char* key) {
    return object.contains(key) ? string_of(object[key]) : std::string();
}

bool is_article(const Json& object) {
    const std::string type = member(object, "@type");
    constexpr std::array<std::string_view, 6> suffixes = {"Article", "Posting", "Report",
                                                          "Recipe",  "Review",  "Blog"};
    return std::any_of(suffixes.begin(), suffixes.end(), [&](std::string_view suffix) {
        return type.find(suffix) != std::string::npos;
    });
}

/// All objects of a JSON-LD value that describe an article. The parser limits the depth.
void find_articles(const Json& value, std::vector<const Json*>& found, int depth = 0) {
    if (depth > deepest_object) return;
    if (value.is_object() && is_article(value)) found.push_back(&value);
    if (value.is_object() || value.is_array()) {
        for (const Json& inner : value)
            find_articles(inner, found, depth + 1);
    }
}

/// JSON with line ends within its strings is as frequent as it is wrong.
std::string without_controls(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return text;
}

/// Whether brackets nest at most so deep that the parser, which calls itself, can follow.
bool is_shallow(std::string_view json) {
    constexpr int most = 200;
    int depth = 0;
    return std::all_of(json.begin(), json.end(), [&](char c) {
        depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        return depth <= most;
    });
}

class Reader {
  public:
    explicit Reader(const Tree& tree) : tree_(tree) {}

    PageMetadata read() {
        for (std::uint32_t i = 0; i < tree_.size(); ++i) {
            const Node& node = tree_[i];
            if (node.tag == "script" &&
                node.attribute("type").find("ld+json") != std::string_view::npos)
                json_ld(tree_.text_of(i), i);
            add_meta(node);
        }
        meta("og:title", found_.metadata.title);
        meta("article:author", found_.metadata.author);
        meta("author", found_.metadata.author);
        meta("article:published_time", found_.metadata.date);
        meta("datepublished", found_.metadata.date);
        meta("date", found_.metadata.date);
        meta("dc.date", found_.metadata.date);
        meta("pubdate", found_.metadata.date);
        meta("og:url", found_.metadata.address);
        meta("og:site_name", found_.site);
        meta("og:description", found_.description);
        meta("description", found_.description);
        meta("twitter:title", found_.metadata.title);
        elements();
        if (found_.metadata.author.starts_with("http")) found_.metadata.author.clear();
        return std::move(found_);
    }

  private:
    static void take(std::string& to, std::string_view text) {
        if (to.empty()) to = collapsed(text);
    }

    void json_ld(std::string text, std::uint32_t node) {
        if (!is_shallow(text)) return;
        const Json json = Json::parse(without_controls(std::move(text)), nullptr, false, true);
        if (json.is_discarded()) return;
        std::vector<const Json*> articles;
        find_articles(json, articles);
        for (const Json* const article : articles) {
            std::string body = member(*article, "articleBody");
            if (body.size() > found_.body.size()) {
                found_.body = std::move(body);
                found_.body_node = node;
            }
            take(found_.metadata.title, member(*article, "headline"));
            if (article->contains("author")) author((*article)["author"], json);
            take(found_.metadata.date, member(*article, "datePublished"));
            language(member(*article, "inLanguage"));
            if (article->contains("isAccessibleForFree")) {
                const Json& free = (*article)["isAccessibleForFree"];
                found_.free =
                    !(free == false ||
                      (free.is_string() && ascii::lower(free.get<std::string>()) == "false"));
            }
        }
    }

    /// The name of an author, or of the person in the same graph that "@id" refers to.
    void author(const Json& value, const Json& graph) {
        const Json& one = value.is_array() && !value.empty() ? value.front() : value;
        if (one.is_object() && !one.contains("name") && one.contains("@id")) {
            if (const Json* const person = with_id(graph, string_of(one["@id"])))
                return take(found_.metadata.author, member(*person, "name"));
        }
        take(found_.metadata.author, string_of(value));
    }

    static const Json* with_id(const Json& value, const std::string& id, int depth = 0) {
        if (depth > deepest_object) return nullptr;
        if (value.is_object() && value.contains("name") && value.contains("@id") &&
            value["@id"] == id)
            return &value;
        if (!value.is_object() && !value.is_array()) return nullptr;
        for (const Json& inner : value) {
            if (const Json* const found = with_id(inner, id, depth + 1)) return found;
        }
        return nullptr;
    }

    void language(std::string_view tag) {
        if (!found_.metadata.language.empty()) return;
        if (auto canonical = canonical_language_tag(tag))
            found_.metadata.language = *std::move(canonical);
    }

    /// Takes the content of the first `meta` element with this key, which is in lower case.
    void meta(const char* key, std::string& to) const {
        const auto found = metas_.find(key);
        if (found != metas_.end()) take(to, found->second);
    }

    void add_meta(const Node& node) {
        const std::string_view content = node.attribute("content");
        if (node.tag != "meta" || collapsed(content).empty()) return;
        for (const char* const name : {"property", "name", "itemprop"})
            metas_.emplace(ascii::lower(node.attribute(name)), content);
    }

    void elements() {
        for (std::uint32_t i = 0; i < tree_.size(); ++i) {
            if (tree_[i].is_text()) continue;
            titles(i);
            attributes(i);
        }
        choose_title();
    }

    /// What metadata says, else what the page says, as the page shows it.
    void choose_title() {
        std::string& title = found_.metadata.title;
        const std::string heading = headings_.empty() ? std::string() : headings_.front();
        if (title_.find(named_) != std::string::npos) take(title, named_);
        if (title_.find(heading) != std::string::npos) take(title, heading);
        take(title, without_site(title_, found_.site));
        if (headings_.size() == 1) take(title, heading);
        title = plain_title(title);
        const std::string shown = shown_title(title, headings_, found_.site);
        title = shown == title ? without_site(title, found_.site) : shown;
    }

    /// Elements whose text may be the title.
    void titles(std::uint32_t index) {
        const Node& node = tree_[index];
        if (node.tag == "title" && tree_[node.parent].tag != "svg")
            take(title_, collapsed_text(tree_, index));
        if (node.tag == "h1" && headings_.size() < most_headings)
            headings_.push_back(collapsed_text(tree_, index));
        if (named_.empty() && is_block(node.tag) && named_by(node) == Named::headline)
            named_ = collapsed_text(tree_, index);
    }

    /// What attributes say: the language, the address, microdata.
    void attributes(std::uint32_t index) {
        const Node& node = tree_[index];
        const std::string_view property = node.attribute("itemprop");
        const std::string_view relation = node.attribute("rel");
        if (node.tag == "html") language_of(node);
        if (node.tag == "link" && relation == "canonical")
            take(found_.metadata.address, node.attribute("href"));
        if (node.tag == "time") take(found_.metadata.date, node.attribute("datetime"));
        if (property == "author" || relation == "author")
            take(found_.metadata.author, collapsed_text(tree_, index));
        if (property == "datePublished")
            take(found_.metadata.date,
                 node.attribute(node.has("content") ? "content" : "datetime"));
    }

    /// The element's language: what JSON-LD says may be that of the site's operator.
    void language_of(const Node& node) {
        for (const char* const name : {"lang", "xml:lang"}) {
            if (auto canonical = canonical_language_tag(node.attribute(name))) {
                found_.metadata.language = *std::move(canonical);
                return;
            }
        }
    }

    const Tree& tree_;
    PageMetadata found_;
    std::map<std::string, std::string_view> metas_;
    std::string title_, named_;          ///< of the page, of a class
    std::vector<std::string> headings_;  ///< h1
};

}  // namespace

PageMetadata metadata_of(const Tree& tree) {
    return Reader(tree).read();
}

}  // namespace rawi::reading::html
