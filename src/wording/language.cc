// The defaults of a language.
#include "wording/language.h"

namespace rawi::wording {

std::vector<Stem> Language::stems(std::string_view word) const {
    for (const std::string_view ending : {"'s", "'"}) {
        if (word.size() > ending.size() && word.ends_with(ending)) {
            return {Stem{.before = {},
                         .word = std::string(word.substr(0, word.size() - ending.size())),
                         .after = std::string(ending)}};
        }
    }
    return {};
}

std::string Language::respelled(const Stem& stem, std::string_view respelling) const {
    return stem.before + std::string(respelling) + stem.after;
}

std::string Language::pronounced(const Stem& /*stem*/, std::string_view ipa) const {
    return std::string(ipa);
}

}  // namespace rawi::wording
