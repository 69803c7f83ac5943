#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "audio/wave_file.h"
#include "base/result.h"
#include "model/document.h"
#include "model/production.h"
#include "model/script.h"
#include "model/speech.h"
#include "model/timeline.h"

namespace rawi::audio {

/// Pauses in frames, as the voice file and the rate make them.
struct PauseFrames {
    Frames comma = 0, sentence = 0, paragraph = 0, heading = 0, section = 0;
};

/// Collects an article's speech, in order, into chapters. Samples go to their file at once:
/// memory does not grow with the length of a chapter but for 16 bytes a sentence.
class ChapterBuilder {
  public:
    /// `single`: all sections in one file of that name.
    ChapterBuilder(const Document& document, std::filesystem::path folder, int rate,
                   const PauseFrames& pauses, std::optional<std::string> single);

    /// Whether the utterance begins another chapter than the last one's.
    bool opens_chapter(const Utterance& utterance) const;
    /// Appends what was made of an utterance and the pause after it; calls come in the order of
    /// the script. -> when it is heard.
    Result<Timing> append(const Utterance& utterance, Speech speech);
    /// Silence in place of an utterance that could not be spoken.
    Result<Timing> append_gap(const Utterance& utterance);
    /// Writes the open chapter; the next utterance begins another one.
    Result<> close_chapter();

    /// All chapters so far; the length of the last one grows until it is closed.
    const std::vector<Chapter>& chapters() const { return chapters_; }
    /// Frames so far, over all chapters.
    Frames frames() const { return total_; }

  private:
    Result<> open_chapter(std::uint32_t section);
    Result<> put(const std::vector<std::int16_t>& samples);
    Result<> put_silence(Frames frames);
    std::string sentence_name(Span source) const;
    Frames pause_after(const Utterance& utterance) const;
    void set_comma_gaps(const Utterance& utterance, Speech& speech) const;
    /// The silences that markup asks for between words.
    void insert_silences(const Utterance& utterance, Speech& speech) const;

    /// A sentence's first frame and its text, for the cue points.
    struct Mark {
        Frames at = 0;
        Span source;
    };

    const Document* document_;
    std::filesystem::path folder_;
    int rate_;
    PauseFrames pauses_;
    std::optional<std::string> single_;
    std::optional<WaveWriter> file_;
    std::vector<Chapter> chapters_;
    std::vector<Mark> marks_;
    Frames total_ = 0;
};

}  // namespace rawi::audio
