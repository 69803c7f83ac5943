// The network's inner loops, compiled once for each instruction set. No product is fused with a sum
// (-ffp-contract=off), so that each gives the same bits.
#include "wording/vowels/kernels.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "wording/vowels/kernels.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "wording/vowels/exponential.h"

HWY_BEFORE_NAMESPACE();
namespace rawi::vowels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// Four products at once, so that each waits less for its own last sum: of four rows with one
/// vector (`step` = columns, `still` = 0) or of one row with four vectors (the other way round).
void multiply_four(const std::int16_t* weights, std::size_t weights_step, const std::int16_t* x,
                   std::size_t x_step, std::size_t columns, std::int32_t* out,
                   std::size_t out_step) {
    const hn::CappedTag<std::int16_t, column_block> narrow;
    const hn::RepartitionToWide<decltype(narrow)> wide;
    const std::size_t lanes = hn::Lanes(narrow);
    auto sum0 = hn::Zero(wide);
    auto sum1 = hn::Zero(wide);
    auto sum2 = hn::Zero(wide);
    auto sum3 = hn::Zero(wide);
    auto high0 = hn::Zero(wide);  // some instruction sets keep the upper halves apart
    auto high1 = hn::Zero(wide);
    auto high2 = hn::Zero(wide);
    auto high3 = hn::Zero(wide);
    for (std::size_t i = 0; i < columns; i += lanes) {
        const std::int16_t* const w = weights + i;
        const std::int16_t* const v = x + i;
        const auto product = [&](std::size_t k, auto sum, auto& high) {
            return hn::ReorderWidenMulAccumulate(wide, hn::LoadU(narrow, w + k * weights_step),
                                                 hn::LoadU(narrow, v + k * x_step), sum, high);
        };
        sum0 = product(0, sum0, high0);
        sum1 = product(1, sum1, high1);
        sum2 = product(2, sum2, high2);
        sum3 = product(3, sum3, high3);
    }
    out[0] = hn::GetLane(hn::SumOfLanes(wide, hn::Add(sum0, high0)));
    out[out_step] = hn::GetLane(hn::SumOfLanes(wide, hn::Add(sum1, high1)));
    out[2 * out_step] = hn::GetLane(hn::SumOfLanes(wide, hn::Add(sum2, high2)));
    out[3 * out_step] = hn::GetLane(hn::SumOfLanes(wide, hn::Add(sum3, high3)));
}

void multiply_one(const std::int16_t* weights, const std::int16_t* x, std::size_t columns,
                  std::int32_t* out) {
    const hn::CappedTag<std::int16_t, column_block> narrow;
    const hn::RepartitionToWide<decltype(narrow)> wide;
    auto sum = hn::Zero(wide);
    auto high = hn::Zero(wide);
    for (std::size_t i = 0; i < columns; i += hn::Lanes(narrow)) {
        sum = hn::ReorderWidenMulAccumulate(wide, hn::LoadU(narrow, weights + i),
                                            hn::LoadU(narrow, x + i), sum, high);
    }
    *out = hn::GetLane(hn::SumOfLanes(wide, hn::Add(sum, high)));
}

void multiply_all(const std::int16_t* weights, std::size_t rows, std::size_t columns,
                  const std::int16_t* x, std::size_t count, std::int32_t* out) {
    constexpr std::size_t four = 4;
    std::size_t t = 0;
    for (; t + four <= count; t += four) {
        for (std::size_t j = 0; j < rows; ++j)
            multiply_four(weights + j * columns, 0, x + t * columns, columns, columns,
                          out + t * rows + j, rows);
    }
    for (; t < count; ++t) {
        std::size_t j = 0;
        for (; j + four <= rows; j += four)
            multiply_four(weights + j * columns, columns, x + t * columns, 0, columns,
                          out + t * rows + j, 1);
        for (; j < rows; ++j)
            multiply_one(weights + j * columns, x + t * columns, columns, out + t * rows + j);
    }
}

/// As in exponential.h, lane by lane.
template <class D, class V = hn::Vec<D>>
V exponential_of(D floats, V x) {
    const hn::RebindToSigned<D> whole_numbers;
    const V limit = hn::Set(floats, largest_exponent);
    const V t = hn::Mul(hn::Min(limit, hn::Max(hn::Neg(limit), x)), hn::Set(floats, log2_e));
    const auto whole =
        hn::ConvertTo(whole_numbers, hn::Add(t, hn::CopySign(hn::Set(floats, 0.5F), t)));
    const V f = hn::Mul(hn::Sub(t, hn::ConvertTo(floats, whole)), hn::Set(floats, ln_2));
    V part = hn::Set(floats, series.back());
    for (std::size_t i = series.size() - 1; i > 0; --i)
        part = hn::Add(hn::Set(floats, series[i - 1]), hn::Mul(f, part));
    const auto power =
        hn::ShiftLeft<mantissa_bits>(hn::Add(whole, hn::Set(whole_numbers, exponent_bias)));
    return hn::Mul(part, hn::BitCast(floats, power));
}

template <class D, class V = hn::Vec<D>>
V sigmoid(D floats, V x) {
    const V one = hn::Set(floats, 1.0F);
    return hn::Div(one, hn::Add(one, exponential_of(floats, hn::Neg(x))));
}

template <class D, class V = hn::Vec<D>>
V tangent(D floats, V x) {
    const V two = hn::Set(floats, 2.0F);
    return hn::Sub(hn::Mul(two, sigmoid(floats, hn::Mul(two, x))), hn::Set(floats, 1.0F));
}

void step_all(const float* gates, const std::int32_t* products, const float* factors,
              const float* bias, std::size_t width, float* state, std::int16_t* rounded) {
    constexpr std::size_t most_lanes = 16;
    const hn::CappedTag<float, most_lanes> floats;
    const hn::RebindToSigned<decltype(floats)> whole_numbers;
    const hn::Rebind<std::int16_t, decltype(floats)> narrow;
    for (std::size_t k = 0; k < width; k += hn::Lanes(floats)) {
        const auto at = [&](const float* from, std::size_t part) {
            return hn::LoadU(floats, from + part * width + k);
        };
        const auto product = [&](std::size_t part) {
            const auto sum = hn::LoadU(whole_numbers, products + part * width + k);
            return hn::Mul(hn::ConvertTo(floats, sum), at(factors, part));
        };
        const auto reset = sigmoid(floats, hn::Add(hn::Add(at(gates, 0), product(0)), at(bias, 0)));
        const auto update =
            sigmoid(floats, hn::Add(hn::Add(at(gates, 1), product(1)), at(bias, 1)));
        const auto inner = hn::Mul(reset, hn::Add(product(2), at(bias, 3)));
        const auto fresh = tangent(floats, hn::Add(hn::Add(at(gates, 2), inner), at(bias, 2)));
        const auto before = hn::LoadU(floats, state + k);
        const auto now = hn::Add(fresh, hn::Mul(update, hn::Sub(before, fresh)));
        hn::StoreU(now, floats, state + k);
        const auto scaled = hn::Mul(now, hn::Set(floats, one));
        const auto half = hn::CopySign(hn::Set(floats, 0.5F), scaled);
        hn::StoreU(hn::DemoteTo(narrow, hn::ConvertTo(whole_numbers, hn::Add(scaled, half))),
                   narrow, rounded + k);
    }
}

std::int64_t target() {
    return HWY_TARGET;
}

}  // namespace rawi::vowels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace rawi::vowels {

HWY_EXPORT(multiply_all);
HWY_EXPORT(step_all);
HWY_EXPORT(target);

void multiply(const std::int16_t* weights, std::size_t rows, std::size_t columns,
              const std::int16_t* x, std::size_t count, std::int32_t* out) {
    HWY_DYNAMIC_DISPATCH(multiply_all)(weights, rows, columns, x, count, out);
}

void step(const float* gates, const std::int32_t* products, const float* factors, const float* bias,
          std::size_t width, float* state, std::int16_t* rounded) {
    HWY_DYNAMIC_DISPATCH(step_all)(gates, products, factors, bias, width, state, rounded);
}

std::string_view instruction_set() {
    return hwy::TargetName(HWY_DYNAMIC_DISPATCH(target)());
}

}  // namespace rawi::vowels
#endif
