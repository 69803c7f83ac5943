#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/document.h"
#include "model/script.h"

namespace rawi {

/// Pauses of a voice in milliseconds (`[pauses]` in voice.toml).
struct Pauses {
    int comma = 0, sentence = 0, paragraph = 0, heading = 0, section = 0;
};

/// What eSpeak NG takes: words a minute, and pitch from 0 on.
constexpr int slowest_rate = 80, fastest_rate = 449, highest_pitch = 99;

/// One choice of the house style: a key and a value of voices/<tag>/style.tsv.
struct Choice {
    std::string key, value;
    std::string where;  ///< file:line:column, or the option
};

/// What `voices/<tag>/voice.toml` says, with what was not said filled in.
struct VoiceFile {
    std::string tag;           ///< BCP 47, as asked for
    std::string name;          ///< of the language, in English
    std::string engine_voice;  ///< what eSpeak NG calls it
    int rate = 175;            ///< words a minute
    int pitch = 50;            ///< 0-99
    Pauses pauses;
    std::vector<Choice> house;  ///< what `[style]` chooses
};

/// Reads `folder`/<tag>/voice.toml, or that of the tag's language without its region. A language
/// that has no folder gets the defaults of `folder`/default.toml and its own tag as the engine's
/// voice. Errors (kind input), for a key that there is not or a value out of range too, point at
/// file:line:column.
Result<VoiceFile> load_voice_file(const std::filesystem::path& folder, std::string_view tag);

/// A stretch of text as it was cut, before anything was said for it.
struct Token {
    enum class Kind : std::uint8_t { word, number, symbol, punctuation, space };
    Kind kind = Kind::word;
    Span source;  ///< in Document::text
};

/// How a document writes its numbers, for those that can be read in two ways.
struct Habits {
    bool comma_is_decimal = false;      ///< 1,234 is one and a bit
    bool stop_parts_thousands = false;  ///< 1.234 is more than a thousand
};

/// The habits of a text, by its numbers that can be read in one way only.
Habits habits_of(std::string_view text);

/// What a lexicon or markup lays down for a stretch of a sentence, whole tokens of it: said as it
/// stands, whatever the language would have made of them. No other reading reaches into it, but
/// what is written there is seen by what stands beside it.
struct Given {
    Span source;              ///< in Document::text
    std::vector<Word> words;  ///< with sources inside `source`; none: the stretch is not spoken
    std::string reason;       ///< why not, where there are no words
};

/// One sentence as it was cut, with what is known about it.
struct Line {
    std::string_view text;          ///< Document::text
    const std::vector<Token>& cut;  ///< the sentence's tokens
    const Habits& habits;           ///< the document's
    std::vector<Given> given{};     ///< sorted, disjoint
};

/// What is said for addresses of the net (`--addresses`).
enum class Addresses : std::uint8_t { domain, full, skip };

/// What is said of case endings (`--endings`): all, those that are sure, or none.
enum class Endings : std::uint8_t { full, confident, pausal };

/// What an editor may choose in the wording.
struct Style {
    Addresses addresses = Addresses::domain;
    Endings endings = Endings::confident;
    std::vector<Choice> house{};  ///< over those of voice.toml
    bool reasons = false;         ///< whether words tell why (Word::why)
};

/// A written word taken apart: what is glued to it, and the word itself.
struct Stem {
    std::string before;  ///< as written, without marks: "and", "for", the article ...
    std::string word;
    std::string after;  ///< "'s"
};

/// What markup may say that a stretch is (`interpret-as`).
enum class SayAs : std::uint8_t {
    cardinal,
    ordinal,
    digits,
    characters,
    date,
    time,
    telephone,
    fraction,
    unit,
    currency
};

/// "cardinal", "spell-out" ...; nothing for what is not supported.
std::optional<SayAs> say_as_named(std::string_view name);

/// How far words are worked out.
enum class Depth : std::uint8_t { spoken, pronounced };

/// A language's way of saying things. The tables come from voices/<tag>/.
class Language {
  public:
    virtual ~Language() = default;
    virtual std::string_view tag() const = 0;
    /// Bare abbreviations after which no sentence ends ("Dr.", U+062F + ".").
    virtual const std::vector<std::string>& abbreviations() const = 0;
    /// Words for the tokens of one sentence, in order; every token that is no space is in a word's
    /// source or in `skips`. Words carry the boundary that punctuation after them makes. What is
    /// given stands as it is, and is seen by what stands beside it.
    virtual std::vector<Word> say(const Line& line, std::vector<Skip>& skips) const = 0;
    /// Fills in the vowels and the pronunciation of a sentence's words, where the language has a
    /// way of its own to find them; a word that has a pronunciation keeps it. Languages without one
    /// leave their words to the engine.
    virtual void pronounce(std::vector<Word>& /*words*/) const {}
    /// What is said for `text` where markup says what it is; nothing where it cannot be that (a
    /// cardinal without digits). `format` may be empty; of a date it is "dmy" and the like. All
    /// words have the whole of `text` as their source.
    virtual std::vector<Word> say_as(std::string_view text, SayAs what,
                                     std::string_view format) const;
    /// Other ways to see a written word (`folded`): with something glued to what an entry of a
    /// lexicon may stand for. The least that is glued comes first.
    virtual std::vector<Stem> stems(std::string_view word) const;
    /// Whether a written word (`folded`) is nothing but what is glued to others: "and", "for the".
    virtual bool is_glue(std::string_view /*word*/) const { return false; }
    /// A respelling, or a pronunciation, with what was glued to the word that it stands for.
    virtual std::string respelled(const Stem& stem, std::string_view respelling) const;
    virtual std::string pronounced(const Stem& stem, std::string_view ipa) const;
};

/// The language for a tag: Arabic, English, or any other by ICU's rules. Errors (kind input) point
/// at the table's line.
Result<std::unique_ptr<Language>> load_language(const std::filesystem::path& folder,
                                                std::string_view tag, const Style& style = {});

/// Languages by their tags, each loaded once.
class Languages {
  public:
    Languages(std::filesystem::path folder, Style style)
        : folder_(std::move(folder)), style_(std::move(style)) {}

    /// As load_language.
    Result<const Language*> load(std::string_view tag);
    /// One that was loaded, or nothing.
    const Language* find(std::string_view tag) const;

  private:
    std::filesystem::path folder_;
    Style style_;
    std::vector<std::pair<std::string, std::unique_ptr<Language>>> loaded_;
};

class Lexicon;

/// What the user lays down beside the article.
struct Guidance {
    const Lexicon* lexicon = nullptr;
    const Languages* languages = nullptr;  ///< of stretches that are in another one
};

/// Sentences of `block`, as spans of `text`: they tile the block but for white space. None ends
/// with an abbreviation of the language's or of `more`.
std::vector<Span> find_sentences(std::string_view text, Span block, const Language& language,
                                 const std::vector<std::string>& more = {});

/// Tokens of `sentence`: they tile it.
std::vector<Token> find_tokens(std::string_view text, Span sentence);

/// The language of an article that says none: by its letters ("ar", "en", ...).
std::string guess_language(std::string_view text);

/// Words an article sentence by sentence, so that no more of it is held than is at work.
class ScriptWriter {
  public:
    /// All must outlive the writer.
    ScriptWriter(const Document& document, const Language& language,
                 Depth depth = Depth::pronounced, const Guidance& guidance = {})
        : document_(&document),
          language_(&language),
          habits_(habits_of(document.text)),
          depth_(depth),
          guidance_(guidance) {}

    /// The next sentence; nothing at the end.
    std::optional<Utterance> next();
    /// What was skipped since the last call; at the end of the article call it once more.
    std::vector<Skip> take_skips();
    /// What is to be told about the markup since the last call; likewise.
    std::vector<Notice> take_notices();

  private:
    void word_block(std::uint32_t index);
    void close_section();
    /// Words of one sentence, with the silences that markup asks for.
    Utterance word_sentence(Span sentence);
    void pronounce(std::vector<Word>& words) const;
    void keep_silent(Utterance& utterance);

    const Document* document_;
    const Language* language_;
    Habits habits_;
    Depth depth_;
    Guidance guidance_;
    std::size_t silence_ = 0;  ///< the first one of the document that is still to come
    int pending_silence_ = 0;  ///< milliseconds that wait for a word
    std::uint32_t section_ = 0, block_ = 0;  ///< the block is counted within its section
    std::deque<Utterance> ready_;
    std::vector<Skip> skips_;
    std::vector<Notice> notices_;
};

/// The whole article at once.
Script write_script(const Document& document, const Language& language, Depth depth = Depth::spoken,
                    const Guidance& guidance = {});

/// Nothing if every byte of the document's blocks that is not white space belongs to a word or a
/// skip, words stand in order, and each lies in its utterance; else the first broken promise.
std::string flaw_in(const Document& document, const Script& script);

}  // namespace rawi
