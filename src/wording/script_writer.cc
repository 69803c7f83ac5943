// The whole article in words.
#include <algorithm>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "wording/language.h"

namespace rawi {

namespace {

void word_block(const Document& document, const Language& language, std::uint32_t index,
                std::uint32_t section, Script& script) {
    const Block& block = document.blocks[index];
    for (const Span sentence : find_sentences(document.text, block.source, language)) {
        Utterance utterance;
        utterance.source = sentence;
        utterance.section = section;
        utterance.block = index;
        utterance.language = language.tag();
        utterance.words =
            language.say(document.text, find_tokens(document.text, sentence), script.skips);
        if (!utterance.words.empty()) script.utterances.push_back(std::move(utterance));
    }
}

bool is_title(const Block& block) {
    return block.heading || block.role == Role::headline || block.role == Role::subhead;
}

}  // namespace

Script write_script(const Document& document, const Language& language) {
    Script script;
    for (std::uint32_t section = 0; section < document.sections.size(); ++section) {
        const std::size_t section_start = script.utterances.size();
        const Section& which = document.sections[section];
        for (std::uint32_t i = which.first_block; i < which.first_block + which.block_count; ++i) {
            const Block& block = document.blocks[i];
            if (block.policy == Policy::skip) {
                script.skips.push_back(Skip{.source = block.source, .reason = block.reason});
                continue;
            }
            const std::size_t before = script.utterances.size();
            word_block(document, language, i, section, script);
            if (script.utterances.size() == before) continue;
            script.utterances.back().after = is_title(block) ? Break::heading : Break::paragraph;
        }
        if (script.utterances.size() > section_start) {
            script.utterances.back().after = Break::section;
        }
    }
    return script;
}

std::string flaw_in(const Document& document, const Script& script) {
    std::vector<bool> held(document.text.size());
    const auto hold = [&](Span span) {
        std::fill(held.begin() + span.begin, held.begin() + span.end, true);
    };
    for (const Utterance& utterance : script.utterances) {
        std::uint32_t last = 0;
        for (const Word& word : utterance.words) {
            if (!utterance.source.contains(word.source)) return "a word lies outside its sentence";
            if (word.source.begin < last) return "words are out of order";
            if (word.spoken.empty()) return "a word says nothing";
            last = word.source.begin;
            hold(word.source);
        }
    }
    for (const Skip& skip : script.skips)
        hold(skip.source);
    for (const Block& block : document.blocks) {
        for (std::uint32_t at = block.source.begin; at < block.source.end;) {
            const utf8::Decoded next = utf8::decode(document.text, at);
            if (!held[at] && u_isUWhiteSpace(static_cast<UChar32>(next.code)) == 0) {
                return fmt::format("byte {} is neither spoken nor skipped", at);
            }
            at += next.size;
        }
    }
    return {};
}

}  // namespace rawi
