// What a decoder takes, an encoder gives back.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "speech/espeak/engine_text.h"
#include "speech/protocol.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto request = rawi::speech::decode_request(bytes)) {
        const auto again =
            rawi::speech::decode_request(std::string_view(encode(*request)).substr(4));
        if (!again || *again != *request) std::abort();
        for (const bool phonetic : {false, true}) {
            const auto text = rawi::speech::espeak::engine_text(request->words, phonetic);
            if (text && text->begin.size() != request->words.size()) std::abort();
        }
    }
    if (const auto reply = rawi::speech::decode_reply(bytes)) {
        if (std::string_view(encode(*reply)).substr(4) != bytes) std::abort();
    }
    return 0;
}
