// The lexicon of vowel marks, read directly from its mapped file.
#include "languages/arabic/diacritizer/diacritic_lexicon.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/mapped_file.h"

namespace rawi::languages::arabic::diacritizer {

namespace {

constexpr std::string_view magic = "rawi lexicon 1\n";
constexpr float steps = 12.0F;  // steps of a weight for each factor of e
constexpr std::size_t shortest_stem = 3;
constexpr std::size_t offset_size = 4;

std::uint8_t byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint8_t>(bytes[at]);
}

/// A 32-bit number, little-endian.
std::size_t number_at(std::string_view bytes, std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = offset_size; i-- > 0;)
        value = value << 8U | byte_at(bytes, at + i);
    return value;
}

/// Reads the file from its start. Reading after its end fails.
class Source {
  public:
    Source(std::string_view bytes, std::size_t at) : bytes_(bytes), at_(at) {}

    bool failed() const { return failed_; }
    bool at_end() const { return at_ == bytes_.size(); }

    /// Skips `size` bytes and returns where they started.
    std::size_t skip(std::size_t size) {
        failed_ = failed_ || size > bytes_.size() - at_;
        return std::exchange(at_, failed_ ? at_ : at_ + size);
    }
    std::size_t number() {
        const std::size_t begin = skip(offset_size);
        return failed_ ? 0 : number_at(bytes_, begin);
    }
    std::string_view text() {
        const std::size_t size = byte();
        const std::size_t begin = skip(size);
        return failed_ ? std::string_view() : bytes_.substr(begin, size);
    }
    std::size_t byte() {
        const std::size_t begin = skip(1);
        return failed_ ? 0 : byte_at(bytes_, begin);
    }

  private:
    std::string_view bytes_;
    std::size_t at_;
    bool failed_ = false;
};

/// The candidates of an entry whose word has `size` letters; none if the entry is truncated.
std::vector<Candidate> candidates_of(std::string_view entry, std::size_t size, bool endings) {
    Source source(entry, 0);
    std::vector<Candidate> candidates(source.byte());
    for (Candidate& candidate : candidates) {
        candidate.weight = static_cast<float>(source.byte()) / steps;
        if (endings) {
            const std::size_t low = source.byte();
            candidate.endings = static_cast<std::uint16_t>(low | source.byte() << 8U);
        }
        for (std::size_t i = 0; i + 1 < size; i += 2) {
            const std::size_t two = source.byte();
            constexpr std::size_t half = 4, low_half = 15;
            candidate.classes.push_back(static_cast<std::uint8_t>(two & low_half));
            if (i + 2 < size) candidate.classes.push_back(static_cast<std::uint8_t>(two >> half));
        }
    }
    if (source.failed()) candidates.clear();
    return candidates;
}

/// The size of the candidates of an entry in bytes.
std::size_t candidates_size(std::size_t count, std::size_t letters, bool endings) {
    return 1 + count * (1 + (endings ? 2U : 0U) + letters / 2);
}

}  // namespace

std::size_t DiacriticLexicon::Dictionary::block_begin(std::string_view file,
                                                      std::size_t block) const {
    return begin + number_at(file, offsets + block * offset_size);
}

std::string_view DiacriticLexicon::Dictionary::first_word(std::string_view file,
                                                          std::size_t block) const {
    Source source(file.substr(0, end), block_begin(file, block) + 1);
    return source.text();
}

std::vector<Candidate> DiacriticLexicon::Dictionary::find(std::string_view file,
                                                          std::string_view word) const {
    std::size_t low = 0;
    std::size_t high = blocks;
    while (low < high) {  // the first block that starts after the word
        const std::size_t middle = low + (high - low) / 2;
        if (first_word(file, middle) <= word)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0) return {};
    const std::size_t limit = low < blocks ? block_begin(file, low) : end;
    Source source(file.substr(0, limit), block_begin(file, low - 1));
    std::string entry;
    while (!source.at_end() && !source.failed()) {
        entry.resize(std::min(entry.size(), source.byte()));
        entry += source.text();
        const std::size_t at = source.skip(1);
        if (source.failed() || entry > word) break;
        const std::size_t size = candidates_size(byte_at(file, at), entry.size(), endings);
        if (entry == word) return candidates_of(file.substr(at, limit - at), entry.size(), endings);
        source.skip(size - 1);
    }
    return {};
}

Result<DiacriticLexicon> DiacriticLexicon::parse(std::string bytes) {
    const auto owner = std::make_shared<const std::string>(std::move(bytes));
    return parse(*owner, owner);
}

Result<DiacriticLexicon> DiacriticLexicon::parse(std::string_view bytes,
                                                 std::shared_ptr<const void> owner) {
    if (!bytes.starts_with(magic))
        return fail(Error::Kind::input, "this is not a lexicon of vowels");
    DiacriticLexicon lexicon;
    lexicon.owner_ = std::move(owner);
    lexicon.bytes_ = bytes;
    Source source(lexicon.bytes_, magic.size());
    for (std::vector<std::string>& affixes : lexicon.affixes_) {
        affixes.resize(source.byte());
        for (std::string& affix : affixes)
            affix = source.text();
        std::stable_sort(affixes.begin(), affixes.end(),
                         [](const auto& a, const auto& b) { return a.size() > b.size(); });
        affixes.emplace_back();
    }
    for (Dictionary* const part : {&lexicon.words_, &lexicon.stems_}) {
        source.number();  // the number of entries
        part->blocks = source.number();
        const std::size_t size = source.number();
        part->offsets = source.skip(part->blocks * offset_size);
        part->begin = source.skip(size);
        part->end = part->begin + size;
        part->endings = part == &lexicon.words_;
        for (std::size_t block = 0; !source.failed() && block < part->blocks; ++block) {
            const std::size_t begin = part->block_begin(lexicon.bytes_, block);
            const bool unordered =
                block > 0 && begin <= part->block_begin(lexicon.bytes_, block - 1);
            if (begin >= part->end || unordered)
                return fail(Error::Kind::input, "the blocks of the lexicon are out of order");
        }
    }
    if (source.failed() || !source.at_end()) {
        return fail(Error::Kind::input, "the lexicon is truncated or too long");
    }
    return lexicon;
}

Result<DiacriticLexicon> DiacriticLexicon::load(const std::filesystem::path& file) {
    RAWI_TRY(MappedFile mapped, MappedFile::open(file));
    const auto owner = std::make_shared<const MappedFile>(std::move(mapped));
    Result<DiacriticLexicon> lexicon = parse(owner->bytes(), owner);
    if (!lexicon) {
        return fail(Error::Kind::input,
                    fmt::format("{}: {}", file.string(), lexicon.error().message));
    }
    return lexicon;
}

Known DiacriticLexicon::find(std::string_view word) const {
    Known known;
    known.candidates = words_.find(bytes_, word);
    known.end = word.empty() ? 0 : word.size() - 1;
    if (!known.candidates.empty()) return known;
    std::vector<std::pair<std::size_t, std::size_t>> stems;  // size, begin
    for (const std::string& prefix : affixes_[0]) {
        if (!word.starts_with(prefix)) continue;
        const std::string_view rest = word.substr(prefix.size());
        for (const std::string& suffix : affixes_[1]) {
            if (rest.ends_with(suffix) && rest.size() >= suffix.size() + shortest_stem)
                stems.emplace_back(rest.size() - suffix.size(), prefix.size());
        }
    }
    std::stable_sort(stems.begin(), stems.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [size, begin] : stems) {
        known.candidates = stems_.find(bytes_, word.substr(begin, size));
        if (known.candidates.empty()) continue;
        known.begin = begin;
        known.end = begin + size - 1;
        known.stem = true;
        break;
    }
    return known;
}

}  // namespace rawi::languages::arabic::diacritizer
