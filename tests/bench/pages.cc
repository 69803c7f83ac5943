// How long web pages take to read, next to Gumbo alone on the same bytes.
// usage: bench_pages PAGE...           the medians over the pages
//        bench_pages --made            a page of 10 MB, and one of 100,000 nested tags
// Pages are UTF-8. Each is read eleven times in turn with Gumbo; its median counts.
#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <vector>

#include <fmt/format.h>
#include <gumbo.h>

#include "base/file.h"
#include "reading/formats/formats.h"

namespace {

constexpr std::size_t runs = 11;

double milliseconds_of(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

double median_of(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void parse_with_gumbo(std::string_view page) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    gumbo_destroy_output(&options, gumbo_parse_with_options(&options, page.data(), page.size()));
}

void read_with_rawi(std::string_view page, const rawi::reading::ReadingTables& tables) {
    const auto article =
        rawi::reading::formats::read_document("a.html", page, {.format = "html"}, tables);
    if (!article) fmt::print(stderr, "{}\n", article.error().message);
}

/// An article of this size, in bytes.
std::string long_page(std::size_t size) {
    std::string page = "<!DOCTYPE html><html lang=en><title>Rain</title><article><h1>Rain</h1>";
    for (int i = 0; page.size() < size; ++i)
        page += fmt::format(
            "<p class=\"text p{}\">It rained on day {}, and the <a href=\"/river\">river</a> rose "
            "by {} "
            "metres, the <em>council</em> said, before it fell again.</p>\n",
            i, i, i % 10);
    return page + "</article></html>";
}

std::string nested_page(std::size_t depth) {
    std::string page = "<p>It rained all day, and the river rose, the council said.</p>";
    for (std::size_t i = 0; i < depth; ++i)
        page += "<div>";
    return page + "text";
}

void report_made(const rawi::reading::ReadingTables& tables) {
    constexpr std::size_t ten_megabytes = 10'000'000, deep = 100'000;
    const std::string nested = nested_page(deep), large = long_page(ten_megabytes);
    const double of_nested = milliseconds_of([&] { read_with_rawi(nested, tables); });
    const double of_large = milliseconds_of([&] { read_with_rawi(large, tables); });
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    fmt::print("{} nested tags: {:.0f} ms\n10 MB: {:.0f} ms, at most {} MB of memory\n", deep,
               of_nested, of_large, used.ru_maxrss / 1000);
}

void report_pages(const std::vector<std::string>& pages,
                  const rawi::reading::ReadingTables& tables) {
    std::vector<double> ours, gumbos, ratios;
    for (const std::string& page : pages) {
        std::vector<double> own, alone;
        for (std::size_t run = 0; run < runs; ++run) {
            own.push_back(milliseconds_of([&] { read_with_rawi(page, tables); }));
            alone.push_back(milliseconds_of([&] { parse_with_gumbo(page); }));
        }
        ours.push_back(median_of(own));
        gumbos.push_back(median_of(alone));
        ratios.push_back(ours.back() / gumbos.back());
    }
    fmt::print("{} pages: {:.2f} ms, Gumbo alone {:.2f} ms, ratio {:.2f} (medians)\n", pages.size(),
               median_of(ours), median_of(gumbos), median_of(ratios));
}

}  // namespace

int main(int count, char** arguments) {
    const auto tables = rawi::reading::load_reading_tables(RAWI_SOURCE "/voices");
    if (!tables) return 1;
    std::vector<std::string> pages;
    for (int i = 1; i < count; ++i) {
        if (std::string_view(arguments[i]) == "--made") {
            report_made(*tables);
        } else if (auto bytes = rawi::read_file(arguments[i])) {
            pages.push_back(*std::move(bytes));
        } else {
            fmt::print(stderr, "{}\n", bytes.error().message);
            return 1;
        }
    }
    if (!pages.empty()) report_pages(pages, *tables);
    return 0;
}
