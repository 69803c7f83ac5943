#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rawi::languages::arabic::diacritizer {

/// Columns of a matrix are a multiple of this.
constexpr std::size_t column_block = 64;

/// Rows of a matrix are a multiple of this, and multiplied together.
constexpr std::size_t row_block = 16;
/// Columns that stand side by side for each row of a block.
constexpr std::size_t pair = 2;

/// Where the weight of a row and a column stands for multiply(): block by block of rows, in it pair
/// by pair of columns, in it row by row.
constexpr std::size_t place_of(std::size_t row, std::size_t column, std::size_t columns) {
    return row / row_block * row_block * columns + column / pair * pair * row_block +
           row % row_block * pair + column % pair;
}

/// out[t * rows + j] = sum over i of weights[place_of(j, i, columns)] * x[t * columns + i], for
/// `count` vectors x. Sums are exact as long as they fit 32 bits, so that every instruction set
/// gives the same; which one is used is decided when the program runs.
void multiply(const std::int8_t* weights, std::size_t rows, std::size_t columns,
              const std::int16_t* x, std::size_t count, std::int32_t* out);

/// Activations are whole numbers of 1/one.
constexpr float one = 16384.0F;

/// One step of a layer of gated units. gates: [3 width], the input's part of reset, update and new;
/// products: [3 width], of the recurrent weights with the last state, to be multiplied by
/// `factors`; bias: [4 width], as in Layer. `state` is taken on, and given as whole numbers too.
/// width is a multiple of 16.
void step(const float* gates, const std::int32_t* products, const float* factors, const float* bias,
          std::size_t width, float* state, std::int16_t* rounded);

/// The instruction sets that there are loops for and that this machine has, the best first, as
/// Highway names them ("AVX2"); the last one is "baseline". The best is in use.
std::vector<std::string_view> instruction_sets();

/// For tests: works with one of them, or, where `name` is empty, with the best again. False:
/// there is none of that name.
bool use_instruction_set(std::string_view name);

}  // namespace rawi::languages::arabic::diacritizer
