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

/// A word on its way to the engine: text to read, or sounds to say.
struct SpokenWord {
    std::string text;
    std::string pronunciation;  ///< IPA, for a voice that takes it; empty: the text is read
    Boundary after = Boundary::none;
    std::uint32_t voice = 0;  ///< 0: the worker's own; n: Request::others[n - 1]

    friend bool operator==(const SpokenWord&, const SpokenWord&) = default;
};

/// One unit of synthesis.
struct Request {
    std::vector<SpokenWord> words;
    std::vector<Voice> others;  ///< of words in another language

    friend bool operator==(const Request&, const Request&) = default;
};

/// What a worker answers: that it is ready, or the outcome of a request. Sound is sent ahead of its
/// reply in parts, so that no process holds a long one twice.
struct Reply {
    enum class Status : std::uint8_t { ready, part, spoken, refused, no_voice, no_engine };
    Status status = Status::spoken;
    std::string message;  ///< of refused, no_voice and no_engine: why
    Speech speech;  ///< ready: its rate only; part: samples only; spoken: the remaining samples
};

/// The largest payload in bytes that is accepted: an hour of sound.
inline constexpr std::uint32_t largest_frame = 1U << 28U;

/// A frame is a payload after its length (4 bytes, little-endian like all numbers in it).
std::string encode(const Request& request);
std::string encode(const Reply& reply);
/// The beginning of a reply's frame, after which only the bytes of its samples follow.
std::string encode_head(const Reply& reply, std::size_t samples);
/// Reads the payload alone, without its length. Errors (kind engine): anything that encode() does
/// not write.
Result<Request> decode_request(std::string_view payload);
Result<Reply> decode_reply(std::string_view payload);
/// Puts the parts that came before a reply in front of its samples, and clears `parts`. Errors
/// (kind engine): a word that is not within the sound.
Result<> join_parts(Reply& reply, std::vector<std::int16_t>& parts);

/// A worker's first reply, made of what Engine::load returned.
Reply greeting(const Result<int>& rate);
/// The opposite: the sample rate in Hz, or the error of Engine::load.
Result<int> rate_in(const Reply& greeting);

/// The voice of a word in another language than its utterance's; nothing: the worker's own.
using VoiceOf = std::function<Result<std::optional<Voice>>(const Word&)>;

/// The part of an utterance that the engine needs. Errors are those of `voice_of`.
Result<Request> request_for(const Utterance& utterance, const VoiceOf& voice_of = {});

}  // namespace rawi::speech
