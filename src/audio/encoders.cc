// The table of sound formats.
#include "audio/encoders.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "audio/wave_encoder.h"

namespace rawi::audio {

namespace {

constexpr std::array table = {
    EncoderFormat{.name = "wav",
                  .extension = ".wav",
                  .what = "WAVE, lossless",
                  .make =
                      [](SoundInfo info, OutputFile output) {
                          return make_wave_encoder(std::move(info), std::move(output));
                      },
                  .streams = true,
                  .in_spool = &wave_spool},
};

}  // namespace

std::span<const EncoderFormat> encoders() {
    return table;
}

Result<const EncoderFormat*> find_encoder(std::span<const EncoderFormat> formats,
                                          std::string_view name) {
    const auto found = std::find_if(formats.begin(), formats.end(),
                                    [&](const auto& format) { return format.name == name; });
    if (found != formats.end()) return &*found;
    std::string names;
    for (const EncoderFormat& format : formats)
        names += fmt::format("{}{}", names.empty() ? "" : ", ", format.name);
    return fail(Error::Kind::usage,
                fmt::format("\"{}\" is not a sound format; the formats are: {}", name, names));
}

}  // namespace rawi::audio
