#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "production/producer.h"
#include "speech/voice.h"

namespace rawi {

/// What the program tells the shell.
enum class Exit : int { done = 0, failed = 1, usage = 2, gaps = 3, interrupted = 130 };

/// A command line, understood.
struct Order {
    enum class Command { render, text, explain, lexicon, voices, worker };
    Command command = Command::render;
    std::vector<std::string> articles;
    production::RenderOptions render;
    speech::Voice worker;           ///< of a worker
    std::string stage = "spoken";   ///< of text: document, sentences, spoken, vowelled, phonemes
    bool endings_given = false;     ///< --endings
    bool lines = false;             ///< of text: each line an article of its own
    bool unknown = false;           ///< of text: the words that may be wrong
    std::string progress = "auto";  ///< bar, lines, none
    bool quiet = false;
    bool json = false;
};

/// Reads the command line. Nothing: help or the version was printed, or the line was wrong (then
/// `code` says which).
std::optional<Order> parse_command_line(int argc, char** argv, Exit& code);

Exit run_render(const Order& order);
Exit run_text(const Order& asked);
/// Prints why each word is said as it is, or, where `order.unknown`, the words that may be wrong.
void print_explanations(const Order& order, production::PreparedArticle& prepared);
/// The same for a line that is an article of its own; as JSON it is one line, a list.
void print_line_explained(const Order& order, const Document& document, const Language& language,
                          const Guidance& guidance);
/// `rawi lexicon`: what is wrong with lexica; exit code 1 where there are errors.
Exit run_lexicon(const Order& order);
Exit run_voices(const Order& order);

/// The program: returns its exit code.
int run(int argc, char** argv);

}  // namespace rawi
