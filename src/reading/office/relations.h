#pragma once

#include <map>
#include <string>
#include <string_view>

#include "reading/package/archive.h"

namespace rawi::reading::office {

/// The members that a member of an OPC package refers to (ECMA-376 part 2), by the last segment of
/// the type of the relationship: "styles", "footnotes", "officeDocument".
using Relations = std::map<std::string, std::string, std::less<>>;

/// `member`: empty for the package itself. A member without relationships has none.
Result<Relations> relations_of(package::Archive& archive, std::string_view member);

}  // namespace rawi::reading::office
