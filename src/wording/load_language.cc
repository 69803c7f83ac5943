// Which language has a grammar of its own.
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

}  // namespace rawi
