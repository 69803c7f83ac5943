// Options and their help. Only this file uses CLI11.
#include "cli/command_line.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <thread>
#include <unistd.h>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "audio/encoders.h"
#include "base/language_tag.h"
#include "cli/messages.h"
#include "cli/suggestions.h"
#include "cli/version.h"
#include "reading/formats/formats.h"
#include "speech/engines/engines.h"
#include "speech/worker.h"
#include "wording/house_style.h"
#include "wording/language.h"
#include "wording/lexicon/lexicon.h"
#include "wording/options.h"
#include "wording/voice_file.h"

namespace rawi::cli {

namespace fs = std::filesystem;

namespace {

/// The voices/ folder: $RAWI_DATA, or the one installed with the program, or the one in the source
/// tree that the program was built from.
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

/// Accepts a language tag in any case and makes it canonical; rejects anything else.
CLI::Validator language_tag() {
    return {[](std::string& tag) -> std::string {
                const std::optional<std::string> canonical = canonical_language_tag(tag);
                if (!canonical) return bad_language_tag(tag);
                tag = *canonical;
                return {};
            },
            ""};
}

/// An option that sets the policy of roles. A later option overrides an earlier one.
CLI::Option* add_policy_option(CLI::App& command, CommandLine& args, const std::string& name,
                               Policy policy, const std::string& help) {
    return command
        .add_option_function<std::vector<std::string>>(
            name,
            [&args, name, policy](const std::vector<std::string>& roles) {
                for (const std::string& text : roles) {
                    const std::optional<Role> role = role_named(text);
                    if (!role) {
                        throw CLI::ValidationError(
                            name, fmt::format("\"{}\" is not a role; the roles are: {}", text,
                                              role_names()));
                    }
                    args.render.read.roles.push_back({.role = *role, .policy = policy});
                }
            },
            help)
        ->delimiter(',')
        ->allow_extra_args(false)
        ->trigger_on_parse();
}

/// The articles, and how large they may be.
CLI::Option* add_articles(CLI::App& command, CommandLine& args) {
    constexpr std::size_t megabyte = 1'000'000, most = 1000;
    command
        .add_option_function<std::size_t>(
            "--max-size",
            [&args](std::size_t size) { args.render.run.most_bytes = size * megabyte; },
            "The largest input, in MB")
        ->check(CLI::Range(std::size_t{1}, most))
        ->default_str(fmt::format("{}", args.render.run.most_bytes / megabyte));
    return command.add_option("ARTICLE", args.articles,
                              "Files, folders of articles, or - for standard input");
}

void add_reading_options(CLI::App& command, CommandLine& args) {
    CLI::Option* const from =
        command
            .add_option("--from", args.render.read.format,
                        "Format of the article; detected by default")
            ->check(CLI::Validator(
                [](const std::string& name) {
                    for (const reading::Format& format : reading::formats::all())
                        if (format.name == name) return std::string();
                    return fmt::format("\"{}\" is not an input format; the formats are: {}", name,
                                       reading::formats::names_of(reading::formats::all()));
                },
                reading::formats::names_of(reading::formats::all())));
    command
        .add_option_function<std::string>(
            "--inline",
            [&args](const std::string& name) {
                args.render.read.format = name == "ssml" ? "ssml" : name == "none" ? "text" : "";
            },
            "Whether tags are markup: always (ssml), never (none), or if the document starts with "
            "<speak> (found; the default)")
        ->check(CLI::IsMember({"ssml", "none", "found"}))
        ->excludes(from);
    command.add_option("--charset", args.render.read.charset.name,
                       "Charset of the article; detected by default");
    command.add_flag("--lossy", args.render.read.charset.lossy,
                     "Replace invalid bytes instead of reporting an error");
    command
        .add_option_function<std::string>(
            "--notes",
            [&args](const std::string& name) {
                const auto& names = reading::notes_names;
                args.render.read.notes = static_cast<reading::Notes>(
                    std::find(names.begin(), names.end(), name) - names.begin());
            },
            "When footnotes are heard: never, after the paragraph that refers to them, or after "
            "the article (default: skip)")
        ->check(CLI::IsMember(
            std::vector<std::string>(reading::notes_names.begin(), reading::notes_names.end())));
    add_policy_option(command, args, "--skip", Policy::skip,
                      "Roles of blocks to skip, separated by commas, such as caption,byline");
    add_policy_option(command, args, "--speak", Policy::speak,
                      "Roles of blocks to speak, separated by commas, such as related-link");
}

void add_wording_options(CLI::App& command, CommandLine& args) {
    command
        .add_option("--language", args.render.language,
                    "Language of the article (a BCP 47 tag such as ar or en-GB), or auto")
        ->transform(language_tag())
        ->capture_default_str();
    command
        .add_option_function<std::string>(
            "--endings",
            [&args](const std::string& name) {
                args.endings_given = true;
                args.render.style.endings = name == "full"     ? wording::Endings::full
                                            : name == "pausal" ? wording::Endings::pausal
                                                               : wording::Endings::confident;
            },
            "Arabic case endings to pronounce: all, those that are certain, or none (default: "
            "confident)")
        ->check(CLI::IsMember({"full", "confident", "pausal"}));
    command
        .add_option_function<std::string>(
            "--addresses",
            [&args](const std::string& name) {
                args.render.style.addresses = name == "full"   ? wording::Addresses::full
                                              : name == "skip" ? wording::Addresses::skip
                                                               : wording::Addresses::domain;
            },
            "How to say web addresses: the domain only, in full, or not at all (default: domain)")
        ->check(CLI::IsMember({"domain", "full", "skip"}));
    command
        .add_option("--lexicon", args.render.lexica.files,
                    "Lexicon file that specifies how to say words; may be repeated, the last file "
                    "takes precedence")
        ->allow_extra_args(false);
    command
        .add_option_function<std::vector<std::string>>(
            "--style",
            [&args](const std::vector<std::string>& texts) {
                for (const std::string& text : texts) {
                    const Result<wording::Choice> choice = wording::read_choice(text, "--style");
                    if (!choice) throw CLI::ValidationError("--style", choice.error().message);
                    args.render.style.house.push_back(*choice);
                }
            },
            "Set a key of the house style (key=value, such as percent=...); may be repeated")
        ->allow_extra_args(false);
    command.add_flag("--json", args.json, "Print results as JSON, one object per line");
}

/// The folder of the user's lexicons: rawi/ in $XDG_CONFIG_HOME, or in ~/.config.
fs::path user_folder() {
    const auto set = [](const char* value) { return value != nullptr && *value == '/'; };
    if (const char* const config = std::getenv("XDG_CONFIG_HOME"); set(config))
        return fs::path(config) / "rawi";
    if (const char* const home = std::getenv("HOME"); set(home))
        return fs::path(home) / ".config" / "rawi";
    return {};
}

void add_lexicon(CLI::App& app, CommandLine& args) {
    CLI::App* command = app.add_subcommand("lexicon", "Check lexicon files for mistakes");
    command->add_option("FILE", args.articles, "Lexicon files (.tsv, or PLS as .pls or .xml)")
        ->required();
    command
        ->add_option("--language", args.render.language,
                     "Language of files that do not specify one (a BCP 47 tag), or auto")
        ->transform(language_tag())
        ->capture_default_str();
    command->add_flag("--json", args.json, "Print results as JSON, one object per line");
    command->callback([&args] { args.command = CommandLine::Command::lexicon; });
}

std::string list_publishers(std::span<const publish::Row> rows) {
    std::string list = "Also write these files (all: every one):";
    for (const publish::Row& row : rows)
        if (!row.always) list += fmt::format(" {} ({})", row.name, row.what);
    return list;
}

std::string list_formats(std::span<const audio::EncoderFormat> formats) {
    std::string list = "Format of the sound:";
    for (const audio::EncoderFormat& format : formats)
        list += fmt::format("{} {} ({})", &format == formats.data() ? "" : ",", format.name,
                            format.what);
    return list;
}

/// The options for the output: the format of the sound, and the files next to it.
void add_outputs(CLI::App& command, production::OutputOptions& output) {
    command
        .add_option_function<std::vector<std::string>>(
            "--with",
            [&output](const std::vector<std::string>& names) {
                const auto chosen = publish::choose(output.publishers, names);
                if (!chosen) throw CLI::ValidationError("--with", chosen.error().message);
                output.with = names;
            },
            list_publishers(output.publishers))
        ->delimiter(',');
    command
        .add_option_function<std::string>(
            "--format",
            [&output](const std::string& name) {
                const auto format = audio::find_encoder(output.formats, name);
                if (!format) throw CLI::ValidationError("--format", format.error().message);
                output.format = name;
            },
            list_formats(output.formats))
        ->default_str(output.format);
}

void add_render(CLI::App& app, CommandLine& args) {
    CLI::App* command =
        app.add_subcommand("render", "Render each article to a folder of audio chapters");
    add_articles(*command, args)->required();
    command
        ->add_option_function<std::string>(
            "-o,--output", [&args](const std::string& path) { args.render.output.folder = path; },
            "Folder to write to; - streams the sound to standard output")
        ->required();
    command->add_option("--voice", args.render.voice.name,
                        "Voice of the engine (rawi voices lists them)");
    command->add_option("--rate", args.render.voice.rate, "Words per minute")
        ->check(CLI::Range(wording::slowest_rate, wording::fastest_rate));
    command->add_option("--pitch", args.render.voice.pitch, "Pitch")
        ->check(CLI::Range(0, wording::highest_pitch));
    command->add_option("-j,--jobs", args.render.run.jobs, "Number of worker processes")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command->add_flag("--keep-going", args.render.run.keep_going,
                      "Leave a gap where a sentence cannot be spoken (exit code 3)");
    command->add_flag("--force", args.render.output.force,
                      "Overwrite a folder that rawi did not create");
    add_outputs(*command, args.render.output);
    command->add_flag("--again", args.render.run.again,
                      "Render articles even if they are up to date");
    command->add_option("--progress", args.progress, "How to show progress")
        ->check(CLI::IsMember({"auto", "bar", "lines", "none"}))
        ->capture_default_str();
    command->add_flag("-q,--quiet", args.quiet, "Print errors only");
    add_reading_options(*command, args);
    add_wording_options(*command, args);
    command->callback([&args] { args.command = CommandLine::Command::render; });
}

void add_text(CLI::App& app, CommandLine& args) {
    CLI::App* command = app.add_subcommand(
        "text", "Print what will be said; without an ARTICLE, of standard input");
    add_articles(*command, args);
    command->add_option("--stage", args.stage, "Print the article as it is after this stage")
        ->check(CLI::IsMember({"document", "sentences", "spoken", "vowelled", "phonemes"}))
        ->capture_default_str();
    command->add_flag(
        "--lines", args.lines,
        "Treat each line of standard input as an article and print one line for each");
    command->add_flag("--unknown", args.unknown,
                      "List the words that may be said wrongly, the most frequent first");
    add_reading_options(*command, args);
    add_wording_options(*command, args);
    command->callback([&args] { args.command = CommandLine::Command::text; });
}

void add_explain(CLI::App& app, CommandLine& args) {
    CLI::App* command = app.add_subcommand(
        "explain",
        "Show why each word is said the way it is; without an ARTICLE, of standard input");
    add_articles(*command, args);
    command->add_flag(
        "--lines", args.lines,
        "Treat each line of standard input as an article; with --json, print a list for each");
    add_reading_options(*command, args);
    add_wording_options(*command, args);
    command->callback([&args] { args.command = CommandLine::Command::explain; });
}

/// What the first argument is if it is no command: nothing, or an error that lists the commands.
std::string no_command(const CLI::App& app, int argc, char** argv) {
    const std::string word = argc > 1 ? argv[1] : "";
    if (word.starts_with('-')) return {};
    std::vector<std::string> names;
    std::string list;
    for (const CLI::App* const command : app.get_subcommands({})) {
        if (command->get_name() == word) return {};
        names.push_back(command->get_name());
        list += fmt::format("  {:<8} {}\n", command->get_name(), command->get_description());
    }
    const std::string meant = closest(word, names);
    std::string message =
        word.empty() ? "name a command"
        : meant.empty()
            ? fmt::format(R"(there is no command "{}")", word)
            : fmt::format(R"(there is no command "{}"; did you mean "{}"?)", word, meant);
    list.pop_back();  // the last line end
    return fmt::format("{}\nThe commands are:\n{}", message, list);
}

/// The options of the command that a mistyped one may be meant to be; empty if the problem is
/// another one.
std::string no_option(const CLI::App& app, int argc, char** argv) {
    const std::vector<CLI::App*> commands = app.get_subcommands();
    if (commands.empty()) return {};
    std::vector<std::string> names;
    for (const CLI::Option* const option : commands.front()->get_options())
        for (const std::string& name : option->get_lnames())
            names.push_back("--" + name);
    for (int i = 2; i < argc; ++i) {
        const std::string_view argument = argv[i];
        const std::string option(argument.substr(0, argument.find('=')));
        if (option == "--") return {};
        const bool known = std::find(names.begin(), names.end(), option) != names.end();
        if (!option.starts_with("--") || known) continue;
        const std::string meant = closest(option, names);
        return fmt::format(
            "there is no option {} of {}{}", option, commands.front()->get_name(),
            meant.empty() ? "; --help lists them" : fmt::format("; did you mean {}?", meant));
    }
    return {};
}

Exit report_problem(const CLI::App& app, int argc, char** argv, const CLI::ParseError& problem) {
    if (problem.get_exit_code() == 0) {
        app.exit(problem);
        return Exit::done;
    }
    std::string message = no_command(app, argc, argv);
    if (message.empty()) message = no_option(app, argc, argv);
    if (message.empty())
        app.exit(problem);
    else
        print_error(Error{.kind = Error::Kind::usage, .message = message, .where = {}});
    return Exit::usage;
}

/// Fails if the folder of the tables is none.
Result<> check_data(const fs::path& data) {
    std::error_code ignored;
    if (fs::is_regular_file(data / "default.toml", ignored)) return {};
    const char* const asked = std::getenv("RAWI_DATA");
    const bool set = asked != nullptr && *asked != '\0';
    return fail(Error::Kind::io,
                fmt::format("{} \"{}\", which is not the folder of rawi's tables: it should hold "
                            "default.toml and a folder for each language, like voices/ of the "
                            "source tree{}",
                            set ? "RAWI_DATA names" : "rawi was installed with", data.string(),
                            set ? "" : "; set RAWI_DATA to it"));
}

}  // namespace

std::optional<CommandLine> parse_command_line(int argc, char** argv, Exit& code) {
    CommandLine args;
    const unsigned processors = std::thread::hardware_concurrency();
    args.render.run.jobs = processors == 0 ? 1 : static_cast<int>(processors);
    args.render.data = data_folder();
    args.render.program = version;
    args.render.lexica.user = user_folder();
    CLI::App app("rawi turns articles into audio", "rawi");
    app.set_version_flag("--version", fmt::format("rawi {}", version));
    app.require_subcommand(1);
    add_render(app, args);
    add_text(app, args);
    add_explain(app, args);
    add_lexicon(app, args);
    CLI::App* voices = app.add_subcommand("voices", "List the voices installed on this machine");
    voices->add_flag("--json", args.json, "Print results as JSON, one object per line");
    voices->callback([&args] { args.command = CommandLine::Command::voices; });
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        code = report_problem(app, argc, argv, problem);
        return std::nullopt;
    }
    if (args.command == CommandLine::Command::voices) return args;
    if (const Result<> data = check_data(args.render.data); !data) {
        print_error(data.error());
        code = Exit::failed;
        return std::nullopt;
    }
    return args;
}

namespace {

Exit dispatch(const CommandLine& args) {
    switch (args.command) {
        case CommandLine::Command::render:
            return run_render(args);
        case CommandLine::Command::explain:
        case CommandLine::Command::text:
            return run_text(args);
        case CommandLine::Command::lexicon:
            return run_lexicon(args);
        case CommandLine::Command::voices:
            return run_voices(args);
    }
    return Exit::failed;
}

}  // namespace

int run(int argc, char** argv) {
    if (const auto voice = speech::worker_voice(argc, argv))
        return speech::engines::run_worker(*voice);
    Exit code = Exit::done;
    const std::optional<CommandLine> args = parse_command_line(argc, argv, code);
    if (args) code = dispatch(*args);
    // Buffered output may fail to arrive, for example on a full disk.
    errno = 0;
    if (!std::cout.flush() && code != Exit::interrupted) {
        std::cerr << fmt::format("rawi: cannot write to standard output{}{}\n",
                                 errno == 0 ? "" : ": ", errno == 0 ? "" : std::strerror(errno));
        code = Exit::failed;
    }
    return static_cast<int>(code);
}

}  // namespace rawi::cli
