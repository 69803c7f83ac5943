// Finds and reads the inputs of a run: files, folders of articles, standard input.
#include "production/inputs.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>

#include <fmt/format.h>

#include "base/file.h"
#include "reading/formats/formats.h"

namespace rawi::production {

namespace fs = std::filesystem;

namespace {

/// Whether a file next to articles says how words are said: "lexicon.tsv", "a.txt.lexicon.pls".
bool is_lexicon(const fs::path& file) {
    const std::string extension = file.extension().string();
    return (extension == ".tsv" || extension == ".pls") &&
           (file.stem() == "lexicon" || file.stem().extension() == ".lexicon" ||
            file.stem().stem() == "lexicon");
}

std::string beginning_of(const fs::path& file) {
    constexpr std::size_t enough = 4096;
    std::string bytes(enough, '\0');
    std::ifstream in(file, std::ios::binary);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

/// Adds the articles of a folder; false if there are none.
bool add_articles(const fs::path& folder, const reading::ReadOptions& options, InputList& list) {
    std::error_code problem;
    std::set<fs::path> found;
    for (fs::directory_iterator entry(folder, problem), end; !problem && entry != end;
         entry.increment(problem)) {
        found.insert(entry->path());
    }
    const std::size_t before = list.inputs.size();
    for (const fs::path& path : found) {
        if (path.filename().string().starts_with('.') || is_lexicon(path)) continue;
        if (!fs::is_regular_file(path, problem)) {
            list.notices.push_back(fmt::format(
                "{}: left out: not a file; name it to read the articles in it", path.string()));
        } else if (options.format.empty() && !reading::formats::is_article_name(path.string()) &&
                   !reading::formats::is_recognized(beginning_of(path))) {
            list.notices.push_back(
                fmt::format("{}: left out: neither its name nor its beginning is that of an "
                            "article; name it, or its format with --from, to read it",
                            path.string()));
        } else {
            list.inputs.push_back(path);
        }
    }
    return list.inputs.size() > before;
}

}  // namespace

std::string name_of_input(const fs::path& input) {
    return input == standard_input ? "standard input" : input.string();
}

Result<std::string> InputReader::read(const fs::path& input) {
    const bool standard = input == standard_input;
    if (standard && standard_input_) return *standard_input_;
    std::error_code ignored;
    if (!standard && fs::is_directory(input, ignored))
        return fail(Error::Kind::input, "there are no articles in this folder", input.string());
    std::string bytes;
    const auto take = [&](std::string_view piece) -> Result<> {
        if (stop_ && piece.empty() && stop_()) return fail(Error::Kind::interrupted, "interrupted");
        if (piece.size() > most_ - bytes.size()) {
            constexpr std::size_t megabyte = 1'000'000;
            return fail(Error::Kind::input,
                        fmt::format("this input is larger than {} MB; --max-size allows more",
                                    most_ / megabyte),
                        name_of_input(input));
        }
        bytes += piece;
        return {};
    };
    RAWI_CHECK_OK(standard ? read_standard_input(take) : read_pieces(input, take));
    if (standard) standard_input_ = bytes;
    return bytes;
}

InputList find_inputs(const std::vector<std::string>& arguments,
                      const reading::ReadOptions& options) {
    InputList list;
    for (const std::string& argument : arguments) {
        std::error_code ignored;
        const bool folder = argument != standard_input && fs::is_directory(argument, ignored);
        if (!folder || !add_articles(argument, options, list)) list.inputs.emplace_back(argument);
    }
    return list;
}

}  // namespace rawi::production
