#include "publish/json_writer.h"

#include <cmath>
#include <filesystem>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/file.h"

namespace rawi::publish {
namespace {

namespace fs = std::filesystem;
using Layout = JsonWriter::Layout;

/// A file that goes when the test does.
class TemporaryFile {
  public:
    explicit TemporaryFile(const char* name)
        : path_(fs::temp_directory_path() / fmt::format("rawi-{}-{}", name, ::getpid())) {}
    ~TemporaryFile() { fs::remove(path_); }
    const fs::path& path() const { return path_; }
    std::string text() const { return read_file(path_).value(); }

  private:
    fs::path path_;
};

/// What `write` writes.
template <class Write>
std::string written(const Write& write) {
    const TemporaryFile file("json");
    JsonWriter json = JsonWriter::create(file.path()).value();
    write(json);
    EXPECT_TRUE(json.finish());
    return file.text();
}

TEST(JsonWriter, LaysOutMembersAsRequested) {
    EXPECT_EQ(
        written([](JsonWriter& json) {
            json.begin_object();
            json.member("name", "a");
            json.key("rows");
            json.begin_array();
            json.begin_object(Layout::line);
            json.member("x", 1);
            json.member("y", -2);
            json.end_object();
            json.begin_array(Layout::line);
            json.end_array();
            json.end_array();
            json.key("none");
            json.begin_array();
            json.end_array();
            json.end_object();
        }),
        "{\n \"name\": \"a\",\n \"rows\": [\n  {\"x\":1,\"y\":-2},\n  []\n ],\n \"none\": []\n}\n");
}

TEST(JsonWriter, WritesNumbersThatReadBackTheSame) {
    EXPECT_EQ(written([](JsonWriter& json) {
                  json.begin_array(Layout::line);
                  json.value(2.0);
                  json.value(0.1);
                  json.value(1e300);
                  json.value(std::numeric_limits<double>::infinity());
                  json.value(std::nan(""));
                  json.value(std::numeric_limits<std::int64_t>::min());
                  json.end_array();
              }),
              "[2.0,0.1,1e+300,null,null,-9223372036854775808]\n");
}

TEST(JsonWriter, EscapesWhatJsonRequires) {
    EXPECT_EQ(written([](JsonWriter& json) {
                  json.begin_array(Layout::line);
                  json.value("\"\\\b\f\n\r\t\x01\x7F/é");
                  json.value(std::string_view("\0", 1));
                  json.value(
                      "\xFF"
                      "a\xC3");
                  json.end_array();
              }),
              "[\"\\\"\\\\\\b\\f\\n\\r\\t\\u0001\x7F/é\",\"\\u0000\",\"\uFFFDa\uFFFD\"]\n");
}

RC_GTEST_PROP(JsonWriter, TextsReadBackTheSame, (const std::vector<std::string>& texts)) {
    const std::string text = written([&](JsonWriter& json) {
        json.begin_array();
        for (const std::string& one : texts)
            json.value(one);
        json.end_array();
    });
    using Json = nlohmann::json;
    Json expected = Json::array();
    for (const std::string& one : texts)
        expected.push_back(
            Json::parse(Json(one).dump(-1, ' ', false, Json::error_handler_t::replace)));
    RC_ASSERT(Json::parse(text) == expected);
}

TEST(JsonWriter, CopiesAValueFromAnotherFile) {
    const TemporaryFile part("json-part");
    JsonWriter inner = JsonWriter::create(part.path(), 1).value();
    inner.begin_array();
    const std::string text(100'000, 'x');  // more than a buffer
    inner.value(text);
    inner.value(text + "\n");
    inner.end_array();
    ASSERT_TRUE(inner.finish());
    EXPECT_EQ(
        written([&](JsonWriter& json) {
            json.begin_object();
            json.key("part");
            json.value_from(part.path());
            json.member("next", 1);
            json.end_object();
        }),
        "{\n \"part\": [\n  \"" + text + "\",\n  \"" + text + "\\n\"\n ],\n \"next\": 1\n}\n");
}

TEST(JsonWriter, ReportsWhatCannotBeReadOrWritten) {
    const TemporaryFile file("json");
    JsonWriter json = JsonWriter::create(file.path()).value();
    json.begin_array();
    json.value_from("/nowhere/at/all");
    json.value(1);
    json.end_array();
    ASSERT_FALSE(json.status());
    EXPECT_EQ(json.finish().error().message,
              "cannot read \"/nowhere/at/all\": No such file or directory");
    EXPECT_FALSE(JsonWriter::create("/nowhere/at/all"));
    JsonWriter full = JsonWriter::create("/dev/full").value();
    full.begin_array();
    full.value(std::string(100'000, 'x'));
    EXPECT_EQ(full.status().error().message, "cannot write \"/dev/full\": No space left on device");
}

}  // namespace
}  // namespace rawi::publish
