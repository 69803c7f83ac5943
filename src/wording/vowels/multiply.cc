// Matrix products in whole numbers, compiled once for each instruction set.
#include "wording/vowels/multiply.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "wording/vowels/multiply.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace rawi::vowels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// `count` vectors at once: a row of weights is read once for all of them.
template <std::size_t count>
void multiply_some(const std::int16_t* weights, std::size_t rows, std::size_t columns,
                   const std::int16_t* x, std::int32_t* out) {
    const hn::CappedTag<std::int16_t, column_block> narrow;
    const hn::RepartitionToWide<decltype(narrow)> wide;
    const std::size_t lanes = hn::Lanes(narrow);
    for (std::size_t j = 0; j < rows; ++j) {
        const std::int16_t* const row = weights + j * columns;
        auto sum0 = hn::Zero(wide);
        auto sum1 = hn::Zero(wide);
        auto sum2 = hn::Zero(wide);
        auto sum3 = hn::Zero(wide);
        auto high0 = hn::Zero(wide);  // some instruction sets keep the upper halves apart
        auto high1 = hn::Zero(wide);
        auto high2 = hn::Zero(wide);
        auto high3 = hn::Zero(wide);
        for (std::size_t i = 0; i < columns; i += lanes) {
            const auto w = hn::LoadU(narrow, row + i);
            sum0 = hn::ReorderWidenMulAccumulate(wide, w, hn::LoadU(narrow, x + i), sum0, high0);
            if constexpr (count == 4) {
                sum1 = hn::ReorderWidenMulAccumulate(wide, w, hn::LoadU(narrow, x + columns + i),
                                                     sum1, high1);
                sum2 = hn::ReorderWidenMulAccumulate(
                    wide, w, hn::LoadU(narrow, x + 2 * columns + i), sum2, high2);
                sum3 = hn::ReorderWidenMulAccumulate(
                    wide, w, hn::LoadU(narrow, x + 3 * columns + i), sum3, high3);
            }
        }
        out[j] = hn::GetLane(hn::SumOfLanes(wide, hn::Add(sum0, high0)));
        if constexpr (count == 4) {
            out[rows + j] = hn::GetLane(hn::SumOfLanes(wide, hn::Add(sum1, high1)));
            out[2 * rows + j] = hn::GetLane(hn::SumOfLanes(wide, hn::Add(sum2, high2)));
            out[3 * rows + j] = hn::GetLane(hn::SumOfLanes(wide, hn::Add(sum3, high3)));
        }
    }
}

void multiply_all(const std::int16_t* weights, std::size_t rows, std::size_t columns,
                  const std::int16_t* x, std::size_t count, std::int32_t* out) {
    std::size_t t = 0;
    for (; t + 4 <= count; t += 4)
        multiply_some<4>(weights, rows, columns, x + t * columns, out + t * rows);
    for (; t < count; ++t)
        multiply_some<1>(weights, rows, columns, x + t * columns, out + t * rows);
}

std::int64_t target() {
    return HWY_TARGET;
}

}  // namespace rawi::vowels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace rawi::vowels {

HWY_EXPORT(multiply_all);
HWY_EXPORT(target);

void multiply(const std::int16_t* weights, std::size_t rows, std::size_t columns,
              const std::int16_t* x, std::size_t count, std::int32_t* out) {
    HWY_DYNAMIC_DISPATCH(multiply_all)(weights, rows, columns, x, count, out);
}

std::string_view instruction_set() {
    return hwy::TargetName(HWY_DYNAMIC_DISPATCH(target)());
}

}  // namespace rawi::vowels
#endif
