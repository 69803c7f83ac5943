// Which blocks are spoken, skipped or announced.
#include "reading/policies.h"

#include <algorithm>
#include <optional>
#include <system_error>

#include <fmt/format.h>

#include "base/language_tag.h"
#include "base/table.h"
#include "reading/twins.h"

namespace rawi::reading {

namespace fs = std::filesystem;

namespace {

struct LabelRow {
    std::string said;

    void columns(Columns& column) {
        column.key("role");
        column.text("said", said);
    }
};

}  // namespace

Result<RoleLabels> load_role_labels(const fs::path& voices, std::string_view tag) {
    RoleLabels labels;
    for (const std::string_view name : {tag, primary_language(tag)}) {
        const fs::path file = voices / name / "roles.tsv";
        std::error_code ignored;
        if (!fs::exists(file, ignored)) continue;
        RAWI_TRY(const auto table, Table<LabelRow>::load(file));
        for (const LabelRow& row : table.rows()) {
            const std::string& key = table.key_of(row);
            const std::optional<Role> role = role_named(key);
            if (!role) {
                return table.error_at(
                    key, fmt::format("\"{}\" is not a role; the roles are: {}", key, role_names()));
            }
            labels.emplace(*role, row.said);
        }
        break;
    }
    return labels;
}

Policy usual_policy(Role role) {
    switch (role) {
        case Role::image:
            return Policy::announce;
        case Role::code:
        case Role::note:
        case Role::related_link:
        case Role::advertisement:
        case Role::embed:
        case Role::furniture:
            return Policy::skip;
        default:
            return Policy::speak;
    }
}

namespace {

Policy policy_of(Role role, const std::vector<RolePolicy>& choices) {
    const auto chosen = std::find_if(choices.rbegin(), choices.rend(),
                                     [&](const RolePolicy& choice) { return choice.role == role; });
    return chosen == choices.rend() ? usual_policy(role) : chosen->policy;
}

/// Gives an announced block its label. A table is announced before its first row; a block without a
/// label is spoken if it can be.
void announce(Block& block, const Block* before, const RoleLabels& labels) {
    const bool row = before != nullptr && before->role == Role::table && block.role == Role::table;
    const auto label = labels.find(block.role);
    if (label != labels.end() && !row)
        block.label = label->second;
    else
        block.policy = has_spoken_text(block.role) ? Policy::speak : Policy::skip;
}

}  // namespace

void apply_policies(Document& document, const std::vector<RolePolicy>& choices,
                    const RoleLabels& labels) {
    const std::vector<bool> repeated = repeated_pictures(document);
    const Block* before = nullptr;
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        Block& block = document.blocks[i];
        block.policy = policy_of(block.role, choices);
        const bool repeats = repeated[i] && block.policy != Policy::skip;
        if (repeats) block.policy = Policy::skip;
        block.label.clear();
        if (block.policy == Policy::announce) announce(block, before, labels);
        block.reason.clear();
        if (block.policy == Policy::skip)
            block.reason = fmt::format("role: {}{}", name_of(block.role),
                                       repeats ? " (what it shows is said beside it)" : "");
        before = &block;
    }
}

}  // namespace rawi::reading
