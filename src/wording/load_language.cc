// Which language has a grammar of its own.
#include <algorithm>
#include <utility>

#include "wording/languages.h"

namespace rawi {

Result<std::unique_ptr<Language>> load_language(const std::filesystem::path& folder,
                                                std::string_view tag, const Style& style) {
    const std::string_view language = tag.substr(0, tag.find('-'));
    const std::filesystem::path tables = folder / language;
    RAWI_TRY(const VoiceFile voice, load_voice_file(folder, tag));
    std::vector<Choice> choices = voice.house;
    choices.insert(choices.end(), style.house.begin(), style.house.end());
    RAWI_TRY(const HouseStyle house, HouseStyle::load(tables / "style.tsv", choices));
    if (language == "ar") return arabic_language(tables, tag, style, house);
    if (language == "en") return english_language(tables, tag, style);
    return by_rules(tables, tag);
}

Result<const Language*> Languages::load(std::string_view tag) {
    if (const Language* const known = find(tag)) return known;
    RAWI_TRY(std::unique_ptr<Language> fresh, load_language(folder_, tag, style_));
    loaded_.emplace_back(tag, std::move(fresh));
    return loaded_.back().second.get();
}

const Language* Languages::find(std::string_view tag) const {
    const auto found = std::find_if(loaded_.begin(), loaded_.end(),
                                    [&](const auto& language) { return language.first == tag; });
    return found == loaded_.end() ? nullptr : found->second.get();
}

}  // namespace rawi
