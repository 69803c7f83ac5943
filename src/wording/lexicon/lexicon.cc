// Finds the lexicon entry that matches a written text.
#include "wording/lexicon/lexicon.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>
#include <utility>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "wording/segmentation.h"
#include "wording/token.h"
#include "wording/words.h"

namespace rawi::wording::lexicon {

namespace {

icu::UnicodeString wide(const std::string& text) {
    return icu::UnicodeString::fromUTF8(text);
}

std::string narrow(const icu::UnicodeString& text) {
    std::string result;
    text.toUTF8String(result);
    return result;
}

/// The capitalizations that match `written`: unchanged; all capitals; if it has none, also a
/// capital at the start or at the start of each word.
std::vector<std::string> forms_of(const std::string& written, bool exact) {
    std::vector<std::string> forms = {written};
    if (exact) return forms;
    const icu::UnicodeString text = wide(written);
    const icu::Locale root = icu::Locale::getRoot();
    const auto add = [&](const icu::UnicodeString& other) {
        std::string form = narrow(other);
        if (std::find(forms.begin(), forms.end(), form) == forms.end())
            forms.push_back(std::move(form));
    };
    if (icu::UnicodeString(text).toLower(root) == text) {
        add(icu::UnicodeString(text).toTitle(nullptr, root));
        const int32_t size = text.moveIndex32(0, 1);
        add(icu::UnicodeString(text, 0, size).toUpper(root) + icu::UnicodeString(text, size));
    }
    add(icu::UnicodeString(text).toUpper(root));
    return forms;
}

std::vector<std::string> folded_tokens(std::string_view text) {
    std::vector<std::string> tokens;
    for (const Token& token :
         tokenize(text, {.begin = 0, .end = static_cast<std::uint32_t>(text.size())})) {
        std::string one =
            token.kind == Token::Kind::space ? " " : fold_for_match(token.source.of(text));
        if (!one.empty()) tokens.push_back(std::move(one));
    }
    return tokens;
}

bool is_wordlike(const Token& token) {
    return token.kind == Token::Kind::word || token.kind == Token::Kind::number;
}

/// Whether a word or a number continues from one token to the next.
bool continues(const std::vector<Token>& tokens, std::size_t first) {
    return first + 1 < tokens.size() && is_wordlike(tokens[first]) &&
           is_wordlike(tokens[first + 1]);
}

/// The tokens of a text, folded on demand.
class Written {
  public:
    Written(std::string_view text, const std::vector<Token>& tokens)
        : text_(text), tokens_(tokens) {}

    std::string at(std::size_t i) const {
        return tokens_[i].kind == Token::Kind::space ? " "
                                                     : fold_for_match(tokens_[i].source.of(text_));
    }
    /// If `rest` matches from token `at` on, the token after it and the enclitics of the last
    /// token.
    std::optional<std::pair<std::size_t, std::string>> after(const Language& language,
                                                             const std::vector<std::string>& rest,
                                                             std::size_t at) const {
        for (std::size_t i = 0; i < rest.size(); ++at) {
            if (at >= tokens_.size()) return std::nullopt;
            const std::string here = this->at(at);
            if (here.empty()) continue;  // invisible characters
            if (here != rest[i]) {
                if (i + 1 < rest.size()) return std::nullopt;
                for (const Stem& stem : language.stems(here)) {
                    if (stem.before.empty() && stem.word == rest[i])
                        return std::pair(at + 1, stem.after);
                }
                return std::nullopt;
            }
            ++i;
        }
        return std::pair(at, std::string());
    }

  private:
    std::string_view text_;
    const std::vector<Token>& tokens_;
};

}  // namespace

bool is_for(std::string_view wanted, std::string_view tag) {
    return tag.starts_with(wanted) &&
           (tag.size() == wanted.size() || (!wanted.empty() && tag[wanted.size()] == '-'));
}

void Lexicon::add(const std::shared_ptr<const LexiconFile>& file, std::string_view language) {
    ++files_;
    const std::string tag(file->language.empty() ? language : file->language);
    for (std::size_t i = 0; i < file->entries.size(); ++i) {
        const LexiconEntry& entry = file->entries[i];
        for (std::size_t stop = entry.written.find('.'); stop != std::string::npos;
             stop = entry.written.find('.', stop + 1))
            abbreviations_.push_back(entry.written.substr(0, stop + 1));
        bool as_written = true;
        for (const std::string& written : forms_of(entry.written, entry.exact)) {
            Form form;
            form.file = file;
            form.entry = i;
            form.rank = files_;
            form.as_written = std::exchange(as_written, false);
            form.language = tag;
            add_form(written, std::move(form));
        }
    }
}

void Lexicon::add_form(const std::string& written, Form form) {
    std::vector<std::string> tokens = folded_tokens(written);
    if (tokens.empty()) return;
    form.rest.assign(std::make_move_iterator(tokens.begin() + 1),
                     std::make_move_iterator(tokens.end()));
    std::vector<Form>& forms = index_[tokens.front()];
    const auto before = [](const Form& a, const Form& b) {
        return std::tuple(a.rest.size(), a.rank, a.as_written) >
               std::tuple(b.rest.size(), b.rank, b.as_written);
    };
    forms.insert(std::upper_bound(forms.begin(), forms.end(), form, before), std::move(form));
}

std::optional<Lexicon::Match> Lexicon::match(const Language& language, std::string_view text,
                                             const std::vector<Token>& tokens,
                                             std::size_t at) const {
    if (tokens[at].kind == Token::Kind::space || (at > 0 && continues(tokens, at - 1))) return {};
    const Written written(text, tokens);
    const std::string first = written.at(at);
    std::vector<Stem> stems = {{.before = {}, .word = first, .after = {}}};
    if (tokens[at].kind == Token::Kind::word) {
        std::vector<Stem> more = language.stems(first);
        std::move(more.begin(), more.end(), std::back_inserter(stems));
    }
    std::optional<Match> best;
    std::size_t longest = 0;
    for (const Stem& stem : stems) {
        const auto found = index_.find(stem.word);
        if (found == index_.end()) continue;
        for (const Form& form : found->second) {
            const std::size_t length = form.rest.size() + 1;
            if (length <= longest) break;
            if (!is_for(form.language, language.tag()) || (length > 1 && !stem.after.empty()))
                continue;
            const auto after = written.after(language, form.rest, at + 1);
            if (!after || continues(tokens, after->first - 1)) continue;
            Stem whole = stem;
            if (length > 1) whole.after = after->second;
            best = Match{.entry = &form.file->entries[form.entry],
                         .file = form.file.get(),
                         .end = after->first,
                         .stem = std::move(whole)};
            longest = length;
        }
    }
    return best;
}

std::vector<Lexicon::Duplicate> Lexicon::duplicates() const {
    std::vector<Duplicate> found;
    for (const auto& [first, forms] : index_) {
        for (std::size_t i = 1; i < forms.size(); ++i) {
            const Form& form = forms[i];
            if (!form.as_written) continue;
            // Forms that take precedence come earlier; those of the same length are adjacent.
            for (std::size_t k = i; k-- > 0 && forms[k].rest.size() == form.rest.size();) {
                const Form& other = forms[k];
                const bool same = other.as_written && other.rest == form.rest &&
                                  is_for(form.language, other.language);
                if (!same) continue;
                found.push_back({.entry = &form.file->entries[form.entry],
                                 .file = form.file.get(),
                                 .other = &other.file->entries[other.entry],
                                 .other_file = other.file.get()});
                break;
            }
        }
    }
    std::sort(found.begin(), found.end(), [](const Duplicate& a, const Duplicate& b) {
        return std::tuple(a.file->name, a.entry->line, a.entry->column) <
               std::tuple(b.file->name, b.entry->line, b.entry->column);
    });
    return found;
}

}  // namespace rawi::wording::lexicon
