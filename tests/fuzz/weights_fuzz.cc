// Weights of any bytes are refused or can be used.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "languages/arabic/diacritizer/network.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto network = rawi::languages::arabic::diacritizer::Network::parse(bytes);
    if (!network) return 0;
    const std::vector<std::uint8_t> symbols = {1, 2,
                                               static_cast<std::uint8_t>(network->symbols() - 1)};
    const std::vector<std::uint8_t> hints = {0, 0, static_cast<std::uint8_t>(network->hints() - 1)};
    static_cast<void>(network->scores(symbols, hints));
    return 0;
}
