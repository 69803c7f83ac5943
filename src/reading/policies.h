#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/document.h"

namespace rawi::reading {

/// What is said for an announced block, by role (`voices/<tag>/roles.tsv`).
using RoleLabels = std::map<Role, std::string>;

/// The labels of a language or, failing that, of the language without its region; none if neither
/// has a table.
/// Errors (kind input) point at file:line.
Result<RoleLabels> load_role_labels(const std::filesystem::path& voices, std::string_view tag);

/// The default policy of a role: furniture, advertisements, related links, embeds, notes and code
/// are skipped, images are announced, everything else is spoken.
Policy usual_policy(Role role);

/// Gives every block its policy and, with it, the reason or the label. A later choice for a role
/// overrides an earlier one, and any choice overrides the default policy. A block that should be
/// announced but has no label in this language is spoken if its text is speech, and else skipped;
/// so is each row of a table after the first one, which has the label. The description of a picture
/// that repeats what is heard beside it (`repeated_pictures`) is always skipped.
void apply_policies(Document& document, const std::vector<RolePolicy>& choices,
                    const RoleLabels& labels);

}  // namespace rawi::reading
