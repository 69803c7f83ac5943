#!/bin/sh
# Bad input gives a clear message and the right exit code, and leaves no partial output.
. "$(dirname "$0")/common.sh"
out="$t/out"
nothing_made() { [ -z "$(find "$out" -mindepth 1 2> /dev/null)" ]; }
refuse() { expect 1 rawi render "$1" -o "$out"; says "$2"; nothing_made; }
: > "$t/empty.txt"; refuse "$t/empty.txt" empty
printf ' \n\t\n' > "$t/spaces.txt"; refuse "$t/spaces.txt" "only white space"
head -c 4096 /dev/zero > "$t/zero.txt"; refuse "$t/zero.txt" zero.txt
head -c 60000 "$RAWI" > "$t/program.txt"; refuse "$t/program.txt" program.txt
refuse "$t/missing.txt" missing.txt

# Ill-formed text is reported with its place; --lossy accepts it.
printf 'A good line.\nAnd a bad \377 byte among many good words.\n' > "$t/invalid.txt"
expect 1 rawi render "$t/invalid.txt" -o "$out"; says "invalid.txt:2:11"; says "byte 23 is 0xff"; nothing_made
rawi render "$t/invalid.txt" -o "$t/lossy" --lossy --quiet
printf 'A lone \355\240\200 surrogate.\n' > "$t/surrogate.txt"
expect 1 rawi render "$t/surrogate.txt" -o "$out"; says "surrogate.txt:1:8"; nothing_made
printf 'old\rMac\rline \377 s\r' > "$t/mac.txt"  # CR ends a line, too
expect 1 rawi render "$t/mac.txt" -o "$out"; says "mac.txt:3:6"; says "line"; nothing_made
printf 'A text with a \000 in it.\n' > "$t/nul.txt"
expect 1 rawi render "$t/nul.txt" -o "$out"; says nul.txt:1:15; nothing_made
printf '\377\376A\000\000\330.\000' > "$t/utf16.txt"  # a lone surrogate in UTF-16
expect 1 rawi render "$t/utf16.txt" -o "$out"; says utf16.txt:1:2; nothing_made

# Foreign folders, missing voices, bad languages, full disks.
printf 'A short text.\n' > "$t/article.txt"
mkdir -p "$t/other/article"; echo mine > "$t/other/article/file"
expect 2 rawi render "$t/article.txt" -o "$t/other"; says --force
[ "$(cat "$t/other/article/file")" = mine ]
rawi render "$t/article.txt" -o "$t/other" --force --quiet
expect 1 rawi render "$t/article.txt" -o "$out" --language en --voice no-such-voice; says espeak-ng-data; nothing_made
expect 1 rawi render "$t/article.txt" -o "$out" --language xx; says '"xx"'; says espeak-ng-data; nothing_made
for tag in ../../etc ar/x '' esperantos; do
    expect 2 rawi render "$t/article.txt" -o "$out" --language "$tag"; says "language tag"; nothing_made
done
expect 1 rawi text "$t/article.txt" --language xx; says '"xx"'; says espeak-ng-data
expect 1 rawi text --lines --language xx < "$t/article.txt"; says '"xx"'
# A disk that fills up, early and late. The messages must fit as well.
for blocks in 1 16 64; do
    expect 1 sh -c 'trap "" XFSZ; ulimit -f "$1"; exec "$2" render "$3" -o "$4"' limited "$blocks" "$RAWI" "$t/article.txt" "$out"
    says "File too large"; nothing_made
done
expect 2 rawi render "$t/article.txt" "$t/article.txt" -o -; says "only one article"
expect 1 rawi text "$t/missing.txt"; says missing.txt

# Errors show the line and a caret; an unknown charset is a usage error.
expect 1 rawi render "$t/invalid.txt" -o "$out" --charset UTF-8
sed -n 3p "$t/messages" | grep -qE '^ {12}\^$' || { cat "$t/messages"; exit 1; }
expect 2 rawi render "$t/article.txt" -o "$out" --charset no-such; says no-such
expect 2 rawi text "$t/article.txt" --charset no-such; says no-such
expect 1 rawi render "$t/missing.txt" -o "$out" --json
/usr/bin/python3 -c 'import json, sys; assert "error" in json.load(open(sys.argv[1]))' "$t/output"

# A bad article does not stop the others.
expect 1 rawi render "$t/missing.txt" "$t/article.txt" -o "$t/some"
[ -f "$t/some/article/article.json" ]

# A mistyped command or option; a folder of tables that is none.
expect 2 rawi rnder "$t/article.txt" -o "$out"; says 'there is no command "rnder"; did you mean "render"?'; says "explain "
expect 2 rawi "$t/article.txt"; says "there is no command"; says "render "
expect 2 rawi; says "name a command"; says "lexicon "
expect 2 rawi text --langauge en "$t/article.txt"; says "there is no option --langauge of text; did you mean --language?"
expect 2 rawi text --zzzzzzzz; says "--help lists them"
for data in "$t/nowhere" "$t/article.txt" "$t"; do
    for command in "render $t/article.txt -o $out" "text $t/article.txt" "lexicon $t/article.txt"; do
        # shellcheck disable=SC2086
        RAWI_DATA=$data expect 1 rawi $command; says "RAWI_DATA names"; says default.toml
    done
done

# A number without an end: its first digits are said, the rest is reported.
/usr/bin/python3 -c 'print("Call " + "7" * 10000 + " now.")' > "$t/digits.txt"
for language in en ar de fr; do
    [ "$(rawi text --language $language "$t/digits.txt" | wc -w)" -lt 150 ]
done
rawi render --language en "$t/digits.txt" -o "$t/digits" -q
grep -q "too many digits" "$t/digits/digits/article.json"
