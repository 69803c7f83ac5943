#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rawi::vowels {

/// Columns of a matrix are a multiple of this.
constexpr std::size_t column_block = 64;

/// out[t * rows + j] = sum over i of weights[j * columns + i] * x[t * columns + i], for `count`
/// vectors x. Sums are exact as long as they fit 32 bits, so that every instruction set gives the
/// same; which one is used is decided when the program runs.
void multiply(const std::int16_t* weights, std::size_t rows, std::size_t columns,
              const std::int16_t* x, std::size_t count, std::int32_t* out);

/// The instruction set in use, as Highway names it ("AVX2").
std::string_view instruction_set();

}  // namespace rawi::vowels
