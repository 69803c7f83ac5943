// The whole article in words.
#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "wording/language.h"

namespace rawi {

namespace {

/// The pause that follows a block's last sentence.
Break break_after(const Block& block) {
    if (block.role == Role::dateline) return Break::sentence;
    const bool title = block.heading || block.role == Role::headline || block.role == Role::subhead;
    return title ? Break::heading : Break::paragraph;
}

}  // namespace

void ScriptWriter::word_block(std::uint32_t index) {
    const Block& block = document_->blocks[index];
    if (block.policy == Policy::skip) {
        skips_.push_back(Skip{.source = block.source, .reason = block.reason});
        return;
    }
    const std::size_t before = ready_.size();
    for (const Span sentence : find_sentences(document_->text, block.source, *language_)) {
        Utterance utterance;
        utterance.source = sentence;
        utterance.section = section_;
        utterance.block = index;
        utterance.language = language_->tag();
        const std::vector<Token> tokens = find_tokens(document_->text, sentence);
        utterance.words =
            language_->say({.text = document_->text, .cut = tokens, .habits = habits_}, skips_);
        if (depth_ == Depth::pronounced) language_->pronounce(utterance.words);
        if (!utterance.words.empty()) ready_.push_back(std::move(utterance));
    }
    if (ready_.size() > before) ready_.back().after = break_after(block);
}

void ScriptWriter::close_section() {
    if (!ready_.empty()) ready_.back().after = Break::section;
    ++section_;
    block_ = 0;
}

std::optional<Utterance> ScriptWriter::next() {
    // The last one is held back until it is known what follows it: that decides its pause.
    while (ready_.size() < 2 && section_ < document_->sections.size()) {
        const Section& section = document_->sections[section_];
        if (block_ < section.block_count) {
            word_block(section.first_block + block_++);
        } else {
            close_section();
        }
    }
    if (ready_.empty()) return std::nullopt;
    Utterance first = std::move(ready_.front());
    ready_.pop_front();
    return first;
}

std::vector<Skip> ScriptWriter::take_skips() {
    return std::exchange(skips_, {});
}

Script write_script(const Document& document, const Language& language, Depth depth) {
    Script script;
    ScriptWriter writer(document, language, depth);
    while (std::optional<Utterance> utterance = writer.next()) {
        script.utterances.push_back(std::move(*utterance));
    }
    script.skips = writer.take_skips();
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
