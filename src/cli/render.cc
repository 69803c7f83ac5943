// `rawi render` and `rawi voices`: progress while it goes, a line for each article, exit codes.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <malloc.h>
#include <nlohmann/json.hpp>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>

#include <fmt/format.h>

#include "base/utf8.h"
#include "cli/command_line.h"
#include "cli/messages.h"
#include "speech/voices.h"

namespace rawi {

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

/// Sentences come and go, half a megabyte each: what one leaves is kept for the next, since giving
/// it back and asking again takes as long as copying it.
void keep_memory() {
    constexpr int enough = 1 << 26;
    mallopt(M_MMAP_THRESHOLD, enough);
    mallopt(M_TRIM_THRESHOLD, enough);
}

/// Columns of the terminal that standard error is; 80 where that is not known.
std::size_t columns() {
    constexpr std::size_t usual = 80;
    winsize size{};
    const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : usual;
}

/// The last code points of a name, at most `most`, with an ellipsis where more stands before them.
std::string end_of(const std::string& name, std::size_t most) {
    const std::size_t length = utf8::length(name);
    if (length <= most) return name;
    if (most == 0) return {};
    std::size_t at = 0;
    for (std::size_t left = length - most + 1; left > 0; --left)
        at += utf8::decode(name, at).size;
    return "\u2026" + name.substr(at);
}

/// Bar, name and figures in one line of a terminal: one that does not fit would stay there.
std::string bar_line(double share, const std::string& name, const std::string& figures,
                     std::size_t width) {
    constexpr std::size_t longest_bar = 30;
    constexpr std::size_t around = 6;  // brackets, space, colon and space, the last column
    const std::size_t bar = std::min(longest_bar, width / 4);
    const std::size_t full =
        std::min(bar, static_cast<std::size_t>(share * static_cast<double>(bar)));
    const std::size_t room = width > bar + around ? width - bar - around : 0;
    const std::string told = figures.substr(0, room);
    const std::string shown = end_of(name, room - told.size());
    return fmt::format("[{:#>{}}{:.>{}}] {}{}{}", "", full, "", bar - full, shown,
                       shown.empty() ? "" : ": ", told);
}

/// Shows how far an article is, on standard error.
class ProgressLine {
    static constexpr double least_share = 1e-6;

  public:
    ProgressLine(const Order& order, std::string name)
        : name_(std::move(name)), style_(order.progress) {
        if (order.quiet || order.json) style_ = "none";
        if (style_ != "auto") return;
        const char* terminal = std::getenv("TERM");
        const bool able = terminal != nullptr && std::string_view(terminal) != "dumb";
        style_ = isatty(STDERR_FILENO) != 0 && able ? "bar" : "lines";
    }

    void show(const production::Progress& progress) {
        const auto now = Clock::now();
        const auto pause =
            style_ == "bar" ? std::chrono::milliseconds(100) : std::chrono::milliseconds(5000);
        if (style_ == "none" || now - shown_ < pause) return;
        shown_ = now;
        const double took = std::chrono::duration<double>(now - start_).count();
        const double share = std::max(progress.share, least_share);
        const std::string figures = fmt::format(
            "{:.0f} % - {:.0f} s of sound, {:.0f} x real time, {:.0f} s left", 100 * share,
            progress.seconds, progress.seconds / took, took * (1 - share) / share);
        if (style_ == "bar") {
            std::cerr << "\r\x1b[K" << bar_line(share, name_, figures, columns()) << std::flush;
            drawn_ = true;
        } else {
            std::cerr << name_ << ": " << figures << '\n';
        }
    }

    void clear() const {
        if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
    }

  private:
    using Clock = std::chrono::steady_clock;
    std::string name_, style_;
    Clock::time_point start_ = Clock::now(), shown_ = start_;
    bool drawn_ = false;
};

void print_json(const Order& order, const nlohmann::ordered_json& line) {
    std::ostream& out = order.render.output == "-" ? std::cerr : std::cout;
    out << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
}

void report_failure(const Order& order, const std::string& article, const Error& error) {
    print_json(order, {{"article", article}, {"error", error.message}, {"place", error.where}});
}

void report(const Order& order, const std::string& article, const production::Outcome& outcome) {
    if (order.json) {
        print_json(order, {{"article", article},
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
    if (order.quiet) return;
    for (const std::string& notice : outcome.notices)
        std::cerr << notice << '\n';
    if (outcome.up_to_date) {
        std::cerr << fmt::format("{} is up to date\n", outcome.folder.string());
    } else if (order.render.output != "-") {
        std::cerr << fmt::format("{}: {} chapter{}, {:.1f} s of sound\n", outcome.folder.string(),
                                 outcome.chapters, outcome.chapters == 1 ? "" : "s",
                                 outcome.seconds);
    }
}

}  // namespace

Exit run_render(const Order& order) {
    catch_signals();
    keep_memory();
    production::Producer producer(order.render, [] { return interrupted != 0; });
    Exit code = Exit::done;
    bool all_read = true;  // to the end: only then it is known which entries stand for nothing
    for (const std::string& article : order.articles) {
        if (interrupted != 0) return Exit::interrupted;
        ProgressLine line(order, article);
        const Result<production::Outcome> outcome = producer.render(
            article, [&line](const production::Progress& progress) { line.show(progress); });
        line.clear();
        if (outcome) {
            report(order, article, *outcome);
            all_read = all_read && !outcome->up_to_date;
            if (!outcome->gaps.empty() && code == Exit::done) code = Exit::gaps;
            continue;
        }
        if (outcome.error().kind == Error::Kind::interrupted) return Exit::interrupted;
        print_error(outcome.error(), order.render.read);
        if (order.json) report_failure(order, article, outcome.error());
        all_read = false;
        code = order.articles.size() == 1 && outcome.error().kind == Error::Kind::usage
                   ? Exit::usage
                   : Exit::failed;
    }
    if (all_read && !order.quiet) print_lines(producer.unused_entries());
    return code;
}

Exit run_voices(const Order& order) {
    const Result<std::vector<speech::InstalledVoice>> voices = speech::installed_voices();
    if (!voices) {
        print_error(voices.error());
        return Exit::failed;
    }
    for (const speech::InstalledVoice& voice : *voices) {
        if (order.json) {
            std::cout << nlohmann::json({{"language", voice.tag}, {"voice", voice.name}}).dump()
                      << '\n';
        } else {
            std::cout << fmt::format("{:<12} {}\n", voice.tag, voice.name);
        }
    }
    return Exit::done;
}

}  // namespace rawi
