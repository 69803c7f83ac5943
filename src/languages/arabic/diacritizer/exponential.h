#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace rawi::languages::arabic::diacritizer {

constexpr float largest_exponent = 60.0F, log2_e = 1.44269504F, ln_2 = 0.693147181F;
constexpr std::int32_t exponent_bias = 127;
constexpr int mantissa_bits = 23;
/// 1/n!
constexpr std::array<float, 7> series = {1.0F,          1.0F,           0.5F,          0.166666667F,
                                         0.0416666667F, 0.00833333333F, 0.00138888889F};

/// e^x for |x| <= 60 with a relative error of about 1e-7. Uses plain arithmetic, so that the bits
/// are the same everywhere (separates integer and fractional powers of two: Cody & Waite 1980).
inline float exponential(float x) {
    const float t = std::min(largest_exponent, std::max(-largest_exponent, x)) * log2_e;
    const auto whole = static_cast<std::int32_t>(t + (t >= 0 ? 0.5F : -0.5F));
    const float f = (t - static_cast<float>(whole)) * ln_2;
    float part = series.back();
    for (std::size_t i = series.size() - 1; i > 0; --i)
        part = series[i - 1] + f * part;
    return part * std::bit_cast<float>((whole + exponent_bias) << mantissa_bits);
}

}  // namespace rawi::languages::arabic::diacritizer
