// article.json: what was made, of what, and when each word of it is heard.
#include "production/manifest.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <utility>

#include <fmt/format.h>

namespace rawi::production {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

constexpr int schema_version = 1;
constexpr std::size_t buffer_size = 1U << 16U;
constexpr const char* manifest_name = "article.json";

std::string text_of(const Json& json, int indent = -1) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

/// The place of a span of Document::text in the article's file.
Json place_of(const Document& document, Span source, utf8::LineCounter& lines) {
    Json place;
    place["text"] = source.of(document.text);
    if (const auto origin = origin_of(document, source)) {
        const auto [line, column] = lines.at(origin->second.begin);
        place["source"] = {origin->second.begin, origin->second.end};
        place["line"] = line;
        place["column"] = column;
    }
    return place;
}

std::string_view bytes_of(const Document& document) {
    return document.parts.empty() ? std::string_view() : document.parts.front().bytes;
}

/// Keeps the strings at the top of a manifest (and in its "source"), and stops at its chapters.
class FingerprintReader : public nlohmann::json_sax<Json> {
  public:
    std::optional<Fingerprint> found() const {
        if (generator_ != "rawi") return std::nullopt;
        return found_;
    }
    bool null() override { return true; }
    bool boolean(bool /*value*/) override { return true; }
    bool number_integer(number_integer_t /*value*/) override { return true; }
    bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
    bool binary(binary_t& /*value*/) override { return true; }
    bool string(string_t& value) override {
        if (std::string* const place = wanted()) *place = value;
        return true;
    }
    bool start_object(std::size_t /*elements*/) override { return ++depth_ < 3; }
    bool end_object() override {
        --depth_;
        return true;
    }
    bool start_array(std::size_t /*elements*/) override { return false; }
    bool end_array() override { return true; }
    bool key(string_t& name) override {
        key_ = name;
        return name != "chapters";
    }
    bool parse_error(std::size_t /*at*/, const std::string& /*token*/,
                     const nlohmann::detail::exception& /*error*/) override {
        return false;
    }

  private:
    std::string* wanted() {
        if (depth_ == 2) return key_ == "digest" ? &found_.source : nullptr;
        if (key_ == "generator") return &generator_;
        if (key_ == "tables") return &found_.tables;
        if (key_ == "options") return &found_.options;
        if (key_ == "language") return &found_.language;
        if (key_ == "voice") return &found_.voice;
        return key_ == "engine" ? &found_.engine : nullptr;
    }

    Fingerprint found_;
    std::string generator_, key_;
    int depth_ = 0;
};

/// The names of the chapters' files.
class FilesReader : public nlohmann::json_sax<Json> {
  public:
    const std::vector<std::string>& files() const { return files_; }
    bool null() override { return true; }
    bool boolean(bool /*value*/) override { return true; }
    bool number_integer(number_integer_t /*value*/) override { return true; }
    bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
    bool binary(binary_t& /*value*/) override { return true; }
    bool string(string_t& value) override {
        if (depth_ == 2 && key_ == "file") files_.push_back(value);
        return true;
    }
    bool start_object(std::size_t /*elements*/) override { return ++depth_ > 0; }
    bool end_object() override { return --depth_ >= 0; }
    bool start_array(std::size_t /*elements*/) override { return true; }
    bool end_array() override { return true; }
    bool key(string_t& name) override {
        key_ = name;
        return true;
    }
    bool parse_error(std::size_t /*at*/, const std::string& /*token*/,
                     const nlohmann::detail::exception& /*error*/) override {
        return false;
    }

  private:
    std::vector<std::string> files_;
    std::string key_;
    int depth_ = 0;
};

}  // namespace

bool is_whole(const fs::path& folder) {
    std::ifstream file(folder / manifest_name, std::ios::binary);
    FilesReader reader;
    if (!file || !Json::sax_parse(file, &reader)) return false;
    return std::all_of(reader.files().begin(), reader.files().end(), [&](const std::string& name) {
        std::error_code ignored;
        return fs::is_regular_file(folder / name, ignored);
    });
}

ManifestWriter::ManifestWriter(const Document& document, OutputFile file, Aside skips, Aside gaps)
    : document_(&document),
      file_(std::move(file)),
      sentences_(bytes_of(document)),
      words_(bytes_of(document)),
      skips_(std::move(skips)),
      gaps_(std::move(gaps)) {}

Result<ManifestWriter::Aside> ManifestWriter::aside(const fs::path& path,
                                                    const Document& document) {
    RAWI_TRY(OutputFile file, OutputFile::create(path));
    return Aside{.path = path,
                 .file = std::move(file),
                 .lines = utf8::LineCounter(bytes_of(document)),
                 .empty = true};
}

Result<ManifestWriter> ManifestWriter::create(const fs::path& folder,
                                              const Fingerprint& fingerprint,
                                              const Document& document) {
    RAWI_TRY(OutputFile file, OutputFile::create(folder / manifest_name));
    RAWI_TRY(Aside skips, aside(folder / ".skipped", document));
    RAWI_TRY(Aside gaps, aside(folder / ".gaps", document));
    Json head;
    head["generator"] = "rawi";
    head["version"] = schema_version;
    head["title"] = document.metadata.title;
    if (!document.metadata.author.empty()) head["author"] = document.metadata.author;
    head["language"] = fingerprint.language;
    head["voice"] = fingerprint.voice;
    head["engine"] = fingerprint.engine;
    head["source"] = {{"name", document.parts.empty() ? "" : document.parts.front().name},
                      {"digest", fingerprint.source}};
    head["tables"] = fingerprint.tables;
    head["options"] = fingerprint.options;
    std::string text = text_of(head, 1);
    text.resize(text.rfind("\n}"));
    ManifestWriter writer(document, std::move(file), std::move(skips), std::move(gaps));
    RAWI_CHECK_OK(writer.write(text + ",\n \"chapters\": ["));
    return writer;
}

Result<> ManifestWriter::write(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() < buffer_size) return {};
    RAWI_CHECK_OK(file_.write(buffer_));
    buffer_.clear();
    return {};
}

Result<> ManifestWriter::open_chapter(const Chapter& chapter) {
    first_sentence_ = true;
    return write(fmt::format(
        "{}\n  {{\"file\": {}, \"title\": {}, \"level\": 1, \"rate\": {}, \"sentences\": [",
        chapters_++ == 0 ? "" : ",", text_of(chapter.file), text_of(chapter.title), chapter.rate));
}

Result<> ManifestWriter::add(const Utterance& utterance, const Timing& timing) {
    Json sentence = place_of(*document_, utterance.source, sentences_);
    sentence["begin"] = timing.sentence.begin;
    sentence["end"] = timing.sentence.end;
    if (utterance.silence_before > 0) sentence["silenceBefore"] = utterance.silence_before;
    std::string text = text_of(sentence);
    text.back() = ',';
    text += "\"words\":[";
    for (std::size_t i = 0; i < utterance.words.size(); ++i) {
        const Word& word = utterance.words[i];
        Json entry = place_of(*document_, word.source, words_);
        entry["spoken"] = word.spoken;
        entry["class"] = word.kind;
        if (!word.language.empty()) entry["language"] = word.language;
        entry["begin"] = timing.words[i].begin;
        entry["end"] = timing.words[i].end;
        if (word.silence > 0) entry["silence"] = word.silence;
        text += (i == 0 ? "\n    " : ",\n    ") + text_of(entry);
    }
    const bool first = std::exchange(first_sentence_, false);
    return write((first ? "\n   " : ",\n   ") + text + "]}");
}

Result<> ManifestWriter::close_chapter(const Chapter& chapter) {
    return write(
        fmt::format("],\n   \"frames\": {}, \"seconds\": {}}}", chapter.length,
                    text_of(static_cast<double>(chapter.length) / std::max(1, chapter.rate))));
}

Result<> ManifestWriter::note(Aside& list, Span source, std::string_view reason) {
    Json entry = place_of(*document_, source, list.lines);
    entry["reason"] = reason;
    const bool first = std::exchange(list.empty, false);
    return list.file.write((first ? "\n  " : ",\n  ") + text_of(entry));
}

Result<> ManifestWriter::add(const Skip& skip) {
    return note(skips_, skip.source, skip.reason);
}

Result<> ManifestWriter::add_gap(const Utterance& utterance, std::string_view reason) {
    return note(gaps_, utterance.source, reason);
}

Result<> ManifestWriter::append(Aside& list) {
    RAWI_CHECK_OK(list.file.close());
    std::ifstream entries(list.path, std::ios::binary);
    std::string part(buffer_size, '\0');
    while (entries.read(part.data(), static_cast<std::streamsize>(part.size())),
           entries.gcount() > 0) {
        RAWI_CHECK_OK(
            write(std::string_view(part).substr(0, static_cast<std::size_t>(entries.gcount()))));
    }
    std::error_code ignored;
    fs::remove(list.path, ignored);
    return {};
}

Result<> ManifestWriter::finish() {
    RAWI_CHECK_OK(write("],\n \"skipped\": ["));
    RAWI_CHECK_OK(append(skips_));
    RAWI_CHECK_OK(write("],\n \"gaps\": ["));
    RAWI_CHECK_OK(append(gaps_));
    RAWI_CHECK_OK(write("]\n}\n"));
    RAWI_CHECK_OK(file_.write(buffer_));
    return file_.close();
}

std::optional<Fingerprint> fingerprint_in(const fs::path& folder) {
    std::ifstream file(folder / manifest_name, std::ios::binary);
    if (!file) return std::nullopt;
    FingerprintReader reader;
    Json::sax_parse(file, &reader, Json::input_format_t::json, false);
    return reader.found();
}

}  // namespace rawi::production
