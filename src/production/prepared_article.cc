// Loads an article: its document, language, voice and lexicons.
#include "production/prepared_article.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "production/article_languages.h"
#include "reading/formats/formats.h"
#include "reading/policies.h"
#include "wording/lexicon/phonemes.h"

namespace rawi::production {

namespace fs = std::filesystem;

namespace {

/// Checks the pronunciations that the markup of an article requests.
Result<> check_phonemes(const PreparedArticle& prepared, Resources& resources) {
    for (const Control& control : prepared.document.controls) {
        if (control.kind != Control::Kind::phoneme) continue;
        const std::string& tag = control.language.empty() ? prepared.tag : control.language;
        RAWI_TRY(const wording::lexicon::Phonemes* const phonemes, resources.phonemes(tag));
        RAWI_CHECK_OK(phonemes->check(control.value, where(prepared.document, control.source)));
    }
    return {};
}

/// Decides which blocks are spoken: options override voice.toml.
Result<> apply_policies(PreparedArticle& prepared, const reading::ReadOptions& options,
                        Resources& resources) {
    RAWI_TRY(const reading::RoleLabels* const labels, resources.role_labels(prepared.tag));
    std::vector<RolePolicy> choices = prepared.voice.roles;
    if (options.notes != reading::Notes::skip)
        choices.push_back({.role = Role::note, .policy = Policy::announce});
    choices.insert(choices.end(), options.roles.begin(), options.roles.end());
    reading::apply_policies(prepared.document, choices, *labels);
    return {};
}

}  // namespace

speech::Voice voice_of(const wording::VoiceFile& file) {
    return {.name = file.engine_voice, .words_per_minute = file.rate, .pitch = file.pitch};
}

std::vector<std::string> PreparedArticle::format_notices() const {
    std::vector<std::string> lines = production::format_notices(document, notices);
    lines.insert(lines.end(), lexica.notices.begin(), lexica.notices.end());
    return lines;
}

std::vector<std::string> format_notices(const Document& document,
                                        const std::vector<Notice>& notices) {
    std::vector<std::string> lines;
    lines.reserve(notices.size());
    for (const Notice& notice : notices)
        lines.push_back(fmt::format("{}: {}", where(document, notice), notice.message));
    return lines;
}

Result<reading::Articles> read_articles(std::string_view name, std::string_view bytes,
                                        const RenderOptions& options, Resources& resources) {
    RAWI_TRY(const reading::ReadingTables* const tables, resources.reading_tables());
    return reading::formats::read_documents(name, bytes, options.read, *tables);
}

Result<PreparedArticle> prepare_article(
    reading::Article article, const fs::path& path, const RenderOptions& options,
    Resources& resources, const std::function<Result<>(const wording::VoiceFile&)>& voice_known) {
    PreparedArticle prepared;
    prepared.document = std::move(article.document);
    prepared.notices = std::move(article.notices);
    RAWI_TRY(prepared.tag, language_of(prepared.document, options, resources, prepared.notices));
    RAWI_TRY(const wording::VoiceFile* const file, resources.voice_file(prepared.tag));
    prepared.voice = *file;
    RAWI_CHECK_OK(apply_policies(prepared, options.read, resources));
    if (!options.voice.name.empty()) prepared.voice.engine_voice = options.voice.name;
    if (voice_known) RAWI_CHECK_OK(voice_known(prepared.voice));
    RAWI_TRY(prepared.language, resources.language(prepared.tag));
    prepared.languages = &resources.languages();
    RAWI_TRY(prepared.other_languages,
             mark_passages(prepared.document, prepared.tag, resources, prepared.notices));
    RAWI_CHECK_OK(check_phonemes(prepared, resources));
    std::vector<std::string> tags = prepared.other_languages;
    tags.insert(tags.begin(), prepared.tag);
    RAWI_TRY(prepared.lexica, resources.lexica_for(path, tags));
    return prepared;
}

}  // namespace rawi::production
