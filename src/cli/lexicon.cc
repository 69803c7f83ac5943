// `rawi lexicon`: checks lexicon files before anything is spoken with them.
#include "wording/lexicon/lexicon.h"

#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/file.h"
#include "cli/command_line.h"
#include "cli/messages.h"
#include "languages/languages.h"
#include "reading/detection/scripts.h"
#include "wording/language.h"
#include "wording/lexicon/lexicon_file.h"
#include "wording/lexicon/phonemes.h"

namespace rawi::cli {

namespace {

/// The language of a lexicon: the one that the file specifies, else the one on the command line,
/// else guessed from the script of its respellings, which are not words of a language.
Result<std::string> language_of(const wording::lexicon::LexiconFile& file, const std::string& asked,
                                production::Resources& resources) {
    if (!file.language.empty()) return file.language;
    if (asked != "auto" && !asked.empty()) return asked;
    std::string all;
    for (const wording::lexicon::LexiconEntry& entry : file.entries)
        all += entry.respelling + " ";
    RAWI_TRY(const reading::detection::Detector* const detector, resources.detector());
    return reading::detection::language_of_script(detector->guess(all).script);
}

/// Checks files one by one and against each other.
class Lint {
  public:
    explicit Lint(const CommandLine& args) : args_(args), resources_(args.render) {}

    Result<> add(const std::string& name) {
        RAWI_TRY(const std::string bytes, read_file(name));
        auto file = std::make_shared<wording::lexicon::LexiconFile>(
            wording::lexicon::read_lexicon(name, bytes));
        RAWI_TRY(const std::string tag, language_of(*file, args_.render.language, resources_));
        RAWI_TRY(const wording::Language* const language, resources_.language(tag));
        RAWI_TRY(const wording::lexicon::Phonemes* const phonemes, resources_.phonemes(tag));
        wording::lexicon::check_lexicon(*file, *language, *phonemes);
        all_.add(file, tag);
        files_.push_back(std::move(file));
        return {};
    }

    /// Prints all errors and warnings; returns whether there are errors.
    bool report() {
        for (const wording::lexicon::Lexicon::Duplicate& twin : all_.duplicates()) {
            const bool same_file = twin.file == twin.other_file;
            wording::lexicon::LexiconFlaw flaw;
            flaw.warning = !same_file;
            flaw.error.where =
                fmt::format("{}:{}:{}", twin.file->name, twin.entry->line, twin.entry->column);
            flaw.error.message =
                same_file
                    ? fmt::format("\"{}\" is already defined in line {}", twin.entry->written,
                                  twin.other->line)
                    : fmt::format("\"{}\" can never match: {} takes precedence",
                                  twin.entry->written, twin.other_file->place_of(*twin.other));
            flaws_of(twin.file).push_back(std::move(flaw));
        }
        bool errors = false;
        for (const auto& file : files_) {
            std::stable_sort(
                file->flaws.begin(), file->flaws.end(),
                [](const wording::lexicon::LexiconFlaw& a, const wording::lexicon::LexiconFlaw& b) {
                    return line_of(a) < line_of(b);
                });
            for (const wording::lexicon::LexiconFlaw& flaw : file->flaws) {
                print(flaw);
                errors = errors || !flaw.warning;
            }
            if (!args_.json && file->flaws.empty()) {
                const std::size_t count = file->entries.size();
                std::cout << fmt::format("{}: {} {}, no problems found\n", file->name, count,
                                         count == 1 ? "entry" : "entries");
            }
        }
        return errors;
    }

  private:
    static unsigned long line_of(const wording::lexicon::LexiconFlaw& flaw) {
        const std::string& where = flaw.error.where;
        const std::size_t column = where.rfind(':');
        if (column == std::string::npos || column == 0) return 0;
        const std::size_t line = where.rfind(':', column - 1);
        if (line == std::string::npos) return 0;
        return std::strtoul(where.c_str() + line + 1, nullptr, 10);
    }

    std::vector<wording::lexicon::LexiconFlaw>& flaws_of(
        const wording::lexicon::LexiconFile* file) {
        const auto found = std::find_if(files_.begin(), files_.end(),
                                        [&](const auto& one) { return one.get() == file; });
        return (*found)->flaws;
    }

    void print(const wording::lexicon::LexiconFlaw& flaw) const {
        const char* const kind = flaw.warning ? "warning" : "error";
        if (args_.json) {
            std::cout << nlohmann::ordered_json({{"place", flaw.error.where},
                                                 {"kind", kind},
                                                 {"message", flaw.error.message}})
                             .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                      << '\n';
            return;
        }
        std::cout << fmt::format("{}: {}: {}\n", flaw.error.where, kind, flaw.error.message);
    }

    const CommandLine& args_;
    production::Resources resources_;
    wording::lexicon::Lexicon all_;
    std::vector<std::shared_ptr<wording::lexicon::LexiconFile>> files_;
};

}  // namespace

Exit run_lexicon(const CommandLine& args) {
    Lint lint(args);
    bool failed = false;
    for (const std::string& name : args.articles) {
        if (const Result<> added = lint.add(name); !added) {
            print_error(added.error());
            failed = true;
        }
    }
    return lint.report() || failed ? Exit::failed : Exit::done;
}

}  // namespace rawi::cli
