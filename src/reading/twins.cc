// Descriptions of pictures that repeat what is said beside them, as most of newsrooms' do.
#include "reading/twins.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>

#include "reading/word_hashes.h"

namespace rawi::reading {

namespace {

using Words = std::vector<std::uint64_t>;

bool holds_most(const Words& of, const Words& words) {
    constexpr double most = 0.8;
    const auto same = std::count_if(words.begin(), words.end(), [&](std::uint64_t word) {
        return std::find(of.begin(), of.end(), word) != of.end();
    });
    return static_cast<double>(same) >= most * static_cast<double>(words.size());
}

class Pictures {
  public:
    explicit Pictures(const Document& document) : document_(document) {
        for (const Block& block : document.blocks)
            if (block.role == Role::headline && headlines_.size() < most_headlines)
                headlines_.push_back(words_of(block));
    }

    bool is_repeated(std::size_t picture) {
        const Words words = words_of(document_.blocks[picture]);
        if (!earlier_.insert(words).second) return true;
        return is_in_headline(words) || is_said_near(picture, words);
    }

  private:
    static constexpr std::size_t most_headlines = 10;

    Words words_of(const Block& block) const {
        return word_hashes(block.source.of(document_.text));
    }

    bool is_in_headline(const Words& words) const {
        return std::any_of(headlines_.begin(), headlines_.end(),
                           [&](const Words& headline) { return holds_most(headline, words); });
    }

    /// Whether a caption or a lede near the picture says the same.
    bool is_said_near(std::size_t picture, const Words& words) const {
        constexpr std::size_t near = 3;
        const std::vector<Block>& blocks = document_.blocks;
        const std::size_t end = std::min(picture + near + 1, blocks.size());
        for (std::size_t i = picture - std::min(picture, near); i < end; ++i) {
            const Role role = blocks[i].role;
            if ((role == Role::caption || role == Role::lede) &&
                holds_most(words_of(blocks[i]), words))
                return true;
        }
        return false;
    }

    const Document& document_;
    std::vector<Words> headlines_;
    std::set<Words> earlier_;
};

}  // namespace

std::vector<bool> repeated_pictures(const Document& document) {
    std::vector<bool> repeated(document.blocks.size());
    Pictures pictures(document);
    for (std::size_t i = 0; i < repeated.size(); ++i)
        repeated[i] = document.blocks[i].role == Role::image && pictures.is_repeated(i);
    return repeated;
}

}  // namespace rawi::reading
