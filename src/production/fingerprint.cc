// Describes everything that the output depends on. Structured bindings name every member of every
// group.
#include "production/fingerprint.h"

#include <utility>

#include <fmt/format.h>

namespace rawi::production {

void Fingerprinter::add(std::string_view key, std::string_view value) {
    lines_.push_back(fmt::format("{}.{}={}", group_, key, value));
}

void Fingerprinter::add(std::string_view key, int value) {
    lines_.push_back(fmt::format("{}.{}={}", group_, key, value));
}

void describe(const reading::ReadOptions& options, Fingerprinter& print) {
    const auto& [charset, format, roles, notes] = options;
    const auto& [charset_name, lossy] = charset;
    print.add("charset", charset_name);
    print.add("lossy", static_cast<int>(lossy));
    print.add("from", format);
    for (const auto& [role, policy] : roles)
        print.add(name_of(role), name_of(policy));
    if (notes != reading::Notes::skip) print.add("notes", static_cast<int>(notes));
}

void describe(const wording::WordingOptions& options, Fingerprinter& print) {
    const auto& [addresses, endings, house, reasons] = options;
    print.add("addresses", static_cast<int>(addresses));
    print.add("endings", static_cast<int>(endings));
    for (const auto& [key, value, where] : house)
        print.add(key, value);
    static_cast<void>(reasons);  // reasons are only for `rawi explain`; they are not written
}

void describe(const OutputOptions& options, Fingerprinter& print) {
    const auto& [folder, force, format, formats, with, publishers] = options;
    // The folder does not count, nor does the order of the publishers.
    static_cast<void>(folder);
    static_cast<void>(force);
    print.add("format", format);
    static_cast<void>(formats);
    const auto chosen = publish::choose(publishers, with).value_or(std::vector<publish::Row>());
    for (const publish::Row& row : chosen)
        print.add("with", row.name);
}

void describe(const wording::VoiceFile& file, Fingerprinter& print) {
    const auto& [tag, name, engine_voice, rate, pitch, pauses, house, roles] = file;
    print.add("rate", rate);
    print.add("pitch", pitch);
    const auto& [comma, sentence, paragraph, heading, section] = pauses;
    print.add("pauses",
              fmt::format("{} {} {} {} {}", comma, sentence, paragraph, heading, section));
    for (const auto& [key, value, where] : house)
        print.add(key, value);
    for (const auto& [role, policy] : roles)
        print.add(fmt::format("roles.{}", name_of(role)), name_of(policy));
    // The tag and the engine's voice are separate fields; the name does not affect the output.
    static_cast<void>(tag);
    static_cast<void>(engine_voice);
    static_cast<void>(name);
}

namespace {

/// The lines of a group.
template <class Group>
std::vector<std::string> lines_of(std::string_view name, const Group& group) {
    Fingerprinter print(name);
    describe(group, print);
    return print.lines();
}

std::vector<std::string> lines_of_run(const RenderOptions& options, const UsedInputs& used) {
    // The rest is in UsedInputs (language, lexicons, voice), or only what is read from it counts
    // (data).
    const auto& [data, program, language, read, style, lexica, voice, output, run] = options;
    Fingerprinter print("run");
    print.add("program", program);
    print.add("lexica", used.lexica);
    for (const auto& [tag, other] : used.other_voices) {
        print.add(fmt::format("voice[{}]", tag),
                  fmt::format("{} {} {}", other.name, other.words_per_minute, other.pitch));
    }
    // RunOptions do not change the output.
    const auto& [most_bytes, jobs, keep_going, again] = run;
    static_cast<void>(most_bytes);
    static_cast<void>(jobs);
    static_cast<void>(keep_going);
    static_cast<void>(again);
    return print.lines();
}

}  // namespace

Fingerprint fingerprint_of(const RenderOptions& options, const UsedInputs& used) {
    Fingerprint print{.sources = used.sources,
                      .language = used.voice.tag,
                      .voice = used.voice.engine_voice,
                      .engine = used.engine,
                      .engine_data = used.engine_data,
                      .tables = used.tables,
                      .options = {}};
    for (const std::vector<std::string>& lines :
         {lines_of_run(options, used), lines_of("reading", options.read),
          lines_of("wording", options.style), lines_of("voice", used.voice),
          lines_of("output", options.output)}) {
        print.options.insert(print.options.end(), lines.begin(), lines.end());
    }
    return print;
}

}  // namespace rawi::production
