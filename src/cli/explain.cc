// `rawi explain` and `rawi text --unknown`: why words are said the way they are, and which of them
// may be wrong.
#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/utf8.h"
#include "cli/command_line.h"
#include "cli/messages.h"
#include "wording/language.h"
#include "wording/overrides/override_finder.h"
#include "wording/script/script_writer.h"

namespace rawi::cli {

namespace {

using Json = nlohmann::ordered_json;

/// Consecutive words with the same source, which are explained together.
struct Stretch {
    Span source;
    SemioticClass semiotic_class = SemioticClass::word;
    std::string rule, why, language, spoken, vowelled, phonemes;
    std::vector<Field> value{};  ///< what was recognized, field by field
    float certainty = 1.0F;
};

void join(std::string& all, const std::string& one) {
    if (one.empty()) return;
    if (!all.empty()) all += ' ';
    all += one;
}

std::vector<Stretch> stretches_of(const Utterance& utterance) {
    std::vector<Stretch> stretches;
    for (const Word& word : utterance.words) {
        if (stretches.empty() || !(stretches.back().source == word.source)) {
            stretches.push_back({.source = word.source,
                                 .semiotic_class = word.semiotic_class,
                                 .rule = word.rule,
                                 .why = word.why,
                                 .language = word.language,
                                 .spoken = {},
                                 .vowelled = {},
                                 .phonemes = {},
                                 .value = word.value});
        }
        Stretch& stretch = stretches.back();
        join(stretch.spoken, word.spoken);
        join(stretch.vowelled, word.vowelled);
        join(stretch.phonemes, word.pronunciation);
        stretch.certainty = std::min(stretch.certainty, word.certainty);
    }
    return stretches;
}

Json json_of(const Document& document, const Stretch& stretch) {
    Json line({{"place", where(document, stretch.source)},
               {"written", stretch.source.of(document.text)},
               {"class", name_of(stretch.semiotic_class)},
               {"rule", stretch.rule},
               {"why", stretch.why},
               {"spoken", stretch.spoken},
               {"vowelled", stretch.vowelled},
               {"phonemes", stretch.phonemes},
               {"certainty", std::round(stretch.certainty * 1000) / 1000}});
    for (const Field& field : stretch.value)
        line["value"][field.name] = field.value;
    if (!stretch.language.empty()) line["language"] = stretch.language;
    const auto origin = origin_of(document, stretch.source);
    if (origin) line["source"] = {origin->second.begin, origin->second.end};
    return line;
}

void print_json(const Json& json) {
    std::cout << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

/// The columns that a text takes in a terminal; combining marks take none.
std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const utf8::Decoded next = utf8::decode(text, at);
        at += next.size;
        const bool mark = (next.code >= 0x0300 && next.code <= 0x036F) ||
                          (next.code >= 0x064B && next.code <= 0x065F) || next.code == 0x0670;
        width += mark ? 0U : 1U;
    }
    return width;
}

constexpr std::size_t columns = 8;
using Row = std::array<std::string, columns>;

/// The "line:column" of a "file:line:column".
std::string without_file(const std::string& place) {
    const std::size_t column = place.rfind(':');
    const std::size_t line = column == 0 || column == std::string::npos
                                 ? std::string::npos
                                 : place.rfind(':', column - 1);
    return line == std::string::npos ? place : place.substr(line + 1);
}

Row row_of(const Document& document, const Stretch& stretch) {
    const bool has_certainty = !stretch.vowelled.empty();
    return {without_file(where(document, stretch.source)),
            std::string(stretch.source.of(document.text)),
            std::string(name_of(stretch.semiotic_class)),
            stretch.spoken,
            stretch.vowelled,
            stretch.phonemes,
            has_certainty ? fmt::format("{:.0f} %", stretch.certainty * 100) : std::string(),
            stretch.rule + (stretch.why.empty() ? "" : "; " + stretch.why)};
}

/// Prints a sentence: its text, then a table with one row for each stretch.
void print_table(const Document& document, const Utterance& utterance) {
    std::vector<Row> rows = {
        {"place", "written", "class", "said", "with vowels", "phonemes", "sure", "why"}};
    for (const Stretch& stretch : stretches_of(utterance))
        rows.push_back(row_of(document, stretch));
    std::array<std::size_t, columns> widths{};
    for (Row& row : rows) {
        for (std::size_t i = 0; i < columns; ++i) {
            std::replace(row[i].begin(), row[i].end(), '\n', ' ');
            widths[i] = std::max(widths[i], width_of(row[i]));
        }
    }
    std::cout << fmt::format("{}  {}\n", where(document, utterance.source),
                             utterance.source.of(document.text));
    for (const Row& row : rows) {
        std::string line;
        for (std::size_t i = 0; i < columns; ++i) {
            if (widths[i] == 0) continue;
            line += fmt::format("  {}{:{}}", row[i], "", widths[i] - width_of(row[i]));
        }
        line.erase(line.find_last_not_of(' ') + 1);
        std::cout << line << '\n';
    }
    std::cout << '\n';
}

/// A word that an editor may want to look at.
struct Doubt {
    std::size_t count = 0;
    float certainty = 1.0F;
    std::string why;   ///< the class, or the reason why nothing is said
    std::string said;  ///< as it is said, with vowels
};

/// Whether the stretch is a Latin name that was transcribed or spelled out, or has uncertain
/// vowels.
bool is_doubtful(const Stretch& stretch) {
    constexpr float sure = 0.6F;
    const SemioticClass found = stretch.semiotic_class;
    const bool specified = found == SemioticClass::lexicon || found == SemioticClass::alias;
    return found == SemioticClass::transliteration || found == SemioticClass::letters ||
           (stretch.certainty < sure && !specified);
}

/// Whether text was skipped although a human reader would have said something.
bool is_unreadable(const Skip& skip) {
    return skip.reason == SkipReason::unknown_sign || skip.reason == SkipReason::other_script ||
           skip.reason == SkipReason::stray_marks || skip.reason == SkipReason::no_voice;
}

/// The text as a column of a lexicon: tabs and line ends become spaces.
std::string column(std::string_view text) {
    std::string result(text);
    std::replace_if(
        result.begin(), result.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; },
        ' ');
    return result;
}

/// Collects the doubtful words of an article.
class Doubts {
  public:
    explicit Doubts(const Document& document) : document_(document) {}

    void add(const Stretch& stretch) {
        if (!is_doubtful(stretch)) return;
        Doubt& doubt = at(stretch.source);
        if (doubt.count == 1 || stretch.certainty < doubt.certainty) {
            doubt.certainty = stretch.certainty;
            doubt.said = stretch.vowelled.empty() ? stretch.spoken : stretch.vowelled;
            doubt.why = name_of(stretch.semiotic_class);
        }
    }
    void add(const Skip& skip) {
        if (!is_unreadable(skip)) return;
        Doubt& doubt = at(skip.source);
        doubt.certainty = 0;
        doubt.why = fmt::format("not said: {}", describe_reason(skip));
    }
    /// Prints a lexicon entry for each word, the most frequent first, then the least certain.
    void print(bool json) const {
        std::vector<std::pair<std::string, Doubt>> sorted(all_.begin(), all_.end());
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
            if (a.second.count != b.second.count) return a.second.count > b.second.count;
            return a.second.certainty < b.second.certainty;
        });
        for (const auto& [written, doubt] : sorted) {
            if (json) {
                std::cout << Json({{"written", written},
                                   {"count", doubt.count},
                                   {"class", doubt.why},
                                   {"said", doubt.said},
                                   {"certainty", std::round(doubt.certainty * 1000) / 1000}})
                                 .dump(-1, ' ', false, Json::error_handler_t::replace)
                          << '\n';
            } else {
                std::cout << fmt::format("{}\t{}\t# {} x, {}, {:.0f} %\n", written,
                                         column(doubt.said), doubt.count, doubt.why,
                                         doubt.certainty * 100);
            }
        }
    }

  private:
    Doubt& at(Span source) {
        Doubt& doubt = all_[column(source.of(document_.text))];
        ++doubt.count;
        return doubt;
    }

    const Document& document_;
    std::map<std::string, Doubt> all_;
};

}  // namespace

void print_line_explained(const CommandLine& args, const Document& document,
                          const wording::Language& language,
                          const wording::overrides::Overrides& overrides) {
    wording::script::ScriptWriter writer(document, language, wording::script::Depth::pronounced,
                                         overrides);
    Json all = Json::array();
    while (const std::optional<Utterance> utterance = writer.next()) {
        if (!args.json) print_table(document, *utterance);
        for (const Stretch& stretch : stretches_of(*utterance))
            all.push_back(json_of(document, stretch));
    }
    if (args.json) print_json(all);
}

void print_explanations(const CommandLine& args, production::PreparedArticle& prepared) {
    const wording::overrides::Overrides overrides = prepared.overrides();
    wording::script::ScriptWriter writer(prepared.document, *prepared.language,
                                         wording::script::Depth::pronounced, overrides);
    Doubts doubts(prepared.document);
    const auto doubt_skips = [&] {
        for (const Skip& skip : writer.take_skips())
            doubts.add(skip);
    };
    while (const std::optional<Utterance> utterance = writer.next()) {
        doubt_skips();
        if (!args.unknown && !args.json) {
            print_table(prepared.document, *utterance);
            continue;
        }
        for (const Stretch& stretch : stretches_of(*utterance)) {
            if (args.unknown) {
                doubts.add(stretch);
            } else {
                print_json(json_of(prepared.document, stretch));
            }
        }
    }
    doubt_skips();
    if (args.unknown) doubts.print(args.json);
    prepared.notices = writer.take_notices();
}

}  // namespace rawi::cli
