// `rawi render` and `rawi voices`: progress, one line of output per article, exit codes.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <malloc.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "cli/command_line.h"
#include "cli/messages.h"
#include "production/inputs.h"
#include "speech/engines/engines.h"

namespace rawi::cli {

namespace {

volatile std::sig_atomic_t interrupted = 0;

extern "C" void note_signal(int /*signal*/) {
    interrupted = 1;
}

void catch_signals() {
    struct sigaction action {};
    action.sa_handler = note_signal;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        sigaction(signal, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

/// Keeps freed memory for reuse. Each sentence needs about half a megabyte; returning it to the
/// system and requesting it again takes as long as copying it.
void keep_memory() {
    constexpr int enough = 1 << 26;
    mallopt(M_MMAP_THRESHOLD, enough);
    mallopt(M_TRIM_THRESHOLD, enough);
}

/// Columns of the terminal on standard error; 80 if unknown.
std::size_t columns() {
    constexpr std::size_t usual = 80;
    winsize size{};
    const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : usual;
}

/// The last code points of a name, at most `most`, including an ellipsis if it is shortened.
std::string end_of(const std::string& name, std::size_t most) {
    const std::size_t length = utf8::length(name);
    if (length <= most) return name;
    if (most == 0) return {};
    std::size_t at = 0;
    for (std::size_t left = length - most + 1; left > 0; --left)
        at += utf8::decode(name, at).size;
    return "\u2026" + name.substr(at);
}

/// Bar, name and figures, cut to fit one line of the terminal: "\r" cannot erase a line that wraps.
std::string bar_line(double share, const std::string& name, const std::string& figures,
                     std::size_t width) {
    constexpr std::size_t longest_bar = 30;
    constexpr std::size_t around = 6;  // brackets, space, colon and space, the last column
    const std::size_t bar = std::min(longest_bar, width / 4);
    const std::size_t full =
        std::min(bar, static_cast<std::size_t>(share * static_cast<double>(bar)));
    const std::size_t room = width > bar + around ? width - bar - around : 0;
    const std::string shown_figures = figures.substr(0, room);
    const std::string shown_name = end_of(name, room - shown_figures.size());
    return fmt::format("[{:#>{}}{:.>{}}] {}{}{}", "", full, "", bar - full, shown_name,
                       shown_name.empty() ? "" : ": ", shown_figures);
}

/// Shows the progress of an article on standard error.
class ProgressLine {
    static constexpr double least_share = 1e-6;

  public:
    explicit ProgressLine(const CommandLine& args) : style_(args.progress) {
        if (args.quiet || args.json) style_ = "none";
        if (style_ != "auto") return;
        const char* terminal = std::getenv("TERM");
        const bool able = terminal != nullptr && std::string_view(terminal) != "dumb";
        style_ = isatty(STDERR_FILENO) != 0 && able ? "bar" : "lines";
    }

    void show(const std::string& name, const production::Progress& progress) {
        const auto now = Clock::now();
        const auto pause =
            style_ == "bar" ? std::chrono::milliseconds(100) : std::chrono::milliseconds(5000);
        if (style_ == "none" || now - shown_ < pause) return;
        shown_ = now;
        const double took = std::chrono::duration<double>(now - start_).count();
        const double share = std::max(progress.share, least_share);
        const std::string figures = fmt::format(
            "{:.0f} %, {:.0f} s of audio, {:.0f}x real time, {:.0f} s left", 100 * share,
            progress.seconds, progress.seconds / took, took * (1 - share) / share);
        if (style_ == "bar") {
            std::cerr << "\r\x1b[K" << bar_line(share, name, figures, columns()) << std::flush;
            drawn_ = true;
        } else {
            std::cerr << name << ": " << figures << '\n';
        }
    }

    void clear() const {
        if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
    }

  private:
    using Clock = std::chrono::steady_clock;
    std::string style_;
    Clock::time_point start_ = Clock::now(), shown_ = start_;
    bool drawn_ = false;
};

void print_json(const CommandLine& args, const nlohmann::ordered_json& line) {
    std::ostream& out = args.render.output.folder == "-" ? std::cerr : std::cout;
    out << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
}

void report_failure(const CommandLine& args, const std::string& article, const Error& error) {
    print_json(args, {{"article", article}, {"error", error.message}, {"place", error.where}});
}

void report(const CommandLine& args, const std::string& article,
            const production::Outcome& outcome) {
    if (args.json) {
        print_json(args, {{"article", article},
                          {"folder", outcome.folder.string()},
                          {"upToDate", outcome.up_to_date},
                          {"chapters", outcome.chapters},
                          {"seconds", outcome.seconds},
                          {"notices", outcome.notices},
                          {"gaps", outcome.gaps}});
        return;
    }
    for (const std::string& gap : outcome.gaps)
        std::cerr << gap << " (left out)\n";
    if (args.quiet) return;
    for (const std::string& notice : outcome.notices)
        std::cerr << notice << '\n';
    if (outcome.up_to_date) {
        std::cerr << fmt::format("{} is up to date\n", outcome.folder.string());
    } else if (args.render.output.folder != "-") {
        std::cerr << fmt::format("{}: {} chapter{}, {:.1f} s of audio\n", outcome.folder.string(),
                                 outcome.chapters, outcome.chapters == 1 ? "" : "s",
                                 outcome.seconds);
    }
}

/// Reports what became of an article, one of `count` inputs, and updates the exit code.
void report(const CommandLine& args, const std::string& article, std::size_t count,
            const Result<production::Outcome>& outcome, Exit& code) {
    if (outcome) {
        report(args, article, *outcome);
        if (!outcome->gaps.empty() && code == Exit::done) code = Exit::gaps;
        return;
    }
    print_error(outcome.error(), args.render.read.charset);
    if (args.json) report_failure(args, article, outcome.error());
    const bool misused = outcome.error().kind == Error::Kind::usage;
    code = count == 1 && misused ? Exit::usage : Exit::failed;
}

}  // namespace

Exit run_render(const CommandLine& args) {
    catch_signals();
    keep_memory();
    production::Producer producer(args.render, [] { return interrupted != 0; });
    const production::InputList list = production::find_inputs(args.articles, args.render.read);
    const std::vector<std::filesystem::path>& inputs = list.inputs;
    if (args.render.output.folder == "-" && inputs.size() > 1) {
        print_error(Error{
            .kind = Error::Kind::usage, .message = "-o - accepts only one article", .where = {}});
        return Exit::usage;
    }
    if (!args.quiet) print_lines(list.notices);
    Exit code = Exit::done;
    bool all_read = true;  // unused lexicon entries are known only if every article was read
    ProgressLine line(args);
    const Result<> run = producer.render(
        inputs, {.progress =
                     [&](std::size_t input, const production::Progress& progress) {
                         line.show(production::name_of_input(inputs[input]), progress);
                     },
                 .done =
                     [&](std::size_t input, const Result<production::Outcome>& outcome) {
                         line.clear();
                         report(args, production::name_of_input(inputs[input]), inputs.size(),
                                outcome, code);
                         all_read = all_read && outcome && !outcome->up_to_date;
                         line = ProgressLine(args);
                     }});
    line.clear();
    if (!run && run.error().kind == Error::Kind::interrupted) return Exit::interrupted;
    if (!run) {
        print_error(run.error());
        return Exit::usage;
    }
    if (all_read && !args.quiet) print_lines(producer.unused_entries());
    return code;
}

Exit run_voices(const CommandLine& args) {
    const Result<std::vector<speech::InstalledVoice>> voices = speech::engines::installed_voices();
    if (!voices) {
        print_error(voices.error());
        return Exit::failed;
    }
    for (const speech::InstalledVoice& voice : *voices) {
        if (args.json) {
            std::cout << nlohmann::json({{"language", voice.tag}, {"voice", voice.name}}).dump()
                      << '\n';
        } else {
            std::cout << fmt::format("{:<12} {}\n", voice.tag, voice.name);
        }
    }
    return Exit::done;
}

}  // namespace rawi::cli
