// `rawi explain` and `rawi text --unknown`: why words are said as they are, and which may be wrong.
#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/command_line.h"
#include "cli/messages.h"

namespace rawi {

namespace {

using Json = nlohmann::ordered_json;

/// Words with one source and one reason: they are explained together.
struct Stretch {
    Span source;
    std::string kind, rule, spoken, vowelled, phonemes;
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
                                 .kind = word.kind,
                                 .rule = word.rule,
                                 .spoken = {},
                                 .vowelled = {},
                                 .phonemes = {}});
        }
        Stretch& stretch = stretches.back();
        join(stretch.spoken, word.spoken);
        join(stretch.vowelled, word.vowelled);
        join(stretch.phonemes, word.pronunciation);
        stretch.certainty = std::min(stretch.certainty, word.certainty);
    }
    return stretches;
}

void print_stretch(const Worded& worded, const Stretch& stretch, bool json) {
    const std::string place = where(worded.document, stretch.source);
    const std::string written(stretch.source.of(worded.document.text));
    if (json) {
        std::cout << Json({{"place", place},
                           {"written", written},
                           {"class", stretch.kind},
                           {"rule", stretch.rule},
                           {"spoken", stretch.spoken},
                           {"vowelled", stretch.vowelled},
                           {"phonemes", stretch.phonemes},
                           {"certainty", std::round(stretch.certainty * 1000) / 1000}})
                         .dump(-1, ' ', false, Json::error_handler_t::replace)
                  << '\n';
        return;
    }
    std::cout << fmt::format("{}  {}  [{}{}{}]\n    {}\n", place, written, stretch.kind,
                             stretch.rule.empty() ? "" : ": ", stretch.rule,
                             stretch.vowelled.empty() ? stretch.spoken : stretch.vowelled);
    if (!stretch.phonemes.empty()) {
        std::cout << fmt::format("    {}  ({:.0f} %)\n", stretch.phonemes, stretch.certainty * 100);
    }
}

/// A word that an editor may want to look at.
struct Doubt {
    std::size_t count = 0;
    float certainty = 1.0F;
    std::string kind, said;
};

/// Latin names that were only spelled or sounded out, and words whose vowels are not sure.
bool is_doubtful(const Stretch& stretch) {
    constexpr float sure = 0.6F;
    return stretch.kind == "latin" || stretch.kind == "letters" || stretch.certainty < sure;
}

void print_doubts(const std::map<std::string, Doubt>& doubts, bool json) {
    std::vector<std::pair<std::string, Doubt>> sorted(doubts.begin(), doubts.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        if (a.second.count != b.second.count) return a.second.count > b.second.count;
        return a.second.certainty < b.second.certainty;
    });
    for (const auto& [written, doubt] : sorted) {
        if (json) {
            std::cout << Json({{"written", written},
                               {"count", doubt.count},
                               {"class", doubt.kind},
                               {"said", doubt.said},
                               {"certainty", std::round(doubt.certainty * 1000) / 1000}})
                             .dump(-1, ' ', false, Json::error_handler_t::replace)
                      << '\n';
        } else {
            std::cout << fmt::format("{}\t{}\t{}\t{}\t{:.0f} %\n", doubt.count, written, doubt.said,
                                     doubt.kind, doubt.certainty * 100);
        }
    }
}

}  // namespace

void print_explanations(const Order& order, const Worded& worded) {
    ScriptWriter writer(worded.document, *worded.language);
    std::map<std::string, Doubt> doubts;
    while (const std::optional<Utterance> utterance = writer.next()) {
        for (const Stretch& stretch : stretches_of(*utterance)) {
            if (!order.unknown) {
                print_stretch(worded, stretch, order.json);
            } else if (is_doubtful(stretch)) {
                Doubt& doubt = doubts[std::string(stretch.source.of(worded.document.text))];
                ++doubt.count;
                doubt.kind = stretch.kind;
                if (stretch.certainty <= doubt.certainty) {
                    doubt.certainty = stretch.certainty;
                    doubt.said = stretch.vowelled.empty() ? stretch.spoken : stretch.vowelled;
                }
            }
        }
    }
    print_doubts(doubts, order.json);
}

}  // namespace rawi
