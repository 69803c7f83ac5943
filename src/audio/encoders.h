#pragma once

#include <span>
#include <string_view>

#include "audio/encoder.h"
#include "base/result.h"

namespace rawi::audio {

/// All sound formats of the program; the first is the default. To add one, add a row here.
std::span<const EncoderFormat> encoders();

/// The format of `formats` with this name. An unknown name is an error (kind usage) that lists the
/// formats.
Result<const EncoderFormat*> find_encoder(std::span<const EncoderFormat> formats,
                                          std::string_view name);

}  // namespace rawi::audio
