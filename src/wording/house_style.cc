// The choices of an editor, checked against the table of all values.
#include "wording/house_style.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "wording/voice_file.h"

namespace rawi::wording {

namespace {

void list(std::string& all, std::string_view one) {
    if (!all.empty()) all += ", ";
    all += one;
}

tl::unexpected<Error> refuse(const Choice& choice, std::string message) {
    const bool file = choice.where.find(':') != std::string::npos;
    return fail(file ? Error::Kind::input : Error::Kind::usage, std::move(message), choice.where);
}

}  // namespace

Result<HouseStyle> HouseStyle::load(const std::filesystem::path& table,
                                    const std::vector<Choice>& choices) {
    HouseStyle style;
    RAWI_TRY(style.table_, Table<StyleRow>::load(table, Missing::empty));
    auto& chosen = style.chosen_;
    const auto find = [&](std::string_view key) {
        return std::find_if(chosen.begin(), chosen.end(),
                            [&](const auto& one) { return one.first == key; });
    };
    for (const StyleRow& row : style.table_.rows()) {
        if (find(row.setting) == chosen.end()) chosen.emplace_back(row.setting, row.value);
    }
    for (const Choice& choice : choices) {
        const auto known = find(choice.key);
        std::string allowed;
        if (known == chosen.end()) {
            for (const auto& one : chosen)
                list(allowed, one.first);
            return refuse(choice, allowed.empty()
                                      ? fmt::format("this language has no style \"{}\"", choice.key)
                                      : fmt::format("unknown style \"{}\"; the styles are: {}",
                                                    choice.key, allowed));
        }
        if (!style.table_.has(fmt::format("{} {}", choice.key, choice.value))) {
            for (const StyleRow& row : style.table_.rows()) {
                if (row.setting == choice.key) list(allowed, row.value);
            }
            return refuse(choice, fmt::format(R"(style "{}" must be one of: {}; not "{}")",
                                              choice.key, allowed, choice.value));
        }
        known->second = choice.value;
    }
    return style;
}

std::string_view HouseStyle::value(std::string_view key) const {
    for (const auto& [name, value] : chosen_) {
        if (name == key) return value;
    }
    return {};
}

std::string_view HouseStyle::words(std::string_view key) const {
    return table_.at(fmt::format("{} {}", key, value(key))).said;
}

Result<> HouseStyle::check(std::span<const Setting> settings) const {
    for (const Setting& setting : settings) {
        if (value(setting.name).empty()) {
            return fail(Error::Kind::input,
                        fmt::format("the setting \"{}\" is missing", setting.name),
                        table_.file().string());
        }
    }
    for (const StyleRow& row : table_.rows()) {
        const auto known = std::find_if(settings.begin(), settings.end(), [&](const Setting& one) {
            return one.name == row.setting;
        });
        if (known == settings.end()) {
            return table_.error_at(table_.key_of(row),
                                   fmt::format("the setting \"{}\" is never used", row.setting));
        }
        const auto& values = known->values;
        if (!values.empty() && std::find(values.begin(), values.end(), row.value) == values.end()) {
            return table_.error_at(table_.key_of(row),
                                   fmt::format(R"("{}" is not a value that setting "{}" can have)",
                                               row.value, row.setting));
        }
    }
    return {};
}

Result<Choice> read_choice(std::string_view text, std::string_view option) {
    const std::size_t sign = text.find('=');
    if (sign == 0 || sign == std::string_view::npos || sign + 1 == text.size()) {
        return fail(Error::Kind::usage, fmt::format("\"{}\" is not of the form key=value", text),
                    std::string(option));
    }
    return Choice{.key = std::string(text.substr(0, sign)),
                  .value = std::string(text.substr(sign + 1)),
                  .where = std::string(option)};
}

}  // namespace rawi::wording
