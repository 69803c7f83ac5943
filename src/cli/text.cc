// `rawi text`: prints what will be said, or an earlier stage of it.
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/language_tag.h"
#include "cli/command_line.h"
#include "cli/messages.h"
#include "languages/languages.h"
#include "production/article_languages.h"
#include "production/inputs.h"
#include "reading/document_builder.h"
#include "speech/engines/engines.h"
#include "wording/language.h"
#include "wording/options.h"
#include "wording/overrides/override_finder.h"
#include "wording/script/script_writer.h"
#include "wording/voice_file.h"

namespace rawi::cli {

namespace {

using Json = nlohmann::ordered_json;

/// The words of an utterance at a stage; a word without vowels or pronunciation is shown
/// as it is spoken.
std::string words_of(const Utterance& utterance, std::string_view stage) {
    std::string line;
    for (const Word& word : utterance.words) {
        const std::string& vowelled = word.pause_form.empty() ? word.vowelled : word.pause_form;
        const std::string& found = stage == "vowelled"   ? vowelled
                                   : stage == "phonemes" ? word.pronunciation
                                                         : word.spoken;
        if (!line.empty()) line += ' ';
        line += found.empty() ? word.spoken : found;
    }
    return line;
}

wording::script::Depth depth_of(const CommandLine& args) {
    const bool pronounced = args.stage == "vowelled" || args.stage == "phonemes";
    return pronounced ? wording::script::Depth::pronounced : wording::script::Depth::spoken;
}

/// A line of text as a document of one paragraph, without looking for structure in it.
Document one_paragraph(const std::string& line) {
    reading::DocumentBuilder builder("standard input");
    const std::uint32_t part = builder.add_part("standard input", line);
    builder.open_block(Role::paragraph);
    const auto size = static_cast<std::uint32_t>(builder.part(part).bytes.size());
    builder.copy(part, {.begin = 0, .end = size});
    return builder.finish();
}

/// The languages of the lines and, for each language, the lexicons of the run.
class Lines {
  public:
    explicit Lines(const production::RenderOptions& options)
        : options_(options), resources_(options) {}

    Result<Script> script_of(const std::string& line, wording::script::Depth depth) {
        Document document = one_paragraph(line);
        RAWI_TRY(const Setting setting, setting_of(document));
        return wording::script::write_script(document, *setting.language, depth, setting.overrides);
    }
    Result<> explain(const CommandLine& args, const std::string& line) {
        Document document = one_paragraph(line);
        RAWI_TRY(const Setting setting, setting_of(document));
        print_line_explained(args, document, *setting.language, setting.overrides);
        return {};
    }
    std::vector<std::string> unused() const { return resources_.unused_entries(); }

  private:
    struct Setting {
        const wording::Language* language = nullptr;
        wording::overrides::Overrides overrides;
    };
    /// Also marks passages in other languages.
    Result<Setting> setting_of(Document& document) {
        std::vector<Notice> notices;  // there is no markup to be wrong
        RAWI_TRY(const std::string tag,
                 production::language_of(document, options_, resources_, notices));
        RAWI_TRY(const wording::Language* const language, resources_.language(tag));
        RAWI_CHECK_OK(production::mark_passages(document, tag, resources_, notices));
        if (!lexica_.contains(tag)) {
            RAWI_TRY(lexica_[tag], resources_.lexica_for({}, {tag}));
        }
        return Setting{.language = language,
                       .overrides = {.lexicon = &lexica_[tag].lexicon,
                                     .languages = &resources_.languages(),
                                     .used = lexica_[tag].used}};
    }

    const production::RenderOptions& options_;
    production::Resources resources_;
    std::map<std::string, production::LexiconCache::Set> lexica_;
};

std::string words_of(const Script& script, const std::string& stage) {
    std::string said;
    for (const Utterance& utterance : script.utterances) {
        if (!said.empty()) said += ' ';
        said += words_of(utterance, stage);
    }
    return said;
}

Result<> speak_lines(const CommandLine& args) {
    Lines lines(args.render);
    std::string line;
    while (std::getline(std::cin, line)) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        std::string said;
        const bool empty = line.find_first_not_of(" \t") == std::string::npos;
        if (args.command == CommandLine::Command::explain && !(empty && !args.json)) {
            RAWI_CHECK_OK(lines.explain(args, line));
            continue;
        }
        if (!empty) {
            RAWI_TRY(const Script script, lines.script_of(line, depth_of(args)));
            said = words_of(script, args.stage);
        }
        std::cout << said << '\n';
    }
    print_lines(lines.unused());
    return {};
}

void print_document_json(const std::string& input, const production::PreparedArticle& prepared) {
    const Document& document = prepared.document;
    Json all;
    all["source"] = input;
    all["metadata"] = {{"title", document.metadata.title},
                       {"author", document.metadata.author},
                       {"language", prepared.tag},
                       {"date", document.metadata.date},
                       {"address", document.metadata.address},
                       {"id", document.metadata.id}};
    all["blocks"] = Json::array();
    for (std::size_t section = 0; section < document.sections.size(); ++section) {
        const Section& which = document.sections[section];
        for (std::uint32_t i = 0; i < which.block_count; ++i) {
            const Block& block = document.blocks[which.first_block + i];
            const auto origin = origin_of(document, block.source);
            Json entry;
            entry["role"] = name_of(block.role);
            entry["policy"] = name_of(block.policy);
            if (!block.label.empty()) entry["label"] = block.label;
            entry["language"] = block.language.empty() ? prepared.tag : block.language;
            entry["text"] = block.source.of(document.text);
            if (origin) entry["source"] = {origin->second.begin, origin->second.end};
            entry["section"] = section;
            all["blocks"].push_back(std::move(entry));
        }
    }
    std::cout << all.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

void print_document(const production::PreparedArticle& prepared) {
    for (const Block& block : prepared.document.blocks) {
        std::cout << fmt::format("{:<13} {:<8} {}\n", name_of(block.role), name_of(block.policy),
                                 block.source.of(prepared.document.text));
    }
}

void print_utterances(const CommandLine& args, production::PreparedArticle& prepared) {
    wording::script::ScriptWriter writer(prepared.document, *prepared.language, depth_of(args),
                                         prepared.overrides());
    while (const std::optional<Utterance> next = writer.next()) {
        const Utterance& utterance = *next;
        const std::string written(utterance.source.of(prepared.document.text));
        const std::string text =
            args.stage == "sentences" ? written : words_of(utterance, args.stage);
        if (args.json) {
            std::cout << Json({{"text", written},
                               {"spoken", words_of(utterance, "spoken")},
                               {"section", utterance.section},
                               {"place", where(prepared.document, utterance.source)}})
                             .dump(-1, ' ', false, Json::error_handler_t::replace)
                      << '\n';
        } else {
            std::cout << text << '\n';
        }
    }
    prepared.notices = writer.take_notices();
}

/// Fails if the requested language has neither tables nor an installed voice.
Result<> check_language(const production::RenderOptions& options) {
    const std::string_view language = primary_language(options.language);
    std::error_code ignored;
    const std::filesystem::path file = options.data / language / "voice.toml";
    if (language == "auto" || std::filesystem::exists(file, ignored)) return {};
    RAWI_TRY(const wording::VoiceFile voice,
             wording::load_voice_file(options.data, options.language));
    return speech::engines::check_voice({.name = voice.engine_voice});
}

/// Prints an article of an input.
Result<> speak_article(const CommandLine& args, const std::filesystem::path& input,
                       reading::Article article, production::Resources& resources) {
    const bool is_file = input != production::standard_input;
    RAWI_TRY(production::PreparedArticle prepared,
             production::prepare_article(std::move(article), is_file ? input : "", args.render,
                                         resources));
    print_lines(prepared.format_notices());
    prepared.notices.clear();
    const bool explained = args.command == CommandLine::Command::explain || args.unknown;
    if (explained) {
        print_explanations(args, prepared);
    } else if (args.stage != "document") {
        print_utterances(args, prepared);
    } else if (args.json) {
        print_document_json(production::name_of_input(input), prepared);
    } else {
        print_document(prepared);
    }
    print_lines(production::format_notices(prepared.document, prepared.notices));
    return {};
}

/// Prints all articles of all inputs. One that fails does not stop the others.
Exit speak_articles(const CommandLine& args) {
    const production::InputList list = production::find_inputs(
        args.articles.empty() ? std::vector<std::string>{"-"} : args.articles, args.render.read);
    print_lines(list.notices);
    production::Resources resources(args.render);
    production::InputReader reader(args.render.run.most_bytes);
    Exit code = Exit::done;
    const auto note = [&](const Result<>& done) {
        if (done) return;
        print_error(done.error(), args.render.read.charset);
        const bool misused = done.error().kind == Error::Kind::usage;
        code = list.inputs.size() == 1 && misused ? Exit::usage : Exit::failed;
    };
    const auto speak = [&](const std::filesystem::path& input) -> Result<> {
        RAWI_TRY(const std::string bytes, reader.read(input));
        RAWI_TRY(reading::Articles articles,
                 production::read_articles(production::name_of_input(input), bytes, args.render,
                                           resources));
        for (Result<reading::Article>& article : articles.items) {
            note(article ? speak_article(args, input, *std::move(article), resources)
                         : Result<>(tl::unexpected(article.error())));
        }
        return {};
    };
    for (const std::filesystem::path& input : list.inputs)
        note(speak(input));
    const bool words = args.command == CommandLine::Command::explain || args.stage != "document";
    if (code == Exit::done && (words || args.unknown)) print_lines(resources.unused_entries());
    return code;
}

}  // namespace

Exit run_text(const CommandLine& asked) {
    CommandLine args = asked;
    // Vowelled text shows all case endings unless --endings says otherwise.
    if (args.stage == "vowelled" && !args.endings_given)
        args.render.style.endings = wording::Endings::full;
    args.render.style.reasons = args.command == CommandLine::Command::explain;
    if (args.lines && (args.unknown || args.stage == "document" || args.stage == "sentences")) {
        print_error(Error{.kind = Error::Kind::usage,
                          .message = "--lines requires --stage spoken, vowelled or phonemes",
                          .where = {}});
        return Exit::usage;
    }
    const reading::ReadOptions& read = args.render.read;
    if (args.lines && ((!read.format.empty() && read.format != "text") || !read.roles.empty())) {
        print_error(Error{.kind = Error::Kind::usage,
                          .message = "--lines reads each line as one paragraph of plain text: "
                                     "--from, --inline ssml, --skip and --speak cannot be used "
                                     "with it",
                          .where = {}});
        return Exit::usage;
    }
    Result<> done = check_language(args.render);
    if (done && !args.lines) return speak_articles(args);
    if (done) done = speak_lines(args);
    if (done) return Exit::done;
    print_error(done.error(), args.render.read.charset);
    return done.error().kind == Error::Kind::usage ? Exit::usage : Exit::failed;
}

}  // namespace rawi::cli
