#pragma once

#include <cstdint>
#include <string>

#include "model/document.h"
#include "reading/html/tree.h"

namespace rawi::reading::html {

/// What a page says about its article.
struct PageMetadata {
    Metadata metadata;
    std::string site;             ///< the name of the site, which titles end with
    std::string body;             ///< JSON-LD's articleBody
    std::uint32_t body_node = 0;  ///< the script that it is in
    std::string description;      ///< OpenGraph's, or the page's
    bool free = true;  ///< false: the page says that only subscribers can read the whole article
};

/// From JSON-LD (schema.org), OpenGraph and the other `meta` elements, microdata, and the page
/// itself, in this order.
PageMetadata metadata_of(const Tree& tree);

}  // namespace rawi::reading::html
