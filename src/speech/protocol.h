#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/script.h"
#include "model/speech.h"
#include "speech/voice.h"

namespace rawi::speech {

/// A word for the engine: text to read, or sounds to say.
struct SpokenWord {
    std::string text;
    std::string pronunciation;  ///< IPA, for voices that accept it; empty: the text is read
    Boundary after = Boundary::none;
    std::uint32_t voice = 0;  ///< 0: the worker's voice; n: Request::others[n - 1]

    friend bool operator==(const SpokenWord&, const SpokenWord&) = default;
};

/// One unit of synthesis.
struct Request {
    std::vector<SpokenWord> words;
    std::vector<Voice> others;  ///< voices for words in another language

    friend bool operator==(const Request&, const Request&) = default;
};

/// The reply of a worker: it is ready, or the outcome of a request. Long sound is sent in parts
/// ahead of the final reply, so that no process holds it twice.
struct Reply {
    enum class Status : std::uint8_t { ready, part, spoken, refused, no_voice, no_engine };
    Status status = Status::spoken;
    std::string message;  ///< the reason for refused, no_voice and no_engine
    Speech speech;  ///< ready: its rate only; part: samples only; spoken: the remaining samples
};

/// The largest accepted payload in bytes: an hour of sound.
inline constexpr std::uint32_t largest_frame = 1U << 28U;

/// A frame is the length of its payload (4 bytes), followed by the payload. All numbers are
/// little-endian.
std::string encode(const Request& request);
std::string encode(const Reply& reply);
/// The beginning of the frame of a reply; only the bytes of its samples follow it.
std::string encode_head(const Reply& reply, std::size_t samples);
/// Decodes a payload, without its length. Errors (kind engine): anything that encode() does not
/// write.
Result<Request> decode_request(std::string_view payload);
Result<Reply> decode_reply(std::string_view payload);
/// Inserts the parts that came before a reply before its samples, and clears `parts`. Errors (kind
/// engine): a word that is not within the sound.
Result<> join_parts(Reply& reply, std::vector<std::int16_t>& parts);

/// The first reply of a worker, from the result of Engine::load.
Reply greeting(const Result<int>& rate);
/// The inverse: the sample rate in Hz, or the error of Engine::load.
Result<int> rate_in(const Reply& greeting);

/// The voice for a word in another language than its utterance; nothing: the worker's voice.
using VoiceOf = std::function<Result<std::optional<Voice>>(const Word&)>;

/// The part of an utterance that the engine needs. Errors are those of `voice_of`.
Result<Request> request_for(const Utterance& utterance, const VoiceOf& voice_of = {});

}  // namespace rawi::speech
