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

constexpr std::array<std::string_view, 21> role_names = {
    "headline",      "kicker", "byline",     "dateline",  "lede",       "subhead",
    "paragraph",     "quote",  "pull-quote", "list-item", "table",      "code",
    "caption",       "credit", "image",      "note",      "correction", "related-link",
    "advertisement", "embed",  "furniture"};

std::string flaw_in_runs(const Document& document) {
    std::uint32_t end = 0;
    for (const Run& run : document.runs) {
        if (run.text.begin < end || run.text.end < run.text.begin) return "runs overlap";
        if (run.text.end > document.text.size()) return "a run ends after the text";
        end = run.text.end;
        if (run.part >= document.parts.size()) return "a run belongs to no part";
        const std::string& bytes = document.parts[run.part].bytes;
        if (run.origin.end > bytes.size() || run.origin.end < run.origin.begin) {
            return "the origin of a run is outside its part";
        }
        if (run.kind == Run::Kind::copied && run.text.of(document.text) != run.origin.of(bytes)) {
            return "a copied run differs from its origin";
        }
    }
    return {};
}

std::string flaw_in_blocks(const Document& document) {
    std::uint32_t end = 0;
    for (const Block& block : document.blocks) {
        if (block.source.begin < end || block.source.empty()) return "blocks overlap or are empty";
        if (block.source.end > document.text.size()) return "a block ends after the text";
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
    if (document.sections.empty()) return "there is no section";
    if (next != document.blocks.size()) return "a block is in no section";
    return {};
}

std::string flaw_in_controls(const Document& document) {
    std::uint32_t end = 0;
    for (const Control& control : document.controls) {
        if (control.source.begin < end || control.source.empty()) return "controls overlap";
        if (control.source.end > document.text.size()) return "a control ends after the text";
        end = control.source.end;
    }
    std::uint32_t last = 0;
    for (const Silence& silence : document.silences) {
        if (silence.at < last || silence.at > document.text.size()) {
            return "silences are out of order or after the text";
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

}  // namespace

std::string_view name_of(Role role) {
    return role_names.at(static_cast<std::size_t>(role));
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
    const auto* const found = std::find(role_names.begin(), role_names.end(), name);
    if (found == role_names.end()) return std::nullopt;
    return static_cast<Role>(found - role_names.begin());
}

Policy usual_policy(Role role) {
    switch (role) {
        case Role::code:
        case Role::image:
        case Role::related_link:
        case Role::advertisement:
        case Role::embed:
        case Role::furniture:
            return Policy::skip;
        default:
            return Policy::speak;
    }
}

std::optional<std::pair<std::uint32_t, Span>> origin_of(const Document& document, Span source) {
    const auto after = [](std::uint32_t byte, const Run& run) { return byte < run.text.begin; };
    const auto run_at = [&](std::uint32_t byte) -> const Run* {
        const auto next = std::upper_bound(document.runs.begin(), document.runs.end(), byte, after);
        if (next == document.runs.begin()) return nullptr;
        const Run& run = *(next - 1);
        return byte < run.text.end ? &run : nullptr;
    };
    const Run* const first = run_at(source.begin);
    const Run* const last = source.empty() ? first : run_at(source.end - 1);
    if (first == nullptr || last == nullptr || first->part != last->part) return std::nullopt;
    Span origin{.begin = first->origin.begin, .end = last->origin.end};
    if (first->kind == Run::Kind::copied) origin.begin += source.begin - first->text.begin;
    if (last->kind == Run::Kind::copied) {
        origin.end = last->origin.begin + (source.end - last->text.begin);
    }
    return std::pair(first->part, origin);
}

Place place_of(const Document& document, Span source) {
    Place place;
    const auto origin = origin_of(document, source);
    if (!origin) return place;
    place.part = origin->first;
    std::tie(place.line, place.column) =
        utf8::LineCounter(document.parts[place.part].bytes).at(origin->second.begin);
    return place;
}

std::string where(const Document& document, const Notice& notice) {
    if (!notice.place.empty()) return notice.place;
    if (!notice.source.empty()) return where(document, notice.source);
    return document.parts.empty() ? "article" : document.parts.front().name;
}

std::string where(const Document& document, Span source) {
    const Place place = place_of(document, source);
    return fmt::format("{}:{}:{}",
                       document.parts.empty() ? "article" : document.parts[place.part].name,
                       place.line, place.column);
}

std::string flaw_in(const Document& document) {
    if (utf8::first_invalid(document.text)) return "the text is not well-formed UTF-8";
    std::string flaw = flaw_in_runs(document);
    if (flaw.empty()) flaw = flaw_in_blocks(document);
    return flaw.empty() ? flaw_in_controls(document) : flaw;
}

}  // namespace model
}  // namespace rawi
