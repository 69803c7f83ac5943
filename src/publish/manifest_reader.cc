// Reads earlier manifests to find out whether the output is up to date.
#include "publish/manifest_reader.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <system_error>
#include <vector>

namespace rawi::publish {

namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

/// Reads a manifest without storing it; the derived class stores what it needs.
class Reader : public nlohmann::json_sax<Json> {
  public:
    bool null() override { return true; }
    bool boolean(bool /*value*/) override { return true; }
    bool number_integer(number_integer_t /*value*/) override { return true; }
    bool number_unsigned(number_unsigned_t /*value*/) override { return true; }
    bool number_float(number_float_t /*value*/, const string_t& /*text*/) override { return true; }
    bool binary(binary_t& /*value*/) override { return true; }
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

  protected:
    std::string key_;  ///< the most recent one
    int depth_ = 0;    ///< of nested objects
};

/// Stores everything before the chapters, and stops there.
class HeadReader : public Reader {
  public:
    bool ours() const { return generator_ == "rawi"; }
    int version() const { return version_; }
    Fingerprint& fingerprint() { return found_; }

    bool number_unsigned(number_unsigned_t value) override {
        if (depth_ == 1 && key_ == "version") version_ = static_cast<int>(value);
        return true;
    }
    bool string(string_t& value) override {
        if (std::string* const place = wanted()) *place = value;
        if (depth_ == 1 && key_ == "options") found_.options.push_back(value);
        return true;
    }
    bool start_object(std::size_t elements) override {
        if (depth_ == 1 && key_ == "sources") found_.sources.emplace_back();
        return Reader::start_object(elements) && depth_ < 3;
    }
    bool end_object() override {
        if (depth_ == 2) key_ = "sources";  // there may be several sources
        return Reader::end_object();
    }
    bool key(string_t& name) override { return Reader::key(name) && name != "chapters"; }

  private:
    std::string* wanted() {
        if (depth_ == 2 && !found_.sources.empty()) {
            Source& source = found_.sources.back();
            if (key_ == "name") return &source.name;
            return key_ == "digest" ? &source.digest : nullptr;
        }
        if (depth_ != 1) return nullptr;
        if (key_ == "generator") return &generator_;
        if (key_ == "language") return &found_.language;
        if (key_ == "voice") return &found_.voice;
        if (key_ == "engine") return &found_.engine;
        if (key_ == "engineData") return &found_.engine_data;
        return key_ == "tables" ? &found_.tables : nullptr;
    }

    Fingerprint found_;
    std::string generator_;
    int version_ = 0;
};

/// Stores the names of the chapters' files.
class FilesReader : public Reader {
  public:
    const std::vector<std::string>& files() const { return files_; }
    bool string(string_t& value) override {
        if (depth_ == 2 && key_ == "file") files_.push_back(value);
        return true;
    }

  private:
    std::vector<std::string> files_;
};

HeadReader read_head(const fs::path& folder) {
    HeadReader reader;
    std::ifstream file(folder / manifest_name, std::ios::binary);
    if (file) Json::sax_parse(file, &reader, Json::input_format_t::json, false);
    return reader;
}

}  // namespace

bool is_ours(const fs::path& folder) {
    return read_head(folder).ours();
}

std::optional<Fingerprint> fingerprint_in(const fs::path& folder) {
    HeadReader head = read_head(folder);
    if (!head.ours() || head.version() != manifest_version) return std::nullopt;
    return std::move(head.fingerprint());
}

bool is_whole(const fs::path& folder) {
    std::ifstream file(folder / manifest_name, std::ios::binary);
    FilesReader reader;
    if (!file || !Json::sax_parse(file, &reader)) return false;
    return std::all_of(reader.files().begin(), reader.files().end(), [&](const std::string& name) {
        std::error_code ignored;
        return fs::is_regular_file(folder / name, ignored);
    });
}

}  // namespace rawi::publish
