#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/document.h"

namespace rawi {

/// Whether markup is taken for markup: in documents that begin with <speak>, always, or never.
enum class Inline : std::uint8_t { found, ssml, none };

/// Whether a text begins with <speak>, behind white space, an XML declaration and comments.
bool begins_with_speak(std::string_view text);

/// A text whose tags were taken out of it. All spans but the runs' origins lie in `text`.
struct Marked {
    std::string text;       ///< each <p> is a line between empty lines
    std::vector<Run> runs;  ///< where it came from; what is in none was made here
    std::vector<Control> controls;
    std::vector<Silence> silences;
    std::vector<Span> sentences;  ///< of <s>
    std::string language;         ///< of <speak>; empty: none
    std::vector<Notice> notices;  ///< tags that are not known, with their places
};

/// Takes the subset of SSML that README.md describes out of a text. Errors (kind input) give line
/// and column: markup that is not well-formed, an attribute that is missing or has no sense.
Result<Marked> read_ssml(std::string_view name, std::string_view text);

}  // namespace rawi
