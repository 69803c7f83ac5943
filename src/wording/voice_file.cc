// voice.toml: how a language is spoken.
#include <string>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "base/file.h"
#include "wording/language.h"

namespace rawi {

namespace fs = std::filesystem;

namespace {

std::string_view language_part(std::string_view tag) {
    return tag.substr(0, tag.find('-'));
}

Result<> apply(const fs::path& file, VoiceFile& voice) {
    RAWI_TRY(const std::string bytes, read_file(file));
    try {
        const toml::table table = toml::parse(bytes, file.string());
        voice.name = table["name"].value_or(voice.name);
        voice.engine_voice = table["voice"].value_or(voice.engine_voice);
        voice.rate = table["rate"].value_or(voice.rate);
        voice.pitch = table["pitch"].value_or(voice.pitch);
        const auto pauses = table["pauses"];
        voice.pauses.comma = pauses["comma"].value_or(voice.pauses.comma);
        voice.pauses.sentence = pauses["sentence"].value_or(voice.pauses.sentence);
        voice.pauses.paragraph = pauses["paragraph"].value_or(voice.pauses.paragraph);
        voice.pauses.heading = pauses["heading"].value_or(voice.pauses.heading);
        voice.pauses.section = pauses["section"].value_or(voice.pauses.section);
    } catch (const toml::parse_error& problem) {
        const auto& at = problem.source().begin;
        return fail(Error::Kind::input, std::string(problem.description()),
                    fmt::format("{}:{}:{}", file.string(), at.line, at.column));
    }
    return {};
}

}  // namespace

Result<VoiceFile> load_voice_file(const fs::path& folder, std::string_view tag) {
    VoiceFile voice;
    voice.tag = tag;
    voice.engine_voice = tag;
    RAWI_CHECK_OK(apply(folder / "default.toml", voice));
    for (const std::string_view name : {tag, language_part(tag)}) {
        const fs::path file = folder / name / "voice.toml";
        std::error_code ignored;
        if (!fs::exists(file, ignored)) continue;
        RAWI_CHECK_OK(apply(file, voice));
        break;
    }
    return voice;
}

}  // namespace rawi
