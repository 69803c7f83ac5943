#!/bin/sh
# A language that rawi ships nothing for is added with tables only: the files that ARCHITECTURE.md lists
# under "How to add", in a folder of its own, and nothing else.
. "$(dirname "$0")/common.sh"
mkdir -p "$t/voices/eo"
cp "$SOURCE/voices/default.toml" "$t/voices"
cat > "$t/voices/eo/voice.toml" << 'END'
name = "Esperanto"
voice = "eo"
rate = 150
END
printf '# Signs that stand alone.\n# columns: written | said\n☂\tombrelo\n' > "$t/voices/eo/symbols.tsv"
printf '# Abbreviations after which no sentence ends.\n# columns: written\nD-ro.\n' > "$t/voices/eo/abbreviations.tsv"
printf '# What role a line has.\n# columns: written | role\nDe\tbyline\n' > "$t/voices/eo/structure.tsv"
printf '# The sounds of the voice.\n# columns: ipa | example\na\tpatro\nt\ttablo\n' > "$t/voices/eo/phonemes.tsv"
export RAWI_DATA="$t/voices"

printf 'La ponto malfermiĝis\nDe Ludoviko Zamenhof\n\nD-ro. Stelo vidis 25 ☂ kaj 3,5 km da maro. Li iris.\n' > "$t/a.txt"
rawi text --language eo --stage sentences "$t/a.txt" > "$t/sentences"
grep -qxF 'D-ro. Stelo vidis 25 ☂ kaj 3,5 km da maro.' "$t/sentences"  # no sentence ends after "D-ro."
rawi text --language eo --stage spoken "$t/a.txt" > "$t/spoken"
grep -qF 'vidis dudek kvin ombrelo kaj tri komo kvin' "$t/spoken"
rawi text --language eo --stage document "$t/a.txt" > "$t/document"
grep -q byline "$t/document"
rawi render --language eo "$t/a.txt" -o "$t/out" --quiet
grep -q 'dudek' "$t/out/a/article.json"

# A mistake in one of the tables is reported with its file, its line and what to do.
printf '# Signs that stand alone.\n☂\tombrelo\n' > "$t/voices/eo/symbols.tsv"
expect 1 rawi text --language eo --stage spoken "$t/a.txt"
says "$t/voices/eo/symbols.tsv:2: the columns have no names: write \"# columns: written | said\" above the rows"
