// The inner loops of the network, compiled once for each instruction set. Products are never fused
// with sums (-ffp-contract=off), so that all instruction sets give the same bits.
#include "languages/arabic/diacritizer/kernels.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "languages/arabic/diacritizer/kernels.cc"
#include <cstring>
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "languages/arabic/diacritizer/exponential.h"

HWY_BEFORE_NAMESPACE();
namespace rawi::languages::arabic::diacritizer::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR
/// The baseline: a single lane cannot hold a pair.
void multiply_all(const std::int8_t* weights, std::size_t rows, std::size_t columns,
                  const std::int16_t* x, std::size_t count, std::int32_t* out) {
    for (std::size_t t = 0; t < count; ++t) {
        for (std::size_t j = 0; j < rows; ++j) {
            std::int32_t sum = 0;
            for (std::size_t i = 0; i < columns; ++i)
                sum += weights[place_of(j, i, columns)] * x[t * columns + i];
            out[t * rows + j] = sum;
        }
    }
}
#else
/// Converts weights to the type of the products.
template <class D, class V = hn::Vec<D>>
V load(D narrow, const std::int8_t* weights) {
    return hn::PromoteTo(narrow, hn::LoadU(hn::Rebind<std::int8_t, D>(), weights));
}

/// Computes four independent sums, so that none waits for its own previous addition: four vectors
/// of rows with one x (`x_step` = 0), or one vector of rows with four x (`step` = 0). The lanes of
/// a vector of weights are pairs of columns of adjacent rows.
void multiply_four(const std::int8_t* weights, std::size_t step, const std::int16_t* x,
                   std::size_t x_step, std::size_t columns, std::int32_t* out,
                   std::size_t out_step) {
    const hn::CappedTag<std::int16_t, pair * row_block> narrow;
    const hn::RepartitionToWide<decltype(narrow)> wide;
    auto total0 = hn::Zero(wide);
    auto total1 = hn::Zero(wide);
    auto total2 = hn::Zero(wide);
    auto total3 = hn::Zero(wide);
    auto apart0 = hn::Zero(wide);  // some instruction sets keep the upper halves separately
    auto apart1 = hn::Zero(wide);
    auto apart2 = hn::Zero(wide);
    auto apart3 = hn::Zero(wide);
    for (std::size_t i = 0; i < columns; i += pair) {
        const std::int8_t* const w = weights + i * row_block;
        const auto product = [&](std::size_t k, auto sum, auto& high) {
            std::int32_t both = 0;
            std::memcpy(&both, x + i + k * x_step, sizeof both);
            return hn::ReorderWidenMulAccumulate(wide, load(narrow, w + k * step),
                                                 hn::BitCast(narrow, hn::Set(wide, both)), sum,
                                                 high);
        };
        total0 = product(0, total0, apart0);
        total1 = product(1, total1, apart1);
        total2 = product(2, total2, apart2);
        total3 = product(3, total3, apart3);
    }
    hn::StoreU(hn::RearrangeToOddPlusEven(total0, apart0), wide, out);
    hn::StoreU(hn::RearrangeToOddPlusEven(total1, apart1), wide, out + out_step);
    hn::StoreU(hn::RearrangeToOddPlusEven(total2, apart2), wide, out + 2 * out_step);
    hn::StoreU(hn::RearrangeToOddPlusEven(total3, apart3), wide, out + 3 * out_step);
}

void multiply_one(const std::int8_t* weights, const std::int16_t* x, std::size_t columns,
                  std::int32_t* out) {
    const hn::CappedTag<std::int16_t, pair * row_block> narrow;
    const hn::RepartitionToWide<decltype(narrow)> wide;
    auto sum = hn::Zero(wide);
    auto high = hn::Zero(wide);
    for (std::size_t i = 0; i < columns; i += pair) {
        std::int32_t both = 0;
        std::memcpy(&both, x + i, sizeof both);
        sum = hn::ReorderWidenMulAccumulate(wide, load(narrow, weights + i * row_block),
                                            hn::BitCast(narrow, hn::Set(wide, both)), sum, high);
    }
    hn::StoreU(hn::RearrangeToOddPlusEven(sum, high), wide, out);
}

void multiply_all(const std::int8_t* weights, std::size_t rows, std::size_t columns,
                  const std::int16_t* x, std::size_t count, std::int32_t* out) {
    constexpr std::size_t four = 4;
    const hn::CappedTag<std::int32_t, row_block> wide;
    const std::size_t lanes = hn::Lanes(wide);
    const std::size_t parts = row_block / lanes;  // vectors in a block of rows
    const auto row_vector = [&](std::size_t j) {
        return weights + j / row_block * row_block * columns + j % row_block * pair;
    };
    const std::size_t fours = count / four * four;
    for (std::size_t j = 0; j < rows && fours > 0; j += lanes) {
        for (std::size_t t = 0; t < fours; t += four)
            multiply_four(row_vector(j), 0, x + t * columns, columns, columns, out + t * rows + j,
                          rows);
    }
    for (std::size_t t = fours; t < count; ++t) {
        // Four blocks of rows, one part of each in turn.
        std::size_t j = 0;
        for (; j + four * row_block <= rows; j += four * row_block) {
            for (std::size_t part = 0; part < parts; ++part)
                multiply_four(row_vector(j + part * lanes), row_block * columns, x + t * columns, 0,
                              columns, out + t * rows + j + part * lanes, row_block);
        }
        for (; j < rows; j += lanes)
            multiply_one(row_vector(j), x + t * columns, columns, out + t * rows + j);
    }
}
#endif

/// The same as in exponential.h for each lane.
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

}  // namespace rawi::languages::arabic::diacritizer::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace rawi::languages::arabic::diacritizer {

namespace {

/// The loops for one instruction set.
struct Kernels {
    std::string_view name;
    bool present;  ///< whether this machine supports it
    decltype(&HWY_STATIC_DISPATCH(multiply_all)) multiply;
    decltype(&HWY_STATIC_DISPATCH(step_all)) step;
};

#define RAWI_KERNELS(target, present)                                    \
    Kernels {                                                            \
#target, present, N_##target::multiply_all, N_##target::step_all \
    }

/// The loops for all instruction sets, the best first. Highway could choose, too, but its library
/// measures the clock for 2.5 ms in each process that loads it, including workers. The conditions
/// are the features that Highway compiles each target with, as far as processors differ in them.
const std::vector<Kernels>& all_kernels() {
    static const std::vector<Kernels> all = {
#if HWY_ARCH_X86 && (HWY_TARGETS & HWY_AVX3)
        RAWI_KERNELS(AVX3,
                     __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
                         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") &&
                         __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("bmi2")),
#endif
#if HWY_ARCH_X86 && (HWY_TARGETS & HWY_AVX2)
        RAWI_KERNELS(AVX2, __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
                               __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2")),
#endif
#if HWY_ARCH_X86 && (HWY_TARGETS & HWY_SSE4)
        RAWI_KERNELS(SSE4, __builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("aes") &&
                               __builtin_cpu_supports("pclmul")),
#endif
        Kernels{"baseline", true, HWY_STATIC_DISPATCH(multiply_all), HWY_STATIC_DISPATCH(step_all)},
    };
    return all;
}

const Kernels* best_kernels(std::string_view name) {
    for (const Kernels& kernels : all_kernels()) {
        if (kernels.present && (name.empty() || kernels.name == name)) return &kernels;
    }
    return nullptr;
}

const Kernels*& kernels_in_use() {
    static const Kernels* kernels = best_kernels("");
    return kernels;
}

}  // namespace

void multiply(const std::int8_t* weights, std::size_t rows, std::size_t columns,
              const std::int16_t* x, std::size_t count, std::int32_t* out) {
    kernels_in_use()->multiply(weights, rows, columns, x, count, out);
}

void step(const float* gates, const std::int32_t* products, const float* factors, const float* bias,
          std::size_t width, float* state, std::int16_t* rounded) {
    kernels_in_use()->step(gates, products, factors, bias, width, state, rounded);
}

std::vector<std::string_view> instruction_sets() {
    std::vector<std::string_view> names;
    for (const Kernels& kernels : all_kernels()) {
        if (kernels.present) names.push_back(kernels.name);
    }
    return names;
}

bool use_instruction_set(std::string_view name) {
    const Kernels* const kernels = best_kernels(name);
    if (kernels != nullptr) kernels_in_use() = kernels;
    return kernels != nullptr;
}

}  // namespace rawi::languages::arabic::diacritizer
#endif
