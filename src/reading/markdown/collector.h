#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "reading/markdown/masking.h"
#include "reading/markdown/pieces.h"

namespace rawi::reading::markdown {

/// The most bytes of addresses and titles of links; those of a reference count each time it is
/// used.
constexpr std::size_t longest_addresses = std::size_t{256} << 20U;

/// The blocks of an article.
struct Blocks {
    std::vector<Draft> drafts;
    bool left_out_headings = false;  ///< of tables; see Table::left_out_headings()
    enum class End : std::uint8_t {
        complete,
        memory,    ///< memory was not sufficient
        addresses  ///< links have more than `longest_addresses` bytes of addresses and titles
    };
    End end = End::complete;
};

/// Parses Markdown from byte `begin` of `bytes` on. `masked` is what md4c sees instead of `bytes`.
Blocks blocks_of(std::string_view bytes, const MaskedText& masked, std::uint32_t begin);

}  // namespace rawi::reading::markdown
