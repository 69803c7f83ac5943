// The text of an article and the origin of each byte.
#include "model/document.h"

#include <algorithm>
#include <array>
#include <tuple>

#include <fmt/format.h>

#include "base/utf8.h"

namespace rawi {
inline namespace model {

namespace {

constexpr std::array<std::string_view, 21> role_names_in_order = {
    "headline",      "kicker", "byline",     "dateline",  "lede",       "subhead",
    "paragraph",     "quote",  "pull-quote", "list-item", "table",      "code",
    "caption",       "credit", "image",      "note",      "correction", "related-link",
    "advertisement", "embed",  "furniture"};

std::string check_runs(const Document& document) {
    std::uint32_t end = 0;
    for (const Run& run : document.runs) {
        if (run.text.begin < end || run.text.end < run.text.begin) return "runs overlap";
        if (run.text.end > document.text.size()) return "a run ends after the end of the text";
        end = run.text.end;
        if (run.part >= document.parts.size()) return "a run has no part";
        const std::string_view bytes = document.parts[run.part].bytes;
        if (run.origin.end > bytes.size() || run.origin.end < run.origin.begin) {
            return "the origin of a run is outside its part";
        }
        if (run.kind == Run::Kind::copied && run.text.of(document.text) != run.origin.of(bytes)) {
            return "a copied run differs from its origin";
        }
    }
    return {};
}

std::string check_blocks(const Document& document) {
    std::uint32_t end = 0;
    for (const Block& block : document.blocks) {
        if (block.source.begin < end || block.source.empty()) return "blocks overlap or are empty";
        if (block.source.end > document.text.size())
            return "a block ends after the end of the text";
        end = block.source.end;
        if ((block.policy == Policy::skip) == block.reason.empty()) {
            return "a block is skipped without a reason, or spoken with one";
        }
    }
    std::uint32_t next = 0;
    for (const Section& section : document.sections) {
        if (section.first_block != next)
            return "a section does not start at the end of the previous one";
        next += section.block_count;
    }
    if (document.sections.empty()) return "the document has no section";
    if (next != document.blocks.size()) return "a block is in no section";
    return {};
}

std::string check_controls(const Document& document) {
    std::uint32_t end = 0;
    for (const Control& control : document.controls) {
        if (control.source.begin < end || control.source.empty()) return "controls overlap";
        if (control.source.end > document.text.size())
            return "a control ends after the end of the text";
        end = control.source.end;
    }
    std::uint32_t last = 0;
    for (const Silence& silence : document.silences) {
        if (silence.at < last || silence.at > document.text.size()) {
            return "silences are out of order or after the end of the text";
        }
        last = silence.at;
    }
    end = 0;
    for (const Span sentence : document.sentences) {
        if (sentence.begin < end || sentence.end > document.text.size()) return "sentences overlap";
        end = sentence.end;
    }
    return {};
}

/// The last run that begins at or before byte `at` of the text, or null.
const Run* last_run_from(const Document& document, std::uint32_t at) {
    const auto next =
        std::upper_bound(document.runs.begin(), document.runs.end(), at,
                         [](std::uint32_t byte, const Run& run) { return byte < run.text.begin; });
    return next == document.runs.begin() ? nullptr : &*(next - 1);
}

/// Where the text from byte `at` on, which is in the run, begins in the part.
std::uint32_t origin_begin(const Run& run, std::uint32_t at) {
    return run.kind == Run::Kind::copied ? run.origin.begin + (at - run.text.begin)
                                         : run.origin.begin;
}

}  // namespace

std::string_view name_of(Role role) {
    return role_names_in_order.at(static_cast<std::size_t>(role));
}

std::string_view name_of(Policy policy) {
    switch (policy) {
        case Policy::speak:
            return "speak";
        case Policy::skip:
            return "skip";
        case Policy::announce:
            return "announce";
    }
    return "speak";
}

std::optional<Role> role_named(std::string_view name) {
    const auto* const found =
        std::find(role_names_in_order.begin(), role_names_in_order.end(), name);
    if (found == role_names_in_order.end()) return std::nullopt;
    return static_cast<Role>(found - role_names_in_order.begin());
}

std::optional<Policy> policy_named(std::string_view name) {
    for (const Policy policy : {Policy::speak, Policy::skip, Policy::announce})
        if (name_of(policy) == name) return policy;
    return std::nullopt;
}

bool has_spoken_text(Role role) {
    return role != Role::code && role != Role::embed;
}

std::string role_names() {
    std::string names;
    for (const std::string_view name : role_names_in_order)
        names += fmt::format("{}{}", names.empty() ? "" : ", ", name);
    return names;
}

std::optional<std::pair<std::uint32_t, Span>> origin_of(const Document& document, Span source) {
    const auto run_at = [&](std::uint32_t byte) -> const Run* {
        const Run* const run = last_run_from(document, byte);
        return run != nullptr && byte < run->text.end ? run : nullptr;
    };
    const Run* const first = run_at(source.begin);
    const Run* const last = source.empty() ? first : run_at(source.end - 1);
    if (first == nullptr || last == nullptr || first->part != last->part) return std::nullopt;
    return std::pair(first->part,
                     Span{.begin = origin_begin(*first, source.begin),
                          .end = last->kind == Run::Kind::copied ? origin_begin(*last, source.end)
                                                                 : last->origin.end});
}

Place place_of(const Document& document, Span source) {
    Place place;
    if (document.runs.empty()) return place;
    const Run* run = last_run_from(document, source.begin);
    std::uint32_t byte = 0;
    if (run == nullptr) {
        run = &document.runs.front();
        byte = run->origin.begin;
    } else {
        byte = source.begin < run->text.end ? origin_begin(*run, source.begin) : run->origin.end;
    }
    place.part = run->part;
    std::tie(place.line, place.column) =
        utf8::LineCounter(document.parts[place.part].bytes).at(byte);
    return place;
}

std::string where(const Document& document, const Notice& notice) {
    if (!notice.place.empty()) return notice.place;
    if (!notice.source.empty()) return where(document, notice.source);
    return document.name.empty() ? "article" : document.name;
}

std::string where(const Document& document, Span source) {
    const Place place = place_of(document, source);
    return fmt::format("{}:{}:{}",
                       document.parts.empty() ? "article" : document.parts[place.part].name,
                       place.line, place.column);
}

std::string check_invariants(const Document& document) {
    if (utf8::first_invalid(document.text)) return "the text is not well-formed UTF-8";
    std::string flaw = check_runs(document);
    if (flaw.empty()) flaw = check_blocks(document);
    return flaw.empty() ? check_controls(document) : flaw;
}

}  // namespace model
}  // namespace rawi
