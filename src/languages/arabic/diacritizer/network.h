#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rawi::languages::arabic::diacritizer {

/// A matrix of 8-bit weights with a scale for each row, padded with zeros to complete blocks.
struct Matrix {
    std::size_t rows = 0, columns = 0;
    std::vector<std::int8_t> weights;  ///< in the layout of place_of()
    std::vector<float> factors;
};

/// A bidirectional layer of gated recurrent units (Cho et al. 2014, with the reset gate after the
/// product). Index 0 is forward, 1 backward.
struct Layer {
    std::size_t width = 0;
    std::array<Matrix, 2> input, recurrent;
    std::array<std::vector<float>, 2> bias;  ///< of reset, update, new, and of the product in new
};

/// The network that scores classes of marks for each letter: a layer over letters, one over words,
/// and one over letters again with the output of both (scripts/training/network.py). Products use
/// integers and everything else plain 32-bit floats without library functions, so that the results
/// are the same on every machine.
class Network {
  public:
    /// Loads a file that scripts/training/export.py wrote. Errors (kind input) name the file.
    static Result<Network> load(const std::filesystem::path& file);
    /// The same from bytes.
    static Result<Network> parse(std::string_view bytes);

    std::size_t symbols() const { return symbols_; }
    std::size_t hints() const { return hints_; }
    std::size_t classes() const { return classes_; }

    /// The scores of the classes for each symbol, symbol by symbol. `symbols` and `hints` have the
    /// same size; their values are below symbols() and hints().
    std::vector<float> scores(const std::vector<std::uint8_t>& symbols,
                              const std::vector<std::uint8_t>& hints) const;

  private:
    std::size_t symbols_ = 0, hints_ = 0, classes_ = 0;
    std::array<std::vector<float>, 2> of_symbol_, of_hint_;  ///< their contributions to the gates
    Layer spelling_, syntax_, marking_;
    std::array<Matrix, 2> context_;
    Matrix output_;
    std::vector<float> output_bias_;
};

}  // namespace rawi::languages::arabic::diacritizer
