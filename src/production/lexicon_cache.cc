// The user's lexicons: where they are, and which takes precedence.
#include "production/lexicon_cache.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "base/file.h"
#include "base/language_tag.h"
#include "production/digest.h"

namespace rawi::production {

namespace fs = std::filesystem;

namespace {

constexpr std::array<const char*, 2> endings = {".pls", ".tsv"};

/// A file to read, for texts in a language.
struct Wanted {
    fs::path path;
    std::string tag;
    bool own = false;
};

void want(std::vector<Wanted>& all, const fs::path& stem, const std::string& tag, bool own) {
    for (const char* const ending : endings) {
        const fs::path path = stem.string() + ending;
        std::error_code ignored;
        if (fs::is_regular_file(path, ignored)) all.push_back({path, tag, own});
    }
}

std::vector<Wanted> wanted(const LexiconPlaces& places, const std::vector<std::string>& tags) {
    std::vector<Wanted> all;
    for (const std::string& tag : tags) {
        std::vector<std::string> names = {std::string(primary_language(tag))};
        if (names.front() != tag) names.push_back(tag);
        for (const std::string& name : names)
            want(all, places.data / name / "lexicon", tag, false);
        for (const std::string& name : names) {
            if (!places.user.empty())
                want(all, places.user / fmt::format("lexicon.{}", name), tag, false);
        }
    }
    if (!places.article.empty()) {
        const fs::path folder = places.article.parent_path();
        want(all, folder / "lexicon", tags.front(), true);
        want(all, folder / fmt::format("{}.lexicon", places.article.stem().string()), tags.front(),
             true);
    }
    for (const fs::path& path : places.run)
        all.push_back({path, tags.front(), true});
    return all;
}

}  // namespace

Result<std::size_t> LexiconCache::open(const fs::path& path) {
    const auto known =
        std::find_if(cached_.begin(), cached_.end(),
                     [&](const CachedLexicon& cached) { return cached.path == path; });
    if (known != cached_.end()) return static_cast<std::size_t>(known - cached_.begin());
    RAWI_TRY(const std::string bytes, read_file(path));
    cached_.push_back({.path = path,
                       .digest = digest(bytes),
                       .file = std::make_shared<wording::lexicon::LexiconFile>(
                           wording::lexicon::read_lexicon(path.string(), bytes))});
    return cached_.size() - 1;
}

Result<LexiconCache::Set> LexiconCache::gather(const LexiconPlaces& places,
                                               const std::vector<std::string>& tags,
                                               const PhonemesOf& phonemes_of) {
    Set set;
    set.used = used_.get();
    std::string all;
    for (const Wanted& one : wanted(places, tags)) {
        RAWI_TRY(const std::size_t index, open(one.path));
        CachedLexicon& cached = cached_[index];
        const std::string& own_tag = cached.file->language;
        const std::string& tag = own_tag.empty() ? one.tag : own_tag;
        RAWI_TRY(const wording::lexicon::Phonemes* const phonemes, phonemes_of(tag));
        RAWI_CHECK_OK(wording::lexicon::check_usable(*cached.file, *phonemes));
        const bool fits = std::any_of(tags.begin(), tags.end(), [&](const std::string& other) {
            return wording::lexicon::is_for(tag, other);
        });
        if (!fits) {
            if (one.own) {
                set.notices.push_back(
                    fmt::format("{}: this lexicon is for \"{}\", the article is "
                                "in \"{}\"",
                                cached.file->name, tag, tags.front()));
            }
            continue;
        }
        cached.own = cached.own || one.own;
        set.lexicon.add(cached.file, one.tag);
        all += fmt::format("{} {}\n", tag, cached.digest);
    }
    if (!all.empty()) set.digest = digest(all);
    return set;
}

std::vector<std::string> LexiconCache::unused() const {
    std::vector<std::string> lines;
    for (const CachedLexicon& cached : cached_) {
        if (!cached.own) continue;
        for (const wording::lexicon::LexiconEntry& entry : cached.file->entries) {
            if (used_->contains(entry)) continue;
            lines.push_back(fmt::format("{}: \"{}\" did not match anything",
                                        cached.file->place_of(entry), entry.written));
        }
    }
    return lines;
}

}  // namespace rawi::production
