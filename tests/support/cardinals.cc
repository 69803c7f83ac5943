// Says cardinals of Arabic: a line "number gender case state" in (m f; nom acc gen; abs con), words
// out. scripts/evaluate numbers compares them with a reference.
#include <cstdint>
#include <iostream>
#include <string>

#include "base/table.h"
#include "languages/arabic/numerals.h"

int main() {
    const auto table =
        rawi::Table<rawi::languages::arabic::NumberRow>::load(RAWI_SOURCE "/voices/ar/numbers.tsv");
    if (!table) {
        std::cerr << table.error().message << '\n';
        return 1;
    }
    const rawi::languages::arabic::Numerals numerals(*table);
    std::uint64_t value = 0;
    std::string gender;
    std::string in;
    std::string state;
    while (std::cin >> value >> gender >> in >> state) {
        using rawi::languages::arabic::Case;
        const Case which = in == "nom"   ? Case::nominative
                           : in == "acc" ? Case::accusative
                                         : Case::genitive;
        std::cout << numerals.cardinal(
                         value,
                         {.feminine = gender == "f", .in = which, .construct = state == "con"})
                  << '\n';
    }
}
