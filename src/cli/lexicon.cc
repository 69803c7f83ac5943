// `rawi lexicon`: what is wrong with lexica, before anything is spoken with them.
#include "wording/lexicon.h"

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

namespace rawi {

namespace {

/// The language that a lexicon is for: as asked, as it says, or by what it says.
std::string language_of(const LexiconFile& file, const std::string& asked) {
    if (!file.language.empty()) return file.language;
    if (asked != "auto" && !asked.empty()) return asked;
    std::string all;
    for (const LexiconEntry& entry : file.entries)
        all += entry.respelling + " ";
    return guess_language(all);
}

/// Lexica on their way through the lints.
class Lint {
  public:
    explicit Lint(const Order& order)
        : order_(order), languages_(order.render.data, order.render.style) {}

    Result<> add(const std::string& name) {
        RAWI_TRY(const std::string bytes, read_file(name));
        auto file = std::make_shared<LexiconFile>(read_lexicon(name, bytes));
        const std::string tag = language_of(*file, order_.render.language);
        RAWI_TRY(const Language* const language, languages_.load(tag));
        RAWI_TRY(const Phonemes phonemes, Phonemes::load(order_.render.data, tag));
        check_lexicon(*file, *language, phonemes);
        all_.add(file, tag);
        files_.push_back(std::move(file));
        return {};
    }

    /// Prints what was found; whether there are errors.
    bool report() {
        for (const Lexicon::Twin& twin : all_.twins()) {
            const bool same_file = twin.file == twin.other_file;
            LexiconFlaw flaw;
            flaw.warning = !same_file;
            flaw.error.where =
                fmt::format("{}:{}:{}", twin.file->name, twin.entry->line, twin.entry->column);
            flaw.error.message =
                same_file
                    ? fmt::format("\"{}\" stands in line {} already", twin.entry->written,
                                  twin.other->line)
                    : fmt::format("\"{}\" can never match: {} goes before it", twin.entry->written,
                                  twin.other_file->place_of(*twin.other));
            flaws_of(twin.file).push_back(std::move(flaw));
        }
        bool errors = false;
        for (const auto& file : files_) {
            std::stable_sort(
                file->flaws.begin(), file->flaws.end(),
                [](const LexiconFlaw& a, const LexiconFlaw& b) { return line_of(a) < line_of(b); });
            for (const LexiconFlaw& flaw : file->flaws) {
                print(flaw);
                errors = errors || !flaw.warning;
            }
            if (!order_.json && file->flaws.empty()) {
                std::cout << fmt::format("{}: {} entries, nothing is wrong\n", file->name,
                                         file->entries.size());
            }
        }
        return errors;
    }

  private:
    static unsigned long line_of(const LexiconFlaw& flaw) {
        const std::string& where = flaw.error.where;
        const std::size_t column = where.rfind(':');
        if (column == std::string::npos || column == 0) return 0;
        const std::size_t line = where.rfind(':', column - 1);
        if (line == std::string::npos) return 0;
        return std::strtoul(where.c_str() + line + 1, nullptr, 10);
    }

    std::vector<LexiconFlaw>& flaws_of(const LexiconFile* file) {
        const auto found = std::find_if(files_.begin(), files_.end(),
                                        [&](const auto& one) { return one.get() == file; });
        return (*found)->flaws;
    }

    void print(const LexiconFlaw& flaw) const {
        const char* const kind = flaw.warning ? "warning" : "error";
        if (order_.json) {
            std::cout << nlohmann::ordered_json({{"place", flaw.error.where},
                                                 {"kind", kind},
                                                 {"message", flaw.error.message}})
                             .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                      << '\n';
            return;
        }
        std::cout << fmt::format("{}: {}: {}\n", flaw.error.where, kind, flaw.error.message);
    }

    const Order& order_;
    Languages languages_;
    Lexicon all_;
    std::vector<std::shared_ptr<LexiconFile>> files_;
};

}  // namespace

Exit run_lexicon(const Order& order) {
    Lint lint(order);
    bool failed = false;
    for (const std::string& name : order.articles) {
        if (const Result<> added = lint.add(name); !added) {
            print_error(added.error());
            failed = true;
        }
    }
    return lint.report() || failed ? Exit::failed : Exit::done;
}

}  // namespace rawi
