// Loads languages: those with their own grammar, and all others.
#include "languages/languages.h"

#include <algorithm>
#include <utility>

#include "base/language_tag.h"
#include "languages/arabic/arabic.h"
#include "languages/cldr/cldr.h"
#include "languages/english/english.h"
#include "wording/house_style.h"

namespace rawi::languages {

Result<std::unique_ptr<wording::Language>> load_language(const std::filesystem::path& folder,
                                                         const wording::VoiceFile& voice,
                                                         const wording::WordingOptions& style) {
    const std::string_view tag = voice.tag;
    const std::string_view language = primary_language(tag);
    const std::filesystem::path tables = folder / language;
    std::vector<wording::Choice> choices = voice.house;
    choices.insert(choices.end(), style.house.begin(), style.house.end());
    RAWI_TRY(const wording::HouseStyle house,
             wording::HouseStyle::load(tables / "style.tsv", choices));
    if (language == "ar") return arabic::load_arabic(tables, tag, style, house);
    if (language == "en") return english::load_english(tables, tag, style);
    return cldr::load_cldr(tables, tag, style);
}

Result<std::unique_ptr<wording::Language>> load_language(const std::filesystem::path& folder,
                                                         std::string_view tag,
                                                         const wording::WordingOptions& style) {
    RAWI_TRY(const wording::VoiceFile voice, wording::load_voice_file(folder, tag));
    return load_language(folder, voice, style);
}

Result<const wording::Language*> Languages::load(std::string_view tag) {
    if (const wording::Language* const known = find(tag)) return known;
    RAWI_TRY(const wording::VoiceFile voice, wording::load_voice_file(folder_, tag));
    return load(voice);
}

Result<const wording::Language*> Languages::load(const wording::VoiceFile& voice) {
    if (const wording::Language* const known = find(voice.tag)) return known;
    RAWI_TRY(std::unique_ptr<wording::Language> fresh, load_language(folder_, voice, style_));
    loaded_.emplace_back(voice.tag, std::move(fresh));
    return loaded_.back().second.get();
}

Result<const wording::Language*> Languages::load_for_passages(const wording::VoiceFile& voice) {
    auto known = load(voice);
    if (known || known.error().kind != Error::Kind::usage) return known;
    wording::WordingOptions style = style_;
    style.house.clear();
    RAWI_TRY(std::unique_ptr<wording::Language> fresh, load_language(folder_, voice, style));
    loaded_.emplace_back(voice.tag, std::move(fresh));
    return loaded_.back().second.get();
}

const wording::Language* Languages::find(std::string_view tag) const {
    const auto found = std::find_if(loaded_.begin(), loaded_.end(),
                                    [&](const auto& language) { return language.first == tag; });
    return found == loaded_.end() ? nullptr : found->second.get();
}

}  // namespace rawi::languages
