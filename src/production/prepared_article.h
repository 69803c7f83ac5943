#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "languages/languages.h"
#include "model/document.h"
#include "production/lexicon_cache.h"
#include "production/options.h"
#include "production/resources.h"
#include "speech/voice.h"
#include "wording/language.h"
#include "wording/overrides/override_finder.h"
#include "wording/voice_file.h"

namespace rawi::production {

/// The voice of the engine that a voice file describes.
speech::Voice voice_of(const wording::VoiceFile& file);

/// An article that has been read, with the language that verbalizes it.
struct PreparedArticle {
    Document document;
    std::vector<Notice> notices;
    std::string tag;  ///< of the language, BCP 47
    wording::VoiceFile voice;
    const wording::Language* language = nullptr;
    const wording::LanguageLookup* languages = nullptr;  ///< includes the languages of passages
    std::vector<std::string> other_languages;            ///< the tags of the languages of passages
    LexiconCache::Set lexica;

    wording::overrides::Overrides overrides() const {
        return {.lexicon = &lexica.lexicon, .languages = languages, .used = lexica.used};
    }
    speech::Voice engine_voice() const { return voice_of(voice); }
    /// Notices from reading the article, each with its place.
    std::vector<std::string> format_notices() const;
};

/// Reads the articles of an input. `name` is used in messages.
Result<reading::Articles> read_articles(std::string_view name, std::string_view bytes,
                                        const RenderOptions& options, Resources& resources);

/// Finds the language and lexicons of an article. The result points into `resources`, which must
/// outlive it. Lexicons next to the file `path` are used too, unless it is empty. `voice_known` is
/// called as soon as the voice is known, before anything that takes longer; its error is returned.
Result<PreparedArticle> prepare_article(
    reading::Article article, const std::filesystem::path& path, const RenderOptions& options,
    Resources& resources,
    const std::function<Result<>(const wording::VoiceFile&)>& voice_known = {});

/// Notices as lines, each with its place.
std::vector<std::string> format_notices(const Document& document,
                                        const std::vector<Notice>& notices);

}  // namespace rawi::production
