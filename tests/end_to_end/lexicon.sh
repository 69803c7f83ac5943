#!/bin/sh
# User lexicons: their entries are said, the most specific one wins, errors and unused entries are
# reported.
. "$(dirname "$0")/common.sh"
XDG_CONFIG_HOME="$t/config"; export XDG_CONFIG_HOME
mkdir -p "$t/config/rawi" "$t/news"
printf 'The Smith house. SMITH, Smiths and Smith'\''s.\n' > "$t/news/a.txt"
said() { rawi text --language en "$@" "$t/news/a.txt" 2> "$t/messages" | tr '\n' ' '; }
[ "$(said)" = "The Smith house SMITH Smiths and Smith's " ]
printf 'smith\tuser\n' > "$t/config/rawi/lexicon.en.tsv"
[ "$(said)" = "The user house user Smiths and user's " ]
printf 'Smith\tfolder\n' > "$t/news/lexicon.tsv"
[ "$(said)" = "The folder house folder Smiths and folder's " ]
printf 'Smith\tarticle\n' > "$t/news/a.lexicon.tsv"
says() { grep -qF -- "$1" "$t/messages" || { echo "no \"$1\" in:"; cat "$t/messages"; exit 1; }; }
[ "$(said)" = "The article house article Smiths and article's " ]; says 'news/lexicon.tsv:1: "Smith" did not match anything'
printf 'Smith house\t2 houses\nnobody\tnothing\n' > "$t/run.tsv"
[ "$(said --lexicon "$t/run.tsv")" = "The two houses article Smiths and article's " ]; says 'run.tsv:2: "nobody" did not match anything'
cat > "$t/run.pls" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
  <lexeme><grapheme>Smith</grapheme><alias>Mr. Smeeth</alias></lexeme>
</lexicon>
END
# In PLS, capitals must match exactly.
[ "$(said --lexicon "$t/run.tsv" --lexicon "$t/run.pls")" = "The two houses article Smiths and mister Smeeth's " ]

# If a lexicon changes, the article is no longer up to date.
rawi render --language en "$t/news/a.txt" -o "$t/out" --quiet
first=$(sums "$t/out")
expect 0 rawi render --language en "$t/news/a.txt" -o "$t/out"; says "up to date"
printf 'Smith\tanother\n' > "$t/news/a.lexicon.tsv"
expect 0 rawi render --language en "$t/news/a.txt" -o "$t/out"; says "1 chapter"; says "did not match anything"
[ "$(sums "$t/out")" != "$first" ]
grep -q '"spoken":"another","class":"lexicon"' "$t/out/a/article.json"

# Arabic entries match after attached clitics; a pronunciation is sent to the engine unchanged.
printf 'قال نتنياهو ولنتنياهو، وللأمم المتحدة وبنتنياهوات. زار Kyiv.\n' > "$t/ar.txt"
printf 'نتنياهو\tنِتِنياهو\nالأمم المتحدة\tمَكْتَب\nKyiv\tكييف\tkiːf\n' > "$t/ar.tsv"
rawi text "$t/ar.txt" --lexicon "$t/ar.tsv" > "$t/said"
grep -q 'قال نِتِنياهو وَلِنِتِنياهو وَلِمَكْتَب وبنتنياهوات' "$t/said" || { cat "$t/said"; exit 1; }
rawi text "$t/ar.txt" --lexicon "$t/ar.tsv" --stage phonemes | grep -q 'kiːf$'
rawi text "$t/ar.txt" --lexicon "$t/ar.tsv" --stage vowelled | grep -q 'وَلِنِتِنْيَاهُو'
rawi explain --json "$t/ar.txt" --lexicon "$t/ar.tsv" | grep -q '"written":"نتنياهو","class":"lexicon","rule":"[^"]*ar.tsv:1"'

# The lines of --unknown are lexicon entries; once in a lexicon, a word is no longer listed.
printf 'زار Zorblax القاهرة مع Zorblax ثم ភ្នំពេញ.\n' > "$t/unknown.txt"
rawi text --unknown --language ar "$t/unknown.txt" > "$t/list"
head -n 1 "$t/list" | grep -q '^Zorblax	.*	# 2 x, transliteration'
grep -q '^ភ្នំពេញ		# 1 x, not said: no voice reads this script' "$t/list"
grep '^Zorblax' "$t/list" > "$t/unknown.lexicon.tsv"
! rawi text --unknown --language ar "$t/unknown.txt" | grep -q Zorblax || { echo "Zorblax is still listed"; exit 1; }

# rawi lexicon.
expect 0 rawi lexicon "$t/run.tsv" "$t/ar.tsv"
printf 'a\tb\na\tc\nd\ne\t☃\nKyiv\tكييف\tpyq\n' > "$t/bad.tsv"
expect 1 rawi lexicon --language ar "$t/bad.tsv"
cp "$t/output" "$t/messages"
for place in 'bad.tsv:2:1: error: "a" is already defined in line 1' bad.tsv:3:2 'bad.tsv:4:1: error' 'bad.tsv:5:1: error: "y"' 'bad.tsv:5:1: warning: "كييف" has no vowel marks'; do says "$place"; done
expect 1 rawi text "$t/ar.txt" --lexicon "$t/bad.tsv"; says bad.tsv:3:2
expect 1 rawi text "$t/ar.txt" --lexicon "$t/none.tsv"; says none.tsv
printf '<lexicon><lexeme>' > "$t/open.pls"
expect 1 rawi lexicon "$t/open.pls"
rawi lexicon --json "$t/ar.tsv" | /usr/bin/python3 -c 'import json, sys; [json.loads(line)["kind"] for line in sys.stdin]'
[ "$(printf 'Kyiv\n\nKyiv\n' | rawi text --lines --language ar --lexicon "$t/ar.tsv" --stage phonemes)" = "$(printf 'kiːf\n\nkiːf')" ]
