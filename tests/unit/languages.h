#pragma once

#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "languages/languages.h"
#include "model/document.h"
#include "wording/language.h"

namespace rawi {

inline const wording::Language& arabic() {
    static const auto language = languages::load_language(RAWI_SOURCE "/voices", "ar");
    return **language;
}

inline const wording::Language& english() {
    static const auto language = languages::load_language(RAWI_SOURCE "/voices", "en");
    return **language;
}

/// A document of one paragraph.
inline Document one_block(std::string text) {
    Document document;
    document.text = std::move(text);
    Block block;
    block.source = {.begin = 0, .end = static_cast<std::uint32_t>(document.text.size())};
    document.blocks.push_back(block);
    document.sections.push_back(Section{.title = {}, .first_block = 0, .block_count = 1});
    return document;
}

}  // namespace rawi
