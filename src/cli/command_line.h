#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "production/producer.h"
#include "wording/language.h"
#include "wording/overrides/override_finder.h"

namespace rawi::cli {

/// Exit codes of the program.
enum class Exit : int { done = 0, failed = 1, usage = 2, gaps = 3, interrupted = 130 };

/// A parsed command line.
struct CommandLine {
    enum class Command { render, text, explain, lexicon, voices };
    Command command = Command::render;
    std::vector<std::string> articles;
    production::RenderOptions render;
    std::string stage = "spoken";   ///< --stage: document, sentences, spoken, vowelled, phonemes
    bool endings_given = false;     ///< whether --endings was given
    bool lines = false;             ///< --lines: each line is a separate article
    bool unknown = false;           ///< --unknown: list the words that may be wrong
    std::string progress = "auto";  ///< --progress: auto, bar, lines, none
    bool quiet = false;
    bool json = false;
};

/// Parses the command line. Returns nothing, and sets `code`, if help or the version was printed or
/// the command line is wrong.
std::optional<CommandLine> parse_command_line(int argc, char** argv, Exit& code);

Exit run_render(const CommandLine& args);
Exit run_text(const CommandLine& asked);
/// Prints why each word is said the way it is or, if `args.unknown`, the words that may be wrong.
void print_explanations(const CommandLine& args, production::PreparedArticle& prepared);
/// Explains a line that is a separate article. As JSON the output is one line, a list.
void print_line_explained(const CommandLine& args, const Document& document,
                          const wording::Language& language,
                          const wording::overrides::Overrides& overrides);
/// `rawi lexicon`: reports errors and warnings in lexicon files; Exit::failed if there are errors.
Exit run_lexicon(const CommandLine& args);
Exit run_voices(const CommandLine& args);

/// Runs the program and returns its exit code.
int run(int argc, char** argv);

}  // namespace rawi::cli
