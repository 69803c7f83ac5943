// Loads each resource of a run once.
#include "production/resources.h"

#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/language_tag.h"
#include "production/digest.h"
#include "speech/engines/engines.h"

namespace rawi::production {

namespace fs = std::filesystem;

namespace {

/// The value of a key; loads it on first use.
template <class Map, class Load>
Result<const typename Map::mapped_type*> find_or_load(Map& map, std::string_view key,
                                                      const Load& load) {
    auto found = map.find(key);
    if (found == map.end()) {
        RAWI_TRY(auto loaded, load());
        found = map.emplace(std::string(key), std::move(loaded)).first;
    }
    return &found->second;
}

/// Whether a file of voices/<tag>/ counts: not voice.toml, whose values count instead, and not
/// notes.
bool is_table(const fs::path& file) {
    return file.filename() != "voice.toml" && file.extension() != ".md";
}

/// Whether a file of voices/ counts for articles in any language.
bool is_table_of_all(const fs::path& file) {
    return file.filename() == "structure.tsv" || file.filename() == "detection.tsv";
}

bool is_any(const fs::path& /*file*/) {
    return true;
}

}  // namespace

Resources::Resources(const RenderOptions& options)
    : data_(options.data),
      lexicon_options_(options.lexica),
      voice_options_(options.voice),
      languages_(options.data, options.style) {}

Result<const reading::ReadingTables*> Resources::reading_tables() {
    if (!reading_tables_) {
        RAWI_TRY(reading::ReadingTables tables, reading::load_reading_tables(data_));
        reading_tables_ = std::make_unique<reading::ReadingTables>(std::move(tables));
    }
    return reading_tables_.get();
}

Result<const reading::detection::Detector*> Resources::detector() {
    if (!detector_) {
        RAWI_TRY(reading::detection::Detector loaded, reading::detection::Detector::load(data_));
        detector_ = std::make_unique<reading::detection::Detector>(std::move(loaded));
    }
    return detector_.get();
}

Result<const reading::RoleLabels*> Resources::role_labels(std::string_view tag) {
    return find_or_load(role_labels_, tag, [&] { return reading::load_role_labels(data_, tag); });
}

Result<const wording::VoiceFile*> Resources::voice_file(std::string_view tag) {
    return find_or_load(voice_files_, tag, [&]() -> Result<wording::VoiceFile> {
        RAWI_TRY(wording::VoiceFile file, wording::load_voice_file(data_, tag));
        file.rate = voice_options_.rate.value_or(file.rate);
        file.pitch = voice_options_.pitch.value_or(file.pitch);
        return file;
    });
}

Result<bool> Resources::has_voice(std::string_view tag) {
    RAWI_TRY(const bool* const has, find_or_load(has_voice_, tag, [&]() -> Result<bool> {
                 RAWI_TRY(const wording::VoiceFile* const file, voice_file(tag));
                 const Result<> usable = speech::engines::check_voice({.name = file->engine_voice});
                 if (!usable && usable.error().kind != Error::Kind::unsupported)
                     return tl::unexpected<Error>(usable.error());
                 return usable.has_value();
             }));
    return *has;
}

Result<const wording::Language*> Resources::language(std::string_view tag) {
    if (const wording::Language* const known = languages_.find(tag)) return known;
    RAWI_TRY(const wording::VoiceFile* const file, voice_file(tag));
    return languages_.load(*file);
}

Result<const wording::Language*> Resources::language_of_passage(std::string_view tag) {
    RAWI_TRY(const wording::VoiceFile* const file, voice_file(tag));
    return languages_.load_for_passages(*file);
}

Result<const wording::lexicon::Phonemes*> Resources::phonemes(std::string_view tag) {
    return find_or_load(phonemes_, tag,
                        [&] { return wording::lexicon::Phonemes::load(data_, tag); });
}

Result<LexiconCache::Set> Resources::lexica_for(const fs::path& article,
                                                const std::vector<std::string>& tags) {
    return lexica_.gather({.data = data_,
                           .user = lexicon_options_.user,
                           .article = article,
                           .run = lexicon_options_.files},
                          tags, [this](std::string_view tag) { return phonemes(tag); });
}

Result<std::string> Resources::digest_once(const fs::path& path, const FileFilter& counts,
                                           std::string_view what) {
    const std::string key = fmt::format("{} {}", what, path.string());
    RAWI_TRY(const std::string* const known,
             find_or_load(digests_, key, [&] { return digest_of_files(path, counts); }));
    return *known;
}

Result<std::string> Resources::digest_of_tables(const std::vector<std::string>& tags) {
    RAWI_TRY(std::string all, digest_once(data_, is_table_of_all, "of all"));
    std::set<std::string> languages;
    for (const std::string& tag : tags)
        languages.insert(std::string(primary_language(tag)));
    for (const std::string& language : languages) {
        RAWI_TRY(const std::string one, digest_once(data_ / language, is_table, "tables"));
        all += fmt::format("\n{} {}", language, one);
    }
    return digest(all);
}

Result<std::string> Resources::digest_of(const std::vector<fs::path>& paths) {
    std::string all;
    for (const fs::path& path : paths) {
        RAWI_TRY(const std::string one, digest_once(path, is_any, "all"));
        all += fmt::format("{}\n", one);
    }
    return digest(all);
}

}  // namespace rawi::production
