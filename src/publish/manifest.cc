// Writes the manifest while the article is spoken, so that memory does not grow with it.
#include "publish/manifest.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "publish/json_writer.h"
#include "publish/manifest_reader.h"

namespace rawi::publish {

namespace fs = std::filesystem;
using Layout = JsonWriter::Layout;

namespace {

/// Places in the files of a document, requested in the order of its text.
class Places {
  public:
    explicit Places(const Document& document) : document_(&document) {
        for (const Part& part : document.parts)
            lines_.emplace_back(part.bytes);
    }

    /// Members of the open object: the text and, unless the reader inserted it, its origin.
    void write(Span source, JsonWriter& json) {
        json.member("text", source.of(document_->text));
        const auto origin = origin_of(*document_, source);
        if (!origin) return;
        const auto& [part, bytes] = *origin;
        const auto [line, column] = lines_[part].at(bytes.begin);
        if (part != 0) json.member("part", part);
        json.key("source");
        json.begin_array(Layout::line);
        json.value(bytes.begin);
        json.value(bytes.end);
        json.end_array();
        json.member("line", line);
        json.member("column", column);
    }

  private:
    const Document* document_;
    std::vector<utf8::LineCounter> lines_;  ///< one per part
};

/// A list of places and reasons that is collected in a file next to the manifest and moved into it
/// at the end.
class ReasonList {
  public:
    static Result<ReasonList> create(const fs::path& path, const Document& document) {
        RAWI_TRY(JsonWriter json, JsonWriter::create(path, 1));
        json.begin_array();
        return ReasonList(path, std::move(json), document);
    }
    Result<> add(Span source, std::string_view reason) {
        json_.begin_object(Layout::line);
        places_.write(source, json_);
        json_.member("reason", reason);
        json_.end_object();
        return json_.status();
    }
    /// Moves the list into the manifest.
    Result<> move_to(JsonWriter& manifest) {
        json_.end_array();
        RAWI_CHECK_OK(json_.finish());
        manifest.value_from(path_);
        std::error_code ignored;
        fs::remove(path_, ignored);
        return manifest.status();
    }

  private:
    ReasonList(fs::path path, JsonWriter json, const Document& document)
        : path_(std::move(path)), json_(std::move(json)), places_(document) {}

    fs::path path_;
    JsonWriter json_;
    Places places_;
};

class Manifest : public Publisher {
  public:
    Manifest(const Document& document, JsonWriter json, ReasonList skips, ReasonList gaps)
        : json_(std::move(json)),
          sentences_(document),
          words_(document),
          skips_(std::move(skips)),
          gaps_(std::move(gaps)) {}

    Result<> write_head(const Article& article);
    Result<> open_chapter(const Chapter& chapter) override;
    Result<> add(const Utterance& utterance, const Timing& timing) override;
    Result<> gap(const Utterance& utterance, const Timing& timing,
                 std::string_view reason) override;
    Result<> skip(const Skip& skip) override {
        return skips_.add(skip.source, describe_reason(skip));
    }
    Result<> close_chapter(const Chapter& chapter) override;
    Result<> finish() override;

  private:
    void write_word(const Word& word, const Cue& cue);

    JsonWriter json_;
    Places sentences_, words_;
    ReasonList skips_, gaps_;
};

Result<> Manifest::write_head(const Article& article) {
    const Metadata& about = article.document.metadata;
    const Fingerprint& print = article.fingerprint;
    json_.begin_object();
    json_.member("generator", "rawi");
    json_.member("version", manifest_version);
    json_.member("title", about.title);
    if (!about.author.empty()) json_.member("author", about.author);
    json_.member("language", print.language);
    json_.member("voice", print.voice);
    json_.member("engine", print.engine);
    json_.member("engineData", print.engine_data);
    json_.member("tables", print.tables);
    json_.key("options");
    json_.begin_array();
    for (const std::string& option : print.options)
        json_.value(option);
    json_.end_array();
    json_.key("sources");
    json_.begin_array();
    for (const Source& source : print.sources) {
        json_.begin_object(Layout::line);
        json_.member("name", source.name);
        json_.member("digest", source.digest);
        json_.end_object();
    }
    json_.end_array();
    json_.key("chapters");
    json_.begin_array();
    return json_.status();
}

Result<> Manifest::open_chapter(const Chapter& chapter) {
    json_.begin_object();
    json_.member("file", chapter.file);
    json_.member("format", chapter.format);
    json_.member("title", chapter.title);
    json_.member("level", chapter.level);
    json_.member("rate", chapter.rate);
    json_.key("sentences");
    json_.begin_array();
    return json_.status();
}

void Manifest::write_word(const Word& word, const Cue& cue) {
    json_.begin_object(Layout::line);
    words_.write(word.source, json_);
    json_.member("spoken", word.spoken);
    json_.member("class", name_of(word.semiotic_class));
    if (!word.language.empty()) json_.member("language", word.language);
    json_.member("begin", cue.begin);
    json_.member("end", cue.end);
    if (word.silence > 0) json_.member("silence", word.silence);
    json_.end_object();
}

Result<> Manifest::add(const Utterance& utterance, const Timing& timing) {
    json_.begin_object(Layout::line);
    sentences_.write(utterance.source, json_);
    json_.member("begin", timing.sentence.begin);
    json_.member("end", timing.sentence.end);
    if (utterance.silence_before > 0) json_.member("silenceBefore", utterance.silence_before);
    json_.key("words");
    json_.begin_array();
    for (std::size_t i = 0; i < utterance.words.size(); ++i)
        write_word(utterance.words[i], timing.words[i]);
    json_.end_array();
    json_.end_object();
    return json_.status();
}

Result<> Manifest::gap(const Utterance& utterance, const Timing& timing, std::string_view reason) {
    RAWI_CHECK_OK(gaps_.add(utterance.source, reason));
    return add(utterance, timing);
}

Result<> Manifest::close_chapter(const Chapter& chapter) {
    json_.end_array();
    json_.member("frames", chapter.length);
    json_.member("seconds", static_cast<double>(chapter.length) / std::max(1, chapter.rate));
    json_.end_object();
    return json_.status();
}

Result<> Manifest::finish() {
    json_.end_array();
    json_.key("skipped");
    RAWI_CHECK_OK(skips_.move_to(json_));
    json_.key("gaps");
    RAWI_CHECK_OK(gaps_.move_to(json_));
    json_.end_object();
    return json_.finish();
}

}  // namespace

Result<std::unique_ptr<Publisher>> make_manifest(const Article& article) {
    RAWI_TRY(JsonWriter json, JsonWriter::create(article.folder / manifest_name));
    RAWI_TRY(ReasonList skips, ReasonList::create(article.folder / ".skipped", article.document));
    RAWI_TRY(ReasonList gaps, ReasonList::create(article.folder / ".gaps", article.document));
    auto manifest = std::make_unique<Manifest>(article.document, std::move(json), std::move(skips),
                                               std::move(gaps));
    RAWI_CHECK_OK(manifest->write_head(article));
    return manifest;
}

}  // namespace rawi::publish
