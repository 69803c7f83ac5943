#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "base/result.h"
#include "base/span.h"
#include "reading/document_builder.h"
#include "reading/package/archive.h"

namespace rawi::reading::package {

/// Bounds for a member that is XML.
struct XmlLimits {
    int depth = 256;                ///< of elements
    std::size_t nodes = 8'000'000;  ///< elements, attributes and texts, estimated before parsing
};

/// Parses XML whose bytes are UTF-8. Values and texts keep their entities (without_entities(),
/// add_text()), so that offset_debug() is an offset in `bytes`; a DOCTYPE is skipped: no entity
/// that it defines is expanded, and nothing is fetched. `place`: the name for messages. Errors
/// (kind input) have line and column: not well-formed, too deep, too many nodes.
Result<> parse_xml(std::string_view place, std::string_view bytes, pugi::xml_document& tree,
                   const XmlLimits& limits = {});

/// Reads a member as UTF-8, from UTF-16 if it has a byte-order mark.
Result<std::string> read_text(Archive& archive, std::string_view member);

/// Reads and parses a member that gives no text of its own: styles, relationships.
Result<> read_xml(Archive& archive, std::string_view member, pugi::xml_document& tree);

/// A member that gives text: a part of the document.
struct TextMember {
    std::uint32_t part = 0;
    pugi::xml_document tree;
};

/// Adds a member to the document as a part and parses it.
Result<> read_part(Archive& archive, std::string_view member, DocumentBuilder& builder,
                   TextMember& into);

/// The name without its namespace's prefix: "p" for "w:p". The formats that are read have no two
/// elements whose names differ in the prefix only and that have to be told apart.
std::string_view local_name(const pugi::xml_node& node);

/// The first child with this local name; null if there is none.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);

/// The value of an attribute by its local name, with entities resolved; empty if there is none.
std::string attribute(const pugi::xml_node& node, std::string_view name);

/// The bytes of an attribute's value (without entities resolved) in its member.
Span origin_of(const pugi::xml_node& node, std::string_view name);

/// The bytes of an element's start tag, "<" to the end of its name.
Span origin_of(const pugi::xml_node& node);

/// All text below a node, entities resolved, white space collapsed: for metadata.
std::string text_below(const pugi::xml_node& node);

/// Adds the text of a node (PCDATA or CDATA) to the open block: white space becomes one space,
/// entities are decoded.
void add_text(DocumentBuilder& builder, std::uint32_t part, const pugi::xml_node& node);

}  // namespace rawi::reading::package
