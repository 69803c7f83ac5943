// The relationships between the members of an OPC package.
#include "reading/office/relations.h"

#include <fmt/format.h>
#include <pugixml.hpp>

#include "reading/package/xml.h"

namespace rawi::reading::office {

Result<Relations> relations_of(package::Archive& archive, std::string_view member) {
    const std::size_t folder = member.rfind('/') + 1;  // npos + 1 is 0
    const std::string file =
        fmt::format("{}_rels/{}.rels", member.substr(0, folder), member.substr(folder));
    Relations relations;
    if (!archive.has(file)) return relations;
    pugi::xml_document tree;
    RAWI_CHECK_OK(package::read_xml(archive, file, tree));
    for (const pugi::xml_node& node : tree.document_element().children()) {
        if (package::attribute(node, "TargetMode") == "External") continue;
        const std::string type = package::attribute(node, "Type");
        const auto target = package::member_named(package::attribute(node, "Target"), member);
        if (target) relations.emplace(type.substr(type.rfind('/') + 1), *target);
    }
    return relations;
}

}  // namespace rawi::reading::office
