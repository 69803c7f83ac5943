#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "audio/sound_target.h"
#include "base/result.h"
#include "model/document.h"
#include "model/production.h"
#include "model/script.h"
#include "model/speech.h"
#include "model/timeline.h"

namespace rawi::audio {

/// The pauses at boundaries and breaks, in frames.
struct PauseFrames {
    Frames comma = 0, sentence = 0, paragraph = 0, heading = 0, section = 0;
};

/// Assembles the chapters of an article from its speech. Samples are passed to the target at once:
/// memory does not grow with the length of a chapter except for 16 bytes per sentence.
class ChapterBuilder {
  public:
    /// `document` must outlive the builder. `rate`: frames per second of all sounds.
    ChapterBuilder(const Document& document, int rate, const PauseFrames& pauses,
                   std::unique_ptr<SoundTarget> target);

    /// Appends the speech of an utterance and the pause after it; calls come in the order of the
    /// script. The first utterance of a section opens a chapter, unless the target takes a single
    /// sound. Returns the timing of the utterance. Errors: those of the target.
    Result<Timing> append(const Utterance& utterance, Speech speech);
    /// Appends silence in place of an utterance that could not be spoken.
    Result<Timing> append_gap(const Utterance& utterance);
    /// Closes the open chapter, if any; the next utterance opens another one.
    Result<> close_chapter();

    /// All chapters so far. The length of the last one grows until it is closed.
    const std::vector<Chapter>& chapters() const { return chapters_; }
    /// Frames so far, over all chapters.
    Frames frames() const { return total_; }

  private:
    /// Whether the utterance begins a new chapter.
    bool opens_chapter(const Utterance& utterance) const;
    Result<> open_chapter(std::uint32_t section);
    Result<> put(std::span<const std::int16_t> samples);
    Result<> put_silence(Frames frames);
    std::string sentence_name(Span source) const;
    Frames pause_after(const Utterance& utterance) const;
    void set_comma_gaps(const Utterance& utterance, Speech& speech) const;
    /// Inserts the silences that markup requests between words.
    void insert_silences(const Utterance& utterance, Speech& speech) const;

    /// The first frame of a sentence, and its text, for the cue points.
    struct Mark {
        Frames at = 0;
        Span source;
    };

    const Document* document_;
    int rate_;
    PauseFrames pauses_;
    std::unique_ptr<SoundTarget> target_;
    bool open_ = false;  ///< a chapter is
    std::vector<Chapter> chapters_;
    std::vector<Mark> marks_;
    Frames total_ = 0;
};

}  // namespace rawi::audio
