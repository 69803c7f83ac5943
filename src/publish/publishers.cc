// The table of publishers, and a publisher that combines several.
#include "publish/publishers.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "publish/manifest.h"
#include "publish/vowelled_text.h"

namespace rawi::publish {

namespace {

constexpr std::array table = {
    Row{.name = "manifest",
        .what = "when each word is heard, in article.json; always written",
        .make = make_manifest,
        .always = true},
    Row{.name = "vowelled",
        .what = "the text with its vowels, in vowelled.txt",
        .make = make_vowelled_text},
};

class All : public Publisher {
  public:
    explicit All(std::vector<std::unique_ptr<Publisher>> publishers)
        : publishers_(std::move(publishers)) {}

    Result<> open_chapter(const Chapter& chapter) override {
        return each([&](Publisher& one) { return one.open_chapter(chapter); });
    }
    Result<> add(const Utterance& utterance, const Timing& timing) override {
        return each([&](Publisher& one) { return one.add(utterance, timing); });
    }
    Result<> gap(const Utterance& utterance, const Timing& timing,
                 std::string_view reason) override {
        return each([&](Publisher& one) { return one.gap(utterance, timing, reason); });
    }
    Result<> skip(const Skip& skip) override {
        return each([&](Publisher& one) { return one.skip(skip); });
    }
    Result<> close_chapter(const Chapter& chapter) override {
        return each([&](Publisher& one) { return one.close_chapter(chapter); });
    }
    Result<> finish() override {
        return each([](Publisher& one) { return one.finish(); });
    }

  private:
    template <class Call>
    Result<> each(const Call& call) {
        for (const std::unique_ptr<Publisher>& one : publishers_)
            RAWI_CHECK_OK(call(*one));
        return {};
    }

    std::vector<std::unique_ptr<Publisher>> publishers_;
};

std::string list_names(std::span<const Row> rows) {
    std::string names;
    for (const Row& row : rows)
        names += fmt::format("{}, ", row.name);
    return names + "all";
}

}  // namespace

std::span<const Row> publishers() {
    return table;
}

Result<std::vector<Row>> choose(std::span<const Row> rows, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
        const bool known = name == "all" || std::any_of(rows.begin(), rows.end(), [&](auto& row) {
                               return row.name == name;
                           });
        if (known) continue;
        return fail(Error::Kind::usage,
                    fmt::format("\"{}\" is not a publisher; the publishers are: {}", name,
                                list_names(rows)));
    }
    const auto asked = [&](const Row& row) {
        return row.always || std::any_of(names.begin(), names.end(), [&](const std::string& name) {
                   return name == "all" || name == row.name;
               });
    };
    std::vector<Row> chosen;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(chosen), asked);
    return chosen;
}

Result<std::unique_ptr<Publisher>> make_all(const std::vector<Row>& rows, const Article& article) {
    std::vector<std::unique_ptr<Publisher>> made;
    for (const Row& row : rows) {
        RAWI_TRY(std::unique_ptr<Publisher> one, row.make(article));
        made.push_back(std::move(one));
    }
    return std::make_unique<All>(std::move(made));
}

}  // namespace rawi::publish
