#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace rawi::reading::office {

/// The languages that office files give to a run: one for each group of scripts, of which a run
/// uses those of its characters (ECMA-376, 17.3.2.20; OpenDocument 1.3, 20.194, 20.354, 20.361).
struct Languages {
    std::string latin, asian, complex;  ///< BCP 47; empty: not given

    /// What the other gives overrides what this has.
    void update(const Languages& inner);
    /// Takes out what is the same in the other.
    void remove(const Languages& same);
    /// The language for most letters of a text, which is empty if it is not given; null if the text
    /// has no letter.
    const std::string* of(std::string_view text) const;
};

/// "ar-EG" of "ar" and "EG"; the country may be empty or "none". Empty if it is not a language tag.
std::string language_tag(std::string_view language, std::string_view country = {});

/// Finds the language that most of a document is in.
class LanguageCount {
  public:
    void add(std::string_view text, const Languages& languages);
    /// The language with the most letters; empty if none is given for most letters.
    std::string most_frequent() const;

  private:
    std::map<std::string, std::size_t, std::less<>> letters_;
};

}  // namespace rawi::reading::office
