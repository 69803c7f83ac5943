// Inference of the network.
#include "languages/arabic/diacritizer/network.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "base/mapped_file.h"
#include "languages/arabic/diacritizer/kernels.h"

namespace rawi::languages::arabic::diacritizer {

namespace {

constexpr std::string_view magic = "rawi vowels 1\n";
constexpr std::uint32_t largest_size = 1024;
constexpr std::uint8_t first_letter = 7, last_space = 1;  // scripts/training/encoding.py

/// A vector for each symbol.
struct Embedding {
    std::size_t rows = 0;
    std::vector<std::int16_t> weights;
    std::vector<float> factors;
};

/// Reads numbers from the bytes of a file.
class Source {
  public:
    explicit Source(std::string_view bytes) : bytes_(bytes) {}

    bool failed() const { return failed_; }
    bool at_end() const { return bytes_.empty(); }

    std::uint32_t size() {
        std::uint32_t value = 0;
        copy_to(&value, sizeof value);
        failed_ = failed_ || value == 0 || value > largest_size;
        return failed_ ? 1 : value;
    }
    std::vector<float> floats(std::size_t count) {
        std::vector<float> values(count);
        copy_to(values.data(), count * sizeof(float));
        return values;
    }
    Embedding embedding(std::size_t rows, std::size_t columns) {
        Embedding result{.rows = rows, .weights = {}, .factors = {}};
        for (const char weight : take(rows * columns))
            result.weights.push_back(static_cast<std::int8_t>(weight));
        result.factors = floats(rows);
        return result;
    }
    Matrix matrix(std::size_t rows, std::size_t columns) {
        const std::size_t whole = (rows + row_block - 1) / row_block * row_block;
        Matrix result{.rows = whole, .columns = columns, .weights = {}, .factors = {}};
        result.weights.resize(whole * columns, 0);
        const std::string_view bytes = take(rows * columns);
        for (std::size_t row = 0; row < rows && !failed_; ++row) {
            const char* const from = bytes.data() + row * columns;
            std::int8_t* const to = result.weights.data() + place_of(row, 0, columns);
            for (std::size_t column = 0; column < columns; column += pair)  // as place_of() says
                std::memcpy(to + column * row_block, from + column, pair);
        }
        result.factors = floats(rows);
        result.factors.resize(whole, 0.0F);
        return result;
    }
    Layer layer(std::size_t inputs, std::size_t width) {
        Layer result;
        result.width = width;
        for (std::size_t i = 0; i < 2; ++i) {
            result.input[i] = matrix(3 * width, inputs);
            result.recurrent[i] = matrix(3 * width, width);
            result.bias[i] = floats(4 * width);
        }
        return result;
    }

  private:
    /// The next `size` bytes, or none if there are fewer.
    std::string_view take(std::size_t size) {
        failed_ = failed_ || size > bytes_.size();
        if (failed_) return {};
        const std::string_view taken = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return taken;
    }
    void copy_to(void* to, std::size_t size) {
        const std::string_view taken = take(size);
        if (!failed_) std::memcpy(to, taken.data(), size);
    }

    std::string_view bytes_;
    bool failed_ = false;
};

/// The part of the gates of `input` that comes from each row of `table`: [rows x gates].
std::vector<float> projected(const Embedding& table, const Matrix& input) {
    std::vector<std::int32_t> products(table.rows * input.rows);
    multiply(input.weights.data(), input.rows, input.columns, table.weights.data(), table.rows,
             products.data());
    std::vector<float> result(products.size());
    for (std::size_t row = 0; row < table.rows; ++row) {
        for (std::size_t j = 0; j < input.rows; ++j) {
            const std::size_t at = row * input.rows + j;
            result[at] = static_cast<float>(products[at]) * (table.factors[row] * input.factors[j]);
        }
    }
    return result;
}

/// Products of a matrix with `count` vectors of activations: [count x rows].
std::vector<float> product(const Matrix& matrix, const std::vector<std::int16_t>& x,
                           std::size_t count) {
    std::vector<std::int32_t> products(count * matrix.rows);
    multiply(matrix.weights.data(), matrix.rows, matrix.columns, x.data(), count, products.data());
    std::vector<float> result(products.size());
    for (std::size_t t = 0; t < count; ++t) {
        const std::size_t at = t * matrix.rows;
        for (std::size_t j = 0; j < matrix.rows; ++j)
            result[at + j] = static_cast<float>(products[at + j]) * (matrix.factors[j] / one);
    }
    return result;
}

/// One direction of a layer over time. `gates`: [count x 3 width]. The states go to columns
/// [direction * width, ...) of `states`: [count x 2 width].
void scan(const Layer& layer, std::size_t direction, const std::vector<float>& gates,
          std::size_t count, std::vector<std::int16_t>& states) {
    const std::size_t width = layer.width;
    const Matrix& recurrent = layer.recurrent[direction];
    const float* const bias = layer.bias[direction].data();
    std::vector<float> factors(recurrent.factors);
    for (float& factor : factors)
        factor /= one;
    std::vector<float> state(width, 0.0F);
    std::vector<std::int16_t> last(width, 0);
    std::vector<std::int32_t> products(3 * width);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t t = direction == 0 ? i : count - 1 - i;
        multiply(recurrent.weights.data(), recurrent.rows, recurrent.columns, last.data(), 1,
                 products.data());
        step(gates.data() + t * 3 * width, products.data(), factors.data(), bias, width,
             state.data(), last.data());
        std::int16_t* const out = states.data() + t * 2 * width + direction * width;
        std::copy(last.begin(), last.end(), out);
    }
}

/// The words of a text: runs of letters; other symbols belong to the word before them or are words.
struct Units {
    std::vector<std::size_t> first, last;  ///< the positions of each unit
    std::vector<std::size_t> of;           ///< the unit of each position
};

Units units_of(const std::vector<std::uint8_t>& symbols) {
    Units units;
    for (std::size_t t = 0; t < symbols.size(); ++t) {
        const bool letter = symbols[t] >= first_letter;
        const bool goes_on = t > 0 && letter && symbols[t - 1] >= first_letter;
        const bool space = symbols[t] <= last_space;
        if (t == 0 || (!space && !goes_on)) {
            units.first.push_back(t);
            units.last.push_back(t);
        } else if (!space) {
            units.last.back() = t;
        }
        units.of.push_back(units.first.size() - 1);
    }
    return units;
}

/// sums[j] = first[j] + second[j], for `size` numbers.
void add(const float* first, const float* second, std::size_t size, float* sums) {
    for (std::size_t j = 0; j < size; ++j)
        sums[j] = first[j] + second[j];
}

}  // namespace

Result<Network> Network::parse(std::string_view bytes) {
    if (!bytes.starts_with(magic))
        return fail(Error::Kind::input, "these are not weights of vowels");
    Source source(bytes.substr(magic.size()));
    Network network;
    network.symbols_ = source.size();
    network.hints_ = source.size();
    network.classes_ = source.size();
    const std::size_t embedding = source.size();
    const std::size_t spelling = source.size();
    const std::size_t syntax = source.size();
    const std::size_t marking = source.size();
    const std::size_t uneven = embedding % column_block + spelling % column_block +
                               syntax % column_block + marking % column_block;
    constexpr std::size_t most_symbols = 255;
    if (source.failed() || uneven > 0 || network.symbols_ <= first_letter ||
        network.symbols_ > most_symbols || network.hints_ > most_symbols) {
        return fail(Error::Kind::input, "the weights have invalid sizes");
    }
    const Embedding of_symbol = source.embedding(network.symbols_, embedding);
    const Embedding of_hint = source.embedding(network.hints_, embedding);
    network.spelling_ = source.layer(embedding, spelling);
    network.syntax_ = source.layer(2 * spelling, syntax);
    network.marking_ = source.layer(2 * spelling, marking);
    for (Matrix& matrix : network.context_)
        matrix = source.matrix(3 * marking, 2 * syntax);
    network.output_ = source.matrix(network.classes_, 2 * marking);
    network.output_bias_ = source.floats(network.classes_);
    if (source.failed() || !source.at_end()) {
        return fail(Error::Kind::input, "the weights are truncated or too long");
    }
    for (std::size_t i = 0; i < 2; ++i) {
        network.of_symbol_[i] = projected(of_symbol, network.spelling_.input[i]);
        network.of_hint_[i] = projected(of_hint, network.spelling_.input[i]);
    }
    return network;
}

Result<Network> Network::load(const std::filesystem::path& file) {
    RAWI_TRY(const MappedFile mapped, MappedFile::open(file));
    Result<Network> network = parse(mapped.bytes());
    if (!network) {
        return fail(Error::Kind::input,
                    fmt::format("{}: {}", file.string(), network.error().message));
    }
    return network;
}

std::vector<float> Network::scores(const std::vector<std::uint8_t>& symbols,
                                   const std::vector<std::uint8_t>& hints) const {
    const std::size_t count = symbols.size();
    if (count == 0) return {};
    std::vector<std::int16_t> letters(count * 2 * spelling_.width);
    for (std::size_t i = 0; i < 2; ++i) {
        const std::size_t size = 3 * spelling_.width;
        std::vector<float> gates(count * size);
        for (std::size_t t = 0; t < count; ++t) {
            const float* const symbol = of_symbol_[i].data() + symbols[t] * size;
            const float* const hint = of_hint_[i].data() + hints[t] * size;
            add(symbol, hint, size, gates.data() + t * size);
        }
        scan(spelling_, i, gates, count, letters);
    }
    const Units units = units_of(symbols);
    const std::size_t words = units.first.size();
    const std::size_t width = spelling_.width;
    std::vector<std::int16_t> word(words * 2 * width);
    for (std::size_t u = 0; u < words; ++u) {
        const std::int16_t* const end = letters.data() + units.last[u] * 2 * width;
        const std::int16_t* const begin = letters.data() + units.first[u] * 2 * width + width;
        std::copy(end, end + width, word.data() + u * 2 * width);
        std::copy(begin, begin + width, word.data() + u * 2 * width + width);
    }
    std::vector<std::int16_t> sentence(words * 2 * syntax_.width);
    for (std::size_t i = 0; i < 2; ++i)
        scan(syntax_, i, product(syntax_.input[i], word, words), words, sentence);
    std::vector<std::int16_t> marks(count * 2 * marking_.width);
    for (std::size_t i = 0; i < 2; ++i) {
        const std::size_t size = 3 * marking_.width;
        std::vector<float> gates = product(marking_.input[i], letters, count);
        const std::vector<float> extra = product(context_[i], sentence, words);
        for (std::size_t t = 0; t < count; ++t) {
            float* const gate = gates.data() + t * size;
            add(gate, extra.data() + units.of[t] * size, size, gate);
        }
        scan(marking_, i, gates, count, marks);
    }
    const std::vector<float> products = product(output_, marks, count);
    std::vector<float> scores(count * classes_);
    for (std::size_t t = 0; t < count; ++t) {
        const float* const row = products.data() + t * output_.rows;
        add(row, output_bias_.data(), classes_, scores.data() + t * classes_);
    }
    return scores;
}

}  // namespace rawi::languages::arabic::diacritizer
