// Options and their help. CLI11 is known to this file only.
#include "cli/command_line.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <thread>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "base/language_tag.h"
#include "cli/version.h"
#include "speech/worker.h"
#include "wording/house_style.h"

namespace rawi {

namespace fs = std::filesystem;

namespace {

/// voices/: $RAWI_DATA, else beside the installed program, else in the source tree of the build.
fs::path data_folder() {
    if (const char* asked = std::getenv("RAWI_DATA"); asked != nullptr && *asked != '\0') {
        return asked;
    }
    std::error_code problem;
    const fs::path program = fs::read_symlink("/proc/self/exe", problem);
    fs::path installed = program.parent_path().parent_path() / RAWI_INSTALLED_DATA;
    if (!problem && fs::is_directory(installed, problem)) return installed;
    return RAWI_SOURCE_DATA;
}

/// Takes a language tag in whatever case, and refuses what is none.
CLI::Validator language_tag() {
    return {[](std::string& tag) -> std::string {
                const std::optional<std::string> canonical = canonical_language_tag(tag);
                if (!canonical) return no_language_tag(tag);
                tag = *canonical;
                return {};
            },
            ""};
}

void add_wording_options(CLI::App& command, Order& order) {
    command
        .add_option("--language", order.render.language,
                    "Language of the article (BCP 47, as ar or en-GB), or auto")
        ->transform(language_tag())
        ->capture_default_str();
    command.add_option("--charset", order.render.read.charset,
                       "Charset of the article; found out where not given");
    command.add_flag("--lossy", order.render.read.lossy,
                     "Replace bytes that are not text instead of stopping");
    command
        .add_option_function<std::string>(
            "--endings",
            [&order](const std::string& name) {
                order.endings_given = true;
                order.render.style.endings = name == "full"     ? Endings::full
                                             : name == "pausal" ? Endings::pausal
                                                                : Endings::confident;
            },
            "Case endings of Arabic that are said: all, the sure ones, none (default: confident)")
        ->check(CLI::IsMember({"full", "confident", "pausal"}));
    command
        .add_option_function<std::string>(
            "--addresses",
            [&order](const std::string& name) {
                order.render.style.addresses = name == "full"   ? Addresses::full
                                               : name == "skip" ? Addresses::skip
                                                                : Addresses::domain;
            },
            "Web addresses: their domain, in full, or not said (default: domain)")
        ->check(CLI::IsMember({"domain", "full", "skip"}));
    command
        .add_option("--lexicon", order.render.lexica,
                    "How words are said: a table or PLS; may be given again, the last goes first")
        ->allow_extra_args(false);
    command
        .add_option_function<std::string>(
            "--inline",
            [&order](const std::string& name) {
                order.render.read.markup = name == "ssml"   ? Inline::ssml
                                           : name == "none" ? Inline::none
                                                            : Inline::found;
            },
            "Markup in the text: ssml, none, or found: where it begins with <speak> (default: "
            "found)")
        ->check(CLI::IsMember({"ssml", "none", "found"}));
    command
        .add_option_function<std::vector<std::string>>(
            "--style",
            [&order](const std::vector<std::string>& texts) {
                for (const std::string& text : texts) {
                    const Result<Choice> choice = read_choice(text, "--style");
                    if (!choice) throw CLI::ValidationError("--style", choice.error().message);
                    order.render.style.house.push_back(*choice);
                }
            },
            "A choice of the house style, as percent=... (key=value; may be repeated)")
        ->allow_extra_args(false);
    command.add_flag("--json", order.json, "Results as JSON, one object a line");
}

/// Where the user keeps lexica: rawi/ in $XDG_CONFIG_HOME, else in ~/.config.
fs::path user_folder() {
    const auto set = [](const char* value) { return value != nullptr && *value == '/'; };
    if (const char* const config = std::getenv("XDG_CONFIG_HOME"); set(config))
        return fs::path(config) / "rawi";
    if (const char* const home = std::getenv("HOME"); set(home))
        return fs::path(home) / ".config" / "rawi";
    return {};
}

void add_lexicon(CLI::App& app, Order& order) {
    CLI::App* command = app.add_subcommand("lexicon", "What is wrong with lexica");
    command->add_option("FILE", order.articles, "Tables or PLS")->required();
    command
        ->add_option("--language", order.render.language,
                     "Language of files that do not name theirs (BCP 47), or auto")
        ->transform(language_tag())
        ->capture_default_str();
    command->add_flag("--json", order.json, "Results as JSON, one object a line");
    command->callback([&order] { order.command = Order::Command::lexicon; });
}

void add_render(CLI::App& app, Order& order) {
    CLI::App* command = app.add_subcommand("render", "Chapters of sound, one folder an article");
    command->add_option("ARTICLE", order.articles, "Text files")->required();
    command
        ->add_option_function<std::string>(
            "-o,--output", [&order](const std::string& path) { order.render.output = path; },
            "Folder to write to; - streams one WAVE file to standard output")
        ->required();
    command->add_option("--voice", order.render.voice, "The engine's voice");
    command->add_option("--rate", order.render.rate, "Words a minute")
        ->check(CLI::Range(slowest_rate, fastest_rate));
    command->add_option("--pitch", order.render.pitch, "Pitch")
        ->check(CLI::Range(0, highest_pitch));
    command->add_option("-j,--jobs", order.render.jobs, "Worker processes")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command->add_flag("--keep-going", order.render.keep_going,
                      "Leave a gap where a sentence cannot be spoken (exit code 3)");
    command->add_flag("--force", order.render.force, "Write over a folder that is not rawi's");
    command
        ->add_option_function<std::vector<std::string>>(
            "--with",
            [&order](const std::vector<std::string>& names) {
                order.render.vowelled = !names.empty();
            },
            "What else to write: vowelled (the text with its vowels, vowelled.txt)")
        ->check(CLI::IsMember({"vowelled"}))
        ->delimiter(',');
    command->add_flag("--again", order.render.again, "Render what is up to date too");
    command->add_option("--progress", order.progress, "How progress is shown")
        ->check(CLI::IsMember({"auto", "bar", "lines", "none"}))
        ->capture_default_str();
    command->add_flag("-q,--quiet", order.quiet, "Only errors");
    add_wording_options(*command, order);
    command->callback([&order] { order.command = Order::Command::render; });
}

void add_text(CLI::App& app, Order& order) {
    CLI::App* command = app.add_subcommand("text", "What will be said");
    command->add_option("ARTICLE", order.articles, "A text file; - or nothing: standard input")
        ->expected(0, 1);
    command->add_option("--stage", order.stage, "How far to go")
        ->check(CLI::IsMember({"document", "sentences", "spoken", "vowelled", "phonemes"}))
        ->capture_default_str();
    command->add_flag(
        "--lines", order.lines,
        "Each line of standard input is an article of its own: one line out for each");
    command->add_flag("--unknown", order.unknown,
                      "The words that may be said wrongly: the most frequent first");
    add_wording_options(*command, order);
    command->callback([&order] { order.command = Order::Command::text; });
}

void add_explain(CLI::App& app, Order& order) {
    CLI::App* command = app.add_subcommand("explain", "Why each word is said as it is");
    command->add_option("ARTICLE", order.articles, "A text file; - or nothing: standard input")
        ->expected(0, 1);
    command->add_flag(
        "--lines", order.lines,
        "Each line of standard input is an article of its own; with --json a list for each");
    add_wording_options(*command, order);
    command->callback([&order] { order.command = Order::Command::explain; });
}

/// What `rawi --worker` was started with; nothing when this is no worker.
std::optional<speech::Voice> worker_voice(int argc, char** argv) {
    if (argc < 2 || std::string_view(argv[1]) != "--worker") return std::nullopt;
    CLI::App app;
    speech::Voice voice;
    bool worker = false;
    app.add_flag("--worker", worker);
    app.add_option("--voice", voice.name);
    app.add_option("--rate", voice.words_per_minute);
    app.add_option("--pitch", voice.pitch);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        std::cerr << problem.what() << '\n';
    }
    return voice;
}

}  // namespace

std::optional<Order> parse_command_line(int argc, char** argv, Exit& code) {
    Order order;
    if (const auto voice = worker_voice(argc, argv)) {
        order.command = Order::Command::worker;
        order.worker = *voice;
        return order;
    }
    const unsigned processors = std::thread::hardware_concurrency();
    order.render.jobs = processors == 0 ? 1 : static_cast<int>(processors);
    order.render.data = data_folder();
    order.render.program = version;
    order.render.user_lexica = user_folder();
    CLI::App app("rawi turns articles into audio people want to listen to", "rawi");
    app.set_version_flag("--version", fmt::format("rawi {}", version));
    app.require_subcommand(1);
    add_render(app, order);
    add_text(app, order);
    add_explain(app, order);
    add_lexicon(app, order);
    CLI::App* voices = app.add_subcommand("voices", "Voices that this machine can speak with");
    voices->add_flag("--json", order.json, "One JSON object a line");
    voices->callback([&order] { order.command = Order::Command::voices; });
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        const int status = app.exit(problem);
        code = status == 0 ? Exit::done : Exit::usage;
        return std::nullopt;
    }
    if (order.render.output == "-" && order.articles.size() > 1) {
        std::cerr << "rawi: -o - takes one article\n";
        code = Exit::usage;
        return std::nullopt;
    }
    return order;
}

namespace {

Exit obey(const Order& order) {
    switch (order.command) {
        case Order::Command::render:
            return run_render(order);
        case Order::Command::explain:
        case Order::Command::text:
            return run_text(order);
        case Order::Command::lexicon:
            return run_lexicon(order);
        case Order::Command::voices:
            return run_voices(order);
        case Order::Command::worker:
            break;
    }
    return Exit::failed;
}

}  // namespace

int run(int argc, char** argv) {
    Exit code = Exit::done;
    const std::optional<Order> order = parse_command_line(argc, argv, code);
    if (order && order->command == Order::Command::worker) return speech::run_worker(order->worker);
    if (order) code = obey(*order);
    // What was printed may have gone nowhere: to a disk that is full, say.
    errno = 0;
    if (!std::cout.flush() && code != Exit::interrupted) {
        std::cerr << fmt::format("rawi: cannot write to standard output{}{}\n",
                                 errno == 0 ? "" : ": ", errno == 0 ? "" : std::strerror(errno));
        code = Exit::failed;
    }
    return static_cast<int>(code);
}

}  // namespace rawi
