// voice.toml: how a language is spoken.
#include "wording/voice_file.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "base/file.h"
#include "base/language_tag.h"

namespace rawi::wording {

namespace fs = std::filesystem;

namespace {

/// Reads the values of a table and reports keys that were not read.
class Fields {
  public:
    Fields(const toml::table& table, const fs::path& file) : table_(table), file_(file) {}

    void text(std::string_view key, std::string& into) {
        const toml::node* const node = known(key);
        if (node == nullptr) return;
        if (!node->is_string()) return complain(*node, key, "a quoted string");
        into = *node->value<std::string>();
    }

    void number(std::string_view key, int& into, int least, int most) {
        const toml::node* const node = known(key);
        if (node == nullptr) return;
        const auto value = node->is_integer() ? node->value<std::int64_t>() : std::nullopt;
        if (!value || *value < least || *value > most)
            return complain(*node, key, fmt::format("an integer from {} to {}", least, most));
        into = static_cast<int>(*value);
    }

    /// All values of the table, which must be strings.
    std::vector<Choice> texts() {
        std::vector<Choice> found;
        for (const auto& [key, node] : table_) {
            known_.push_back(key.str());
            if (!node.is_string()) {
                complain(node, key.str(), "a quoted string");
                continue;
            }
            found.push_back({.key = std::string(key.str()),
                             .value = *node.value<std::string>(),
                             .where = place(node.source())});
        }
        return found;
    }

    const toml::table* table(std::string_view key) {
        const toml::node* const node = known(key);
        if (node != nullptr && !node->is_table()) complain(*node, key, "a table");
        return node == nullptr ? nullptr : node->as_table();
    }

    /// Returns the first error, if any.
    Result<> done() {
        for (const auto& [key, node] : table_) {
            if (std::find(known_.begin(), known_.end(), key.str()) == known_.end())
                note(key.source(), fmt::format("unknown key \"{}\"", key.str()));
        }
        if (!fault_) return {};
        return tl::unexpected<Error>(*std::move(fault_));
    }

  private:
    const toml::node* known(std::string_view key) {
        known_.push_back(key);
        return table_.get(key);
    }
    void complain(const toml::node& node, std::string_view key, std::string_view wanted) {
        note(node.source(), fmt::format("\"{}\" must be {}", key, wanted));
    }
    void note(const toml::source_region& at, std::string message) {
        if (fault_) return;
        fault_ =
            Error{.kind = Error::Kind::input, .message = std::move(message), .where = place(at)};
    }
    std::string place(const toml::source_region& at) const {
        return fmt::format("{}:{}:{}", file_.string(), at.begin.line, at.begin.column);
    }

    const toml::table& table_;
    const fs::path& file_;
    std::vector<std::string_view> known_;
    std::optional<Error> fault_;
};

constexpr int longest_pause = 10'000;

Result<RolePolicy> role_policy_of(const Choice& choice) {
    const std::optional<Role> role = role_named(choice.key);
    if (!role) {
        return fail(
            Error::Kind::input,
            fmt::format("\"{}\" is not a role; the roles are: {}", choice.key, role_names()),
            choice.where);
    }
    const std::optional<Policy> policy = policy_named(choice.value);
    if (!policy) {
        return fail(Error::Kind::input,
                    fmt::format("\"{}\" is not a policy: speak, skip, announce", choice.value),
                    choice.where);
    }
    return RolePolicy{.role = *role, .policy = *policy};
}

Result<> apply(const toml::table& table, const fs::path& file, VoiceFile& voice) {
    Fields fields(table, file);
    fields.text("name", voice.name);
    fields.text("voice", voice.engine_voice);
    fields.number("rate", voice.rate, slowest_rate, fastest_rate);
    fields.number("pitch", voice.pitch, 0, highest_pitch);
    if (const toml::table* const pauses = fields.table("pauses")) {
        Fields lengths(*pauses, file);
        lengths.number("comma", voice.pauses.comma, 0, longest_pause);
        lengths.number("sentence", voice.pauses.sentence, 0, longest_pause);
        lengths.number("paragraph", voice.pauses.paragraph, 0, longest_pause);
        lengths.number("heading", voice.pauses.heading, 0, longest_pause);
        lengths.number("section", voice.pauses.section, 0, longest_pause);
        RAWI_CHECK_OK(lengths.done());
    }
    if (const toml::table* const house = fields.table("style")) {
        Fields choices(*house, file);
        for (Choice& choice : choices.texts())
            voice.house.push_back(std::move(choice));
        RAWI_CHECK_OK(choices.done());
    }
    if (const toml::table* const roles = fields.table("roles")) {
        Fields choices(*roles, file);
        for (const Choice& choice : choices.texts()) {
            RAWI_TRY(const RolePolicy chosen, role_policy_of(choice));
            voice.roles.push_back(chosen);
        }
        RAWI_CHECK_OK(choices.done());
    }
    return fields.done();
}

Result<> apply(const fs::path& file, VoiceFile& voice) {
    RAWI_TRY(const std::string bytes, read_file(file));
    try {
        return apply(toml::parse(bytes, file.string()), file, voice);
    } catch (const toml::parse_error& problem) {
        const auto& at = problem.source().begin;
        return fail(Error::Kind::input, std::string(problem.description()),
                    fmt::format("{}:{}:{}", file.string(), at.line, at.column));
    }
}

}  // namespace

Result<VoiceFile> load_voice_file(const fs::path& folder, std::string_view tag) {
    VoiceFile voice;
    voice.tag = tag;
    voice.engine_voice = tag;
    RAWI_CHECK_OK(apply(folder / "default.toml", voice));
    for (const std::string_view name : {tag, primary_language(tag)}) {
        const fs::path file = folder / name / "voice.toml";
        std::error_code ignored;
        if (!fs::exists(file, ignored)) continue;
        RAWI_CHECK_OK(apply(file, voice));
        break;
    }
    return voice;
}

}  // namespace rawi::wording
