// Words in classes and ids. They are the habits of many sites, not a standard.
#include "reading/html/names.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/ascii.h"
#include "reading/html/words.h"

namespace rawi::reading::html {

namespace {

constexpr auto related_words = std::to_array<std::string_view>(
    {"also",        "crosslink",     "carousel",     "explore",        "further",
     "latest",      "morestories",   "mostread",     "next",           "onward",
     "outbrain",    "youmaylike",    "alsolike",     "alsoread",       "seealso",
     "popular",     "previous",      "prev",         "readalso",       "readmore",
     "recirc",      "recirculation", "recommend",    "recommendation", "recommendations",
     "recommended", "related",       "relatedposts", "taboola",        "teaser",
     "trending"});
constexpr auto comment_words = std::to_array<std::string_view>(
    {"comment", "comments", "commentlist", "disqus", "remark", "replies", "respond", "shoutbox"});
constexpr auto furniture_words = std::to_array<std::string_view>(
    {"ad",       "ads",        "advert",      "advertisement", "adsense",      "banner",
     "bio",      "breadcrumb", "breadcrumbs", "byline",        "consent",      "cookie",
     "cookies",  "copyright",  "cta",         "date",          "dateline",     "datetime",
     "donate",   "dropdown",   "facebook",    "footer",        "gdpr",         "legal",
     "login",    "masthead",   "menu",        "meta",          "modal",        "nav",
     "navbar",   "navigation", "newsletter",  "pager",         "pagination",   "popup",
     "postmeta", "print",      "promo",       "promotion",     "rating",       "share",
     "sharebar", "sharedaddy", "sharing",     "sidebar",       "signup",       "skip",
     "social",   "sponsor",    "sponsored",   "subscribe",     "subscription", "tags",
     "toolbar",  "tooltip",    "posted",      "published",     "time",         "timestamp",
     "updated",  "twitter",    "whatsapp",    "widgets"});
constexpr auto text_words = std::to_array<std::string_view>(
    {"article", "articlebody", "articletext", "blog", "body", "content", "entry", "hentry", "main",
     "page", "post", "story", "storybody", "text"});

bool is_small(char c) {
    return ascii::is_small(c) || ascii::is_digit(c);
}

/// The words of a name: "entry-content postBody" has four.
std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    std::string word;
    const auto end = [&] {
        if (!word.empty()) words.push_back(std::exchange(word, {}));
    };
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (!is_small(c) && !ascii::is_capital(c)) {
            end();
            continue;
        }
        if (ascii::is_capital(c) && i > 0 && is_small(name[i - 1])) end();
        word += ascii::lower(c);
    }
    end();
    return words;
}

/// The words, and two by two as one: "read" and "also" are "readalso".
std::vector<std::string> with_pairs(std::vector<std::string> words) {
    const std::size_t count = words.size();
    for (std::size_t i = 1; i < count; ++i)
        words.push_back(words[i - 1] + words[i]);
    return words;
}

/// Words that name furniture whatever stands beside them: "post-footer", "article-share".
constexpr auto strong_words = std::to_array<std::string_view>(
    {"breadcrumb", "breadcrumbs", "byline", "footer", "meta", "newsletter", "promo", "share",
     "sharebar", "sharing", "social", "subscribe", "tags", "toolbar"});

/// Programs that set formulas; their classes also name a menu.
constexpr auto formula_words = std::to_array<std::string_view>({"katex", "mathjax"});

}  // namespace

Hint hint_of(const Node& node) {
    bool text = false, furniture = false, related = false, strong = false;
    for (const char* const key : {"class", "id", "data-component", "data-testid"}) {
        for (const std::string& word : with_pairs(words_of(node.attribute(key)))) {
            if (has(formula_words, word)) return Hint::none;
            if (has(comment_words, word)) return Hint::comments;
            related = related || has(related_words, word);
            furniture = furniture || has(furniture_words, word);
            strong = strong || has(strong_words, word);
            text = text || has(text_words, word);
        }
    }
    if (related && !text) return Hint::related;
    if (strong || (furniture && !text)) return Hint::furniture;
    if (related || furniture) return Hint::none;
    return text ? Hint::text : Hint::none;
}

Named named_by(const Node& node) {
    constexpr auto ledes = std::to_array<std::string_view>(
        {"abstract", "chapeau", "deck", "dek", "description", "entradilla", "excerpt", "intro",
         "lead", "leadtext", "lede", "sommaire", "standfirst", "subheadline", "subtitle", "summary",
         "vorspann"});
    constexpr auto captions =
        std::to_array<std::string_view>({"caption", "captions", "figcaption", "imgcap", "legend"});
    constexpr auto credits =
        std::to_array<std::string_view>({"copyright", "credit", "credits", "photographer"});
    constexpr auto kickers =
        std::to_array<std::string_view>({"eyebrow", "kicker", "label", "overline"});
    constexpr auto pull_quotes =
        std::to_array<std::string_view>({"pullquote", "pulledquote", "blockquotepull"});
    constexpr auto notes = std::to_array<std::string_view>(
        {"endnote", "endnotes", "footnote", "footnotes", "references", "reflist"});
    constexpr auto headlines = std::to_array<std::string_view>(
        {"articletitle", "entrytitle", "headline", "newstitle", "posttitle", "storytitle"});
    const std::string_view property = node.attribute("itemprop");
    if (property == "headline") return Named::headline;
    if (property == "description" || property == "alternativeHeadline") return Named::lede;
    Named named = Named::nothing;
    for (const std::string& word : with_pairs(words_of(node.attribute("class")))) {
        if (has(pull_quotes, word)) return Named::pull_quote;
        if (has(credits, word)) return Named::credit;
        if (has(captions, word)) named = Named::caption;
        if (has(notes, word)) return Named::notes;
        if (has(headlines, word)) return Named::headline;
        if (has(kickers, word)) named = Named::kicker;
        if (has(ledes, word) && named == Named::nothing) named = Named::lede;
    }
    return named;
}

}  // namespace rawi::reading::html
