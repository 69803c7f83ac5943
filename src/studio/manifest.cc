// article.json: what was made, of what, and when each word of it is heard.
#include "studio/manifest.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <xxhash.h>

#include <fmt/format.h>

#include "base/file.h"

namespace rawi {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

constexpr int schema_version = 1;

/// Lines and columns of places that are asked for in rising order, in time linear in the text.
class LineCounter {
  public:
    explicit LineCounter(std::string_view text) : text_(text) {}

    /// Line and column (code points), both from 1, of byte `at`.
    std::pair<std::uint32_t, std::uint32_t> at(std::uint32_t place) {
        if (place < byte_) *this = LineCounter(text_);
        for (; byte_ < place && byte_ < text_.size(); ++byte_) {
            const auto c = static_cast<unsigned char>(text_[byte_]);
            if (c == '\n') {
                ++line_;
                column_ = 1;
            } else if ((c & 0xC0U) != 0x80U) {
                ++column_;
            }
        }
        return {line_, column_};
    }

  private:
    std::string_view text_;
    std::uint32_t byte_ = 0, line_ = 1, column_ = 1;
};

class Places {
  public:
    explicit Places(const Document& document)
        : document_(&document),
          lines_(document.parts.empty() ? std::string_view() : document.parts.front().bytes) {}

    /// The place of a span of Document::text in the article's file.
    Json of(Span source) {
        Json place;
        place["text"] = source.of(document_->text);
        if (const auto origin = origin_of(*document_, source)) {
            const auto [line, column] = lines_.at(origin->second.begin);
            place["source"] = {origin->second.begin, origin->second.end};
            place["line"] = line;
            place["column"] = column;
        }
        return place;
    }

  private:
    const Document* document_;
    LineCounter lines_;
};

Json words_of(const Chapter& chapter, const Script& script, std::uint32_t utterance,
              std::size_t& next, Places& places) {
    Json words = Json::array();
    const std::vector<Cue>& cues = chapter.timeline.words;
    for (; next < cues.size() && cues[next].utterance == utterance; ++next) {
        const Word& word = script.utterances[utterance].words[cues[next].word];
        Json entry = places.of(word.source);
        entry["spoken"] = word.spoken;
        entry["class"] = word.kind;
        entry["begin"] = cues[next].begin;
        entry["end"] = cues[next].end;
        words.push_back(std::move(entry));
    }
    return words;
}

Json chapter_of(const Chapter& chapter, const Script& script, Places& places) {
    Json result;
    result["file"] = chapter.file;
    result["title"] = chapter.title;
    result["rate"] = chapter.timeline.rate;
    result["frames"] = chapter.timeline.length;
    result["seconds"] =
        static_cast<double>(chapter.timeline.length) / std::max(1, chapter.timeline.rate);
    Json sentences = Json::array();
    std::size_t next = 0;
    for (const Cue& cue : chapter.timeline.sentences) {
        Json entry = places.of(script.utterances[cue.utterance].source);
        entry["begin"] = cue.begin;
        entry["end"] = cue.end;
        entry["words"] = words_of(chapter, script, cue.utterance, next, places);
        sentences.push_back(std::move(entry));
    }
    result["sentences"] = std::move(sentences);
    return result;
}

}  // namespace

std::string digest(std::string_view bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string digest_of_folder(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (fs::recursive_directory_iterator at(folder, ignored), end; at != end;
         at.increment(ignored)) {
        if (at->is_regular_file(ignored)) files.push_back(at->path());
    }
    std::sort(files.begin(), files.end());
    std::string all;
    for (const fs::path& file : files) {
        const Result<std::string> bytes = read_file(file);
        all += fmt::format("{} {}\n", fs::relative(file, folder, ignored).string(),
                           bytes ? digest(*bytes) : "unreadable");
    }
    return digest(all);
}

std::string manifest_text(const Fingerprint& fingerprint, const Document& document,
                          const Script& script, const std::vector<Chapter>& chapters,
                          const std::vector<Gap>& gaps) {
    Json all;
    all["generator"] = "rawi";
    all["version"] = schema_version;
    all["title"] = document.metadata.title;
    if (!document.metadata.author.empty()) all["author"] = document.metadata.author;
    all["language"] = fingerprint.language;
    all["voice"] = fingerprint.voice;
    all["engine"] = fingerprint.engine;
    all["source"] = {{"name", document.parts.empty() ? "" : document.parts.front().name},
                     {"digest", fingerprint.source}};
    all["tables"] = fingerprint.tables;
    all["options"] = fingerprint.options;
    Places places(document);
    all["chapters"] = Json::array();
    for (const Chapter& chapter : chapters) {
        all["chapters"].push_back(chapter_of(chapter, script, places));
    }
    Places skipped(document);
    all["skipped"] = Json::array();
    for (const Skip& skip : script.skips) {
        Json entry = skipped.of(skip.source);
        entry["reason"] = skip.reason;
        all["skipped"].push_back(std::move(entry));
    }
    Places missing(document);
    all["gaps"] = Json::array();
    for (const Gap& gap : gaps) {
        Json entry = missing.of(script.utterances[gap.utterance].source);
        entry["reason"] = gap.reason;
        all["gaps"].push_back(std::move(entry));
    }
    return all.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<Fingerprint> fingerprint_in(const fs::path& folder) {
    const Result<std::string> bytes = read_file(folder / "article.json");
    if (!bytes) return std::nullopt;
    const Json all = Json::parse(*bytes, nullptr, false);
    if (!all.is_object() || all.value("generator", "") != "rawi") return std::nullopt;
    Fingerprint found;
    const auto text = [](const Json& object, const char* key) -> std::string {
        const auto at = object.find(key);
        return at != object.end() && at->is_string() ? at->get<std::string>() : std::string();
    };
    if (all.contains("source") && all["source"].is_object()) {
        found.source = text(all["source"], "digest");
    }
    found.tables = text(all, "tables");
    found.options = text(all, "options");
    found.language = text(all, "language");
    found.voice = text(all, "voice");
    found.engine = text(all, "engine");
    return found;
}

}  // namespace rawi
