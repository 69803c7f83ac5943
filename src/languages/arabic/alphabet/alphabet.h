#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rawi::languages::arabic::alphabet {

/// The letters, as code points (Unicode 15, block Arabic).
constexpr char32_t hamza = U'\u0621';
constexpr char32_t alif_madda = U'\u0622';
constexpr char32_t alif_hamza_above = U'\u0623';
constexpr char32_t waw_hamza = U'\u0624';
constexpr char32_t alif_hamza_below = U'\u0625';
constexpr char32_t ya_hamza = U'\u0626';
constexpr char32_t alif = U'\u0627';
constexpr char32_t ba = U'\u0628';
constexpr char32_t ta_marbuta = U'\u0629';
constexpr char32_t ta = U'\u062A';
constexpr char32_t tha = U'\u062B';
constexpr char32_t jim = U'\u062C';
constexpr char32_t hha = U'\u062D';
constexpr char32_t kha = U'\u062E';
constexpr char32_t dal = U'\u062F';
constexpr char32_t dhal = U'\u0630';
constexpr char32_t ra = U'\u0631';
constexpr char32_t zay = U'\u0632';
constexpr char32_t sin = U'\u0633';
constexpr char32_t shin = U'\u0634';
constexpr char32_t sad = U'\u0635';
constexpr char32_t dad = U'\u0636';
constexpr char32_t emphatic_ta = U'\u0637';
constexpr char32_t emphatic_za = U'\u0638';
constexpr char32_t ayn = U'\u0639';
constexpr char32_t ghayn = U'\u063A';
constexpr char32_t tatweel = U'\u0640';
constexpr char32_t fa = U'\u0641';
constexpr char32_t qaf = U'\u0642';
constexpr char32_t kaf = U'\u0643';
constexpr char32_t lam = U'\u0644';
constexpr char32_t mim = U'\u0645';
constexpr char32_t nun = U'\u0646';
constexpr char32_t ha = U'\u0647';
constexpr char32_t waw = U'\u0648';
constexpr char32_t alif_maqsura = U'\u0649';
constexpr char32_t ya = U'\u064A';

/// The marks on them.
constexpr char32_t fathatan = U'\u064B';
constexpr char32_t dammatan = U'\u064C';
constexpr char32_t kasratan = U'\u064D';
constexpr char32_t fatha = U'\u064E';
constexpr char32_t damma = U'\u064F';
constexpr char32_t kasra = U'\u0650';
constexpr char32_t shadda = U'\u0651';
constexpr char32_t sukun = U'\u0652';
constexpr char32_t dagger_alif = U'\u0670';

/// The same as UTF-8, and what words begin and end with.
namespace written {
constexpr std::string_view alif = "\u0627";
constexpr std::string_view ba = "\u0628";
constexpr std::string_view ta_marbuta = "\u0629";
constexpr std::string_view ta = "\u062A";
constexpr std::string_view sin = "\u0633";
constexpr std::string_view tatweel = "\u0640";
constexpr std::string_view fa = "\u0641";
constexpr std::string_view kaf = "\u0643";
constexpr std::string_view lam = "\u0644";
constexpr std::string_view mim = "\u0645";
constexpr std::string_view waw = "\u0648";
constexpr std::string_view ya = "\u064A";
constexpr std::string_view fathatan = "\u064B";
constexpr std::string_view dammatan = "\u064C";
constexpr std::string_view kasratan = "\u064D";
constexpr std::string_view fatha = "\u064E";
constexpr std::string_view damma = "\u064F";
constexpr std::string_view kasra = "\u0650";
constexpr std::string_view shadda = "\u0651";
constexpr std::string_view sukun = "\u0652";

constexpr std::string_view article = "\u0627\u0644";           ///< alif, lam
constexpr std::string_view bi_article = "\u0628\u0627\u0644";  ///< ba, alif, lam
constexpr std::string_view lam_article = "\u0644\u0644";       ///< lam, lam: "li" and the article
constexpr std::string_view wa = "\u0648\u064E";  ///< waw, fatha: "and", joined to the next word

constexpr std::string_view feminine_plural_ending = "\u0627\u062A";   ///< alif, ta
constexpr std::string_view masculine_plural_ending = "\u0648\u0646";  ///< waw, nun
constexpr std::string_view oblique_ending =
    "\u064A\u0646";  ///< ya, nun: of the dual and the masculine plural
constexpr std::string_view dual_ending = "\u0627\u0646";  ///< alif, nun
}  // namespace written

/// Whether a code point is one of the letters above, tatweel not included.
constexpr bool is_letter(char32_t c) {
    return (c >= hamza && c <= ghayn) || (c >= fa && c <= ya);
}

/// Whether a code point is a vowel mark: tanwin, a short vowel, shadda or sukun.
constexpr bool is_mark(char32_t c) {
    return c >= fathatan && c <= sukun;
}

/// Whether a letter assimilates the lam of the article before it.
constexpr bool is_sun_letter(char32_t c) {
    return c == ta || c == tha || (c >= dal && c <= emphatic_za) || c == lam || c == nun;
}

/// A letter with its marks.
struct Letter {
    char32_t code = 0;
    char32_t vowel = 0;    ///< a vowel, tanwin or sukun; 0 if there is none
    bool doubled = false;  ///< whether it has a shadda
    bool dagger = false;   ///< whether it has a dagger alif
};

/// The letters of a word. Marks may be in any order. Tanwin-fath on an alif moves to the letter
/// before it, to which it belongs.
std::vector<Letter> letters_of(std::string_view word);

/// The word with these letters, each shadda before its vowel.
std::string spelled(const std::vector<Letter>& letters);

}  // namespace rawi::languages::arabic::alphabet
