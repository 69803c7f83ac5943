// Verbalizes the whole article.
#include "wording/script/script_writer.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "wording/language.h"
#include "wording/overrides/override_finder.h"
#include "wording/segmentation.h"
#include "wording/token.h"
#include "wording/words.h"

namespace rawi::wording::script {

namespace {

/// The break after the last sentence of a block.
Break break_after(const Block& block) {
    if (block.role == Role::dateline) return Break::sentence;
    const bool title = block.heading || block.role == Role::headline || block.role == Role::subhead;
    return title ? Break::heading : Break::paragraph;
}

}  // namespace

void ScriptWriter::word_block(std::uint32_t index) {
    const Block& block = document_->blocks[index];
    const bool announced = block.policy == Policy::announce;
    const std::size_t before = ready_.size();
    if (announced) announce_block(index);
    if (block.policy == Policy::skip) {
        skips_.push_back(
            Skip{.source = block.source, .reason = SkipReason::role, .detail = block.reason});
    } else if (announced && !has_spoken_text(block.role)) {
        skips_.push_back(Skip{.source = block.source,
                              .reason = SkipReason::role,
                              .detail = fmt::format("role: {} (announced)", name_of(block.role))});
    } else {
        say_block(index);
    }
    if (ready_.size() > before) ready_.back().after = break_after(block);
}

void ScriptWriter::announce_block(std::uint32_t index) {
    const Block& block = document_->blocks[index];
    Utterance utterance;
    utterance.source = block.source;
    utterance.section = section_;
    utterance.block = index;
    utterance.language = language_->tag();
    utterance.words = say_text(*language_, block.label, number_format_);
    for (Word& word : utterance.words) {
        word.source = block.source;
        word.rule = "roles.tsv";
        word.why = fmt::format("role: {}", name_of(block.role));
    }
    if (depth_ == Depth::pronounced) pronounce(utterance.words);
    if (!utterance.words.empty()) ready_.push_back(std::move(utterance));
}

void ScriptWriter::say_block(std::uint32_t index) {
    const Block& block = document_->blocks[index];
    static const std::vector<std::string> none;
    const std::vector<std::string>& more =
        overrides_.lexicon == nullptr ? none : overrides_.lexicon->abbreviations();
    for (const Span sentence : overrides::settle_sentences(
             *document_, split_sentences(document_->text, block.source, *language_, more))) {
        Utterance utterance = word_sentence(sentence);
        utterance.block = index;
        if (!utterance.words.empty()) ready_.push_back(std::move(utterance));
    }
}

Utterance ScriptWriter::word_sentence(Span sentence) {
    Utterance utterance;
    utterance.source = sentence;
    utterance.section = section_;
    utterance.language = language_->tag();
    std::vector<Token> tokens = tokenize(document_->text, sentence);
    const overrides::OverrideFinder finder(*document_, *language_, number_format_, overrides_);
    std::vector<Override> overrides = finder.find(sentence, tokens, skips_, notices_);
    utterance.words = language_->say({.text = document_->text,
                                      .tokens = tokens,
                                      .number_format = number_format_,
                                      .overrides = std::move(overrides)},
                                     skips_);
    if (depth_ == Depth::pronounced) pronounce(utterance.words);
    keep_silent(utterance);
    return utterance;
}

void ScriptWriter::pronounce(std::vector<Word>& words) const {
    const bool mixed = std::any_of(words.begin(), words.end(),
                                   [](const Word& word) { return !word.language.empty(); });
    if (!mixed) return language_->pronounce(words);
    // Each language pronounces its own words and may split them.
    std::vector<Word> all;
    for (auto begin = words.begin(); begin != words.end();) {
        const auto end = std::find_if(
            begin, words.end(), [&](const Word& word) { return word.language != begin->language; });
        const Language* language = language_;
        if (!begin->language.empty() && overrides_.languages != nullptr)
            language = overrides_.languages->find(begin->language);
        if (language != nullptr) {
            std::vector<Word> some(std::make_move_iterator(begin), std::make_move_iterator(end));
            language->pronounce(some);
            std::move(some.begin(), some.end(), std::back_inserter(all));
        } else {
            std::move(begin, end, std::back_inserter(all));
        }
        begin = end;
    }
    words = std::move(all);
}

void ScriptWriter::keep_silent(Utterance& utterance) {
    constexpr int longest = 600'000;  // milliseconds at one place in total
    const std::vector<Silence>& all = document_->silences;
    std::vector<Word>& words = utterance.words;
    if (!words.empty()) utterance.silence_before = std::exchange(pending_silence_, 0);
    for (; silence_ < all.size() && all[silence_].at <= utterance.source.end; ++silence_) {
        const Silence silence = all[silence_];
        const auto next = std::lower_bound(
            words.begin(), words.end(), silence.at,
            [](const Word& word, std::uint32_t at) { return word.source.begin < at; });
        int& length = next != words.begin() ? (next - 1)->silence
                      : words.empty()       ? pending_silence_
                                            : utterance.silence_before;
        length = std::min(length + silence.milliseconds, longest);
    }
}

void ScriptWriter::close_section() {
    if (!ready_.empty()) {
        ready_.back().after = Break::section;
        ready_.back().words.back().silence += std::exchange(pending_silence_, 0);
    }
    ++section_;
    block_ = 0;
}

std::optional<Utterance> ScriptWriter::next() {
    // Hold the last sentence back: what follows it determines its pause.
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

std::vector<Notice> ScriptWriter::take_notices() {
    return std::exchange(notices_, {});
}

Script write_script(const Document& document, const Language& language, Depth depth,
                    const overrides::Overrides& overrides) {
    Script script;
    ScriptWriter writer(document, language, depth, overrides);
    while (std::optional<Utterance> utterance = writer.next()) {
        script.utterances.push_back(std::move(*utterance));
    }
    script.skips = writer.take_skips();
    return script;
}

std::string check_invariants(const Document& document, const Script& script) {
    std::vector<bool> held(document.text.size());
    const auto hold = [&](Span span) {
        std::fill(held.begin() + span.begin, held.begin() + span.end, true);
    };
    for (const Utterance& utterance : script.utterances) {
        std::uint32_t last = 0;
        for (const Word& word : utterance.words) {
            if (!utterance.source.contains(word.source)) return "a word is outside its sentence";
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

}  // namespace rawi::wording::script
