// Sends and receives frames through pipes.
#include "speech/pipes.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <unistd.h>

#include "speech/protocol.h"

namespace rawi::speech {

namespace {

constexpr std::size_t head = 4;

std::uint32_t size_in(std::string_view bytes) {
    std::uint32_t size = 0;
    for (std::size_t i = head; i-- > 0;) {
        size = (size << 8U) | static_cast<unsigned char>(bytes[i]);
    }
    return size;
}

bool read_into(int descriptor, std::string& bytes, std::size_t wanted) {
    std::size_t size = bytes.size();
    bytes.resize(wanted);
    while (size < wanted) {
        const ssize_t got = ::read(descriptor, bytes.data() + size, wanted - size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return false;
        size += static_cast<std::size_t>(got);
    }
    return true;
}

}  // namespace

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

std::string read_all(int descriptor) {
    std::string bytes;
    std::array<char, 4096> buffer{};
    for (ssize_t got = 1; got != 0;) {
        got = ::read(descriptor, buffer.data(), buffer.size());
        if (got < 0 && errno != EINTR) break;
        if (got > 0) bytes.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return bytes;
}

std::optional<std::string> read_frame(int descriptor) {
    std::string bytes;
    if (!read_into(descriptor, bytes, head)) return std::nullopt;
    const std::size_t size = size_in(bytes);
    if (size > largest_frame || !read_into(descriptor, bytes, head + size)) return std::nullopt;
    return bytes.substr(head);
}

std::optional<std::string_view> frame_in(std::string& received) {
    if (received.size() < head) return std::nullopt;
    const std::size_t size = size_in(received);
    if (received.size() - head < size) {
        if (size <= largest_frame) received.reserve(head + size);
        return std::nullopt;
    }
    return std::string_view(received).substr(head, size);
}

void drop_frame(std::string& received) {
    received.erase(0, head + size_in(received));
}

}  // namespace rawi::speech
