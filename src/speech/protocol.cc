// The messages between the pool and its workers, as bytes.
#include "speech/protocol.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace rawi::speech {

namespace {

constexpr std::size_t sample_size = sizeof(std::int16_t);

class Packer {
  public:
    Packer() : out_(4, '\0') {}
    void number(std::uint64_t value, unsigned bytes) {
        for (unsigned i = 0; i < bytes; ++i) {
            out_.push_back(static_cast<char>((value >> (8U * i)) & 0xFFU));
        }
    }
    void text(std::string_view bytes) {
        number(bytes.size(), 4);
        out_ += bytes;
    }
    void places(const std::vector<Frames>& places) {
        number(places.size(), 4);
        for (const Frames place : places)
            number(static_cast<std::uint64_t>(place), 8);
    }
    /// `more`: bytes of the frame that are written separately.
    std::string frame(std::size_t more = 0) && {
        const std::size_t size = out_.size() - 4 + more;
        for (unsigned i = 0; i < 4; ++i)
            out_[i] = static_cast<char>((size >> (8U * i)) & 0xFFU);
        return std::move(out_);
    }

  private:
    std::string out_;
};

/// Reads what a Packer wrote. After anything unexpected it returns only zeros, and finished() stays
/// false.
class Unpacker {
  public:
    explicit Unpacker(std::string_view payload) : rest_(payload) {}
    std::uint64_t number(unsigned bytes) {
        if (rest_.size() < bytes) {
            sound_ = false;
            rest_ = {};
            return 0;
        }
        std::uint64_t value = 0;
        for (unsigned i = 0; i < bytes; ++i) {
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(rest_[i])) << (8U * i);
        }
        rest_.remove_prefix(bytes);
        return value;
    }
    /// The number of items that follow, each of at least `least` bytes.
    std::size_t count(std::size_t least) {
        const auto items = static_cast<std::size_t>(number(4));
        if (items > rest_.size() / least) {
            sound_ = false;
            rest_ = {};
            return 0;
        }
        return items;
    }
    std::string text() {
        const std::size_t size = count(1);
        std::string bytes(rest_.substr(0, size));
        rest_.remove_prefix(size);
        return bytes;
    }
    template <class Enum>
    Enum choice(Enum last) {
        const std::uint64_t value = number(1);
        if (value > static_cast<std::uint64_t>(last)) sound_ = false;
        return sound_ ? static_cast<Enum>(value) : Enum{};
    }
    std::vector<Frames> places() {
        std::vector<Frames> result(count(8));
        for (Frames& place : result)
            place = static_cast<Frames>(number(8));
        return result;
    }
    std::vector<std::int16_t> samples() {
        std::vector<std::int16_t> result(count(sample_size));
        const std::size_t size = result.size() * sample_size;
        if (size > 0) std::memcpy(result.data(), rest_.data(), size);
        rest_.remove_prefix(size);
        return result;
    }
    bool finished() const { return sound_ && rest_.empty(); }

  private:
    std::string_view rest_;
    bool sound_ = true;
};

auto damaged() {
    return fail(Error::Kind::engine, "a worker's message is damaged");
}

/// The number of the voice among the others, from 1; a new voice is added.
std::uint32_t number_of(const Voice& voice, std::vector<Voice>& others) {
    const auto found = std::find(others.begin(), others.end(), voice);
    const auto place = found - others.begin();
    if (found == others.end()) others.push_back(voice);
    return static_cast<std::uint32_t>(place + 1);
}

bool consistent(const Speech& speech) {
    if (speech.onsets.size() != speech.ends.size()) return false;
    Frames last = 0;
    for (std::size_t i = 0; i < speech.onsets.size(); ++i) {
        if (speech.onsets[i] < last || speech.ends[i] < speech.onsets[i]) return false;
        last = speech.ends[i];
    }
    return speech.clip.rate >= 0;
}

}  // namespace

std::string encode(const Request& request) {
    Packer out;
    out.number(request.words.size(), 4);
    for (const SpokenWord& word : request.words) {
        out.number(static_cast<std::uint64_t>(word.after), 1);
        out.number(word.voice, 4);
        out.text(word.text);
        out.text(word.pronunciation);
    }
    out.number(request.others.size(), 4);
    for (const Voice& voice : request.others) {
        out.text(voice.name);
        out.number(static_cast<std::uint64_t>(voice.words_per_minute), 2);
        out.number(static_cast<std::uint64_t>(voice.pitch), 2);
    }
    return std::move(out).frame();
}

Result<Request> decode_request(std::string_view payload) {
    Unpacker in(payload);
    Request request;
    request.words.resize(in.count(13));
    for (SpokenWord& word : request.words) {
        word.after = in.choice(Boundary::exclamation);
        word.voice = static_cast<std::uint32_t>(in.number(4));
        word.text = in.text();
        word.pronunciation = in.text();
    }
    request.others.resize(in.count(8));
    for (Voice& voice : request.others) {
        voice.name = in.text();
        voice.words_per_minute = static_cast<int>(in.number(2));
        voice.pitch = static_cast<int>(in.number(2));
    }
    const bool known =
        std::all_of(request.words.begin(), request.words.end(),
                    [&](const SpokenWord& word) { return word.voice <= request.others.size(); });
    if (!in.finished() || !known) return damaged();
    return request;
}

std::string encode_head(const Reply& reply, std::size_t samples) {
    Packer out;
    out.number(static_cast<std::uint64_t>(reply.status), 1);
    out.text(reply.message);
    out.number(static_cast<std::uint64_t>(reply.speech.clip.rate), 4);
    out.places(reply.speech.onsets);
    out.places(reply.speech.ends);
    out.number(samples, 4);
    return std::move(out).frame(samples * sample_size);
}

std::string encode(const Reply& reply) {
    const std::vector<std::int16_t>& samples = reply.speech.clip.samples;
    return encode_head(reply, samples.size()).append(bytes_of(samples));
}

Result<Reply> decode_reply(std::string_view payload) {
    Unpacker in(payload);
    Reply reply;
    reply.status = in.choice(Reply::Status::no_engine);
    reply.message = in.text();
    reply.speech.clip.rate = static_cast<int>(in.number(4));
    reply.speech.onsets = in.places();
    reply.speech.ends = in.places();
    reply.speech.clip.samples = in.samples();
    if (!in.finished() || !consistent(reply.speech)) return damaged();
    return reply;
}

Result<> join_parts(Reply& reply, std::vector<std::int16_t>& parts) {
    std::vector<std::int16_t>& samples = reply.speech.clip.samples;
    parts.insert(parts.end(), samples.begin(), samples.end());
    samples = std::exchange(parts, {});
    const std::vector<Frames>& ends = reply.speech.ends;
    if (!ends.empty() && ends.back() > reply.speech.clip.frames()) return damaged();
    return {};
}

Reply greeting(const Result<int>& rate) {
    Reply reply;
    if (rate) {
        reply.status = Reply::Status::ready;
        reply.speech.clip.rate = *rate;
        return reply;
    }
    const bool no_voice = rate.error().kind == Error::Kind::unsupported;
    reply.status = no_voice ? Reply::Status::no_voice : Reply::Status::no_engine;
    reply.message = rate.error().message;
    return reply;
}

Result<int> rate_in(const Reply& greeting) {
    switch (greeting.status) {
        case Reply::Status::ready:
            return greeting.speech.clip.rate;
        case Reply::Status::no_voice:
            return fail(Error::Kind::unsupported, greeting.message);
        case Reply::Status::no_engine:
            return fail(Error::Kind::engine, greeting.message);
        default:
            return damaged();
    }
}

Result<Request> request_for(const Utterance& utterance, const VoiceOf& voice_of) {
    Request request;
    for (const Word& word : utterance.words) {
        const bool pause = word.after != Boundary::none && !word.pause_form.empty();
        SpokenWord said;
        said.text = pause ? word.pause_form : word.spoken;
        said.pronunciation = word.pronunciation;
        said.after = word.after;
        if (voice_of && !word.language.empty() && word.language != utterance.language) {
            RAWI_TRY(const std::optional<Voice> voice, voice_of(word));
            if (voice) said.voice = number_of(*voice, request.others);
        }
        request.words.push_back(std::move(said));
    }
    return request;
}

}  // namespace rawi::speech
