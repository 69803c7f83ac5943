#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "model/document.h"
#include "model/production.h"
#include "model/script.h"
#include "model/speech.h"
#include "sound/wave_file.h"

namespace rawi {

/// Pauses in frames, as the voice file and the rate make them.
struct PauseFrames {
    Frames comma = 0, sentence = 0, paragraph = 0, heading = 0, section = 0;
};

/// Collects an article's speech, in order, into chapters. Samples go to a spool on disk at once:
/// memory does not grow with the length of a chapter.
class Album {
  public:
    /// `single`: all sections in one file, at `file` (or "-").
    static Result<Album> create(const Document& document, const Script& script,
                                const std::filesystem::path& folder, int rate,
                                const PauseFrames& pauses, std::optional<std::string> single);

    /// Appends what was made of utterance `index`; calls come in the order of the script.
    Result<> append(std::uint32_t index, Speech speech);
    /// Silence in place of an utterance that could not be spoken.
    Result<> append_gap(std::uint32_t index, std::string reason);
    /// Writes the last chapter.
    Result<> finish();

    const std::vector<Chapter>& chapters() const { return chapters_; }
    const std::vector<Gap>& gaps() const { return gaps_; }
    /// Frames so far, over all chapters.
    Frames frames() const { return total_; }

  private:
    Album(const Document& document, const Script& script, std::filesystem::path folder, int rate,
          const PauseFrames& pauses, std::optional<std::string> single);
    Result<> open_chapter(std::uint32_t section);
    Result<> close_chapter();
    Result<> put(const std::vector<std::int16_t>& samples);
    Result<> put_silence(Frames frames);
    std::string sentence_name(const Cue& cue) const;
    Frames pause_after(const Utterance& utterance) const;
    void set_comma_gaps(const Utterance& utterance, Speech& speech) const;

    const Document* document_;
    const Script* script_;
    std::filesystem::path folder_;
    int rate_;
    PauseFrames pauses_;
    std::optional<std::string> single_;
    std::optional<OutputFile> spool_;
    std::vector<Chapter> chapters_;
    std::vector<Gap> gaps_;
    Frames total_ = 0;
};

}  // namespace rawi
