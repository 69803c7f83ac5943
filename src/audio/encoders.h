#pragma once

#include <span>
#include <string_view>

#include "audio/encoder.h"
#include "base/result.h"

namespace rawi::audio {

/// All sound formats of the program; the first is the default. A new one is a row here.
std::span<const EncoderFormat> encoders();

/// The format of `formats` with that name. If there is none, an error (kind usage) that lists them.
Result<const EncoderFormat*> find_encoder(std::span<const EncoderFormat> formats,
                                          std::string_view name);

}  // namespace rawi::audio
