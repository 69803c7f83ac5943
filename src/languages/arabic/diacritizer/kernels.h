#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rawi::languages::arabic::diacritizer {

/// The number of columns of a matrix is a multiple of this.
constexpr std::size_t column_block = 64;

/// The number of rows of a matrix is a multiple of this; such a block is multiplied together.
constexpr std::size_t row_block = 16;
/// The number of adjacent columns for each row of a block.
constexpr std::size_t pair = 2;

/// The index of a weight in the layout of multiply(): blocks of rows, within them pairs of columns,
/// within them rows.
constexpr std::size_t place_of(std::size_t row, std::size_t column, std::size_t columns) {
    return row / row_block * row_block * columns + column / pair * pair * row_block +
           row % row_block * pair + column % pair;
}

/// out[t * rows + j] = sum over i of weights[place_of(j, i, columns)] * x[t * columns + i], for
/// `count` vectors x. Sums are exact as long as they fit into 32 bits, so that all instruction sets
/// give the same result. The instruction set is chosen at run time.
void multiply(const std::int8_t* weights, std::size_t rows, std::size_t columns,
              const std::int16_t* x, std::size_t count, std::int32_t* out);

/// Activations are integers in units of 1/one.
constexpr float one = 16384.0F;

/// One step of a layer of gated recurrent units. gates: [3 width], the part of reset, update and
/// new that comes from the input; products: [3 width], recurrent weights times the last state, to
/// be scaled by `factors`; bias: [4 width], as in Layer. Updates `state` and also returns it as
/// integers. width is a multiple of 16.
void step(const float* gates, const std::int32_t* products, const float* factors, const float* bias,
          std::size_t width, float* state, std::int16_t* rounded);

/// The names of the supported instruction sets of this machine, the best first, as in Highway
/// ("AVX2"); the last one is "baseline". The first one is used.
std::vector<std::string_view> instruction_sets();

/// For tests: selects an instruction set, or the best one if `name` is empty. Returns false if
/// there is none with this name.
bool use_instruction_set(std::string_view name);

}  // namespace rawi::languages::arabic::diacritizer
