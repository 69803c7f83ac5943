#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

namespace rawi::vowels {

/// e^x for |x| <= 60, to about 1e-7 of itself, by plain arithmetic (Cody & Waite 1980: whole and
/// fractional powers of two apart).
inline float exponential(float x) {
    constexpr float log2_e = 1.44269504F;
    constexpr float limit = 60.0F;
    x = std::min(limit, std::max(-limit, x)) * log2_e;
    const auto whole = static_cast<std::int32_t>(x + (x >= 0 ? 0.5F : -0.5F));
    const float f = (x - static_cast<float>(whole)) * 0.693147181F;
    const float part =
        1.0F +
        f * (1.0F +
             f * (0.5F + f * (0.166666667F +
                              f * (0.0416666667F + f * (0.00833333333F + f * 0.00138888889F)))));
    constexpr std::int32_t exponent_bias = 127;
    constexpr int mantissa_bits = 23;
    return part * std::bit_cast<float>((whole + exponent_bias) << mantissa_bits);
}

}  // namespace rawi::vowels
