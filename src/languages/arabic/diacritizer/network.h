#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rawi::languages::arabic::diacritizer {

/// A matrix of 8-bit weights, each row with its factor; rows of zeros make it whole blocks.
struct Matrix {
    std::size_t rows = 0, columns = 0;
    std::vector<std::int8_t> weights;  ///< at place_of() each
    std::vector<float> factors;
};

/// A bidirectional recurrent layer of gated units (Cho et al. 2014, the reset gate behind the
/// product). Index 0 reads forwards, 1 backwards.
struct Layer {
    std::size_t width = 0;
    std::array<Matrix, 2> input, recurrent;
    std::array<std::vector<float>, 2> bias;  ///< of reset, update, new, and of the product in new
};

/// The network that puts a class of mark on each letter: letters, then words, then letters again
/// with what the words know (scripts/training/network.py). Products are in whole numbers and
/// everything else in plain 32-bit floats without library functions, so that the results are the
/// same on every machine.
class Network {
  public:
    /// Reads a file that scripts/training/export.py wrote. Errors (kind input) name the file.
    static Result<Network> load(const std::filesystem::path& file);
    /// The same from bytes.
    static Result<Network> parse(std::string_view bytes);

    std::size_t symbols() const { return symbols_; }
    std::size_t hints() const { return hints_; }
    std::size_t classes() const { return classes_; }

    /// For each symbol the scores of the classes, one symbol's after the other. `symbols` and
    /// `hints` are of one size, below symbols() and hints().
    std::vector<float> scores(const std::vector<std::uint8_t>& symbols,
                              const std::vector<std::uint8_t>& hints) const;

  private:
    std::size_t symbols_ = 0, hints_ = 0, classes_ = 0;
    std::array<std::vector<float>, 2> of_symbol_, of_hint_;  ///< their parts of the gates
    Layer spelling_, syntax_, marking_;
    std::array<Matrix, 2> context_;
    Matrix output_;
    std::vector<float> output_bias_;
};

}  // namespace rawi::languages::arabic::diacritizer
