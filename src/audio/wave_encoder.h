#pragma once

#include <cstdint>
#include <memory>

#include "audio/encoder.h"
#include "base/result.h"

namespace rawi::audio {

/// The largest size that a RIFF header can hold: 4 GiB - 1.
constexpr std::uint64_t riff_limit = 0xFFFF'FFFF;

/// Writes WAVE through libsndfile: RIFF with WAVE_FORMAT_PCM if the file stays within `limit`
/// bytes, RF64 (EBU Tech 3306) beyond. Then come the cue points and their names (`cue `,
/// `LIST/adtl/labl`), which libsndfile drops, or limits in number.
///
/// A stream has a RIFF header in which both sizes are 0xFFFFFFFF, as ffmpeg and sox write it for a
/// pipe: the samples extend to the end. If the output can seek and stays within `limit`, the
/// finished file is the same as if the length had been known.
Result<std::unique_ptr<Encoder>> make_wave_encoder(SoundInfo info, OutputFile output,
                                                   std::uint64_t limit = riff_limit);

/// The same file from a spool, if it stays within the limit of a RIFF header.
extern const SpoolFormat wave_spool;

}  // namespace rawi::audio
