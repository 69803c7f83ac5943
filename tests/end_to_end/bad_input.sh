#!/bin/sh
# Every bad input: a clear message, the right exit code, nothing half-written.
. "$(dirname "$0")/common.sh"
out="$t/out"
refuse() { expect 1 rawi render "$1" -o "$out"; says "$2"; [ -z "$(find "$out" -type f 2>/dev/null)" ]; }
: > "$t/empty.txt"; refuse "$t/empty.txt" empty
printf ' \n\t\n' > "$t/spaces.txt"; refuse "$t/spaces.txt" spaces.txt
head -c 4096 /dev/zero > "$t/binary.txt"; refuse "$t/binary.txt" binary.txt
printf 'Good line\nbad \377\376 byte and more text\n' > "$t/invalid.txt"
rawi render "$t/invalid.txt" -o "$t/lossy" --lossy --charset UTF-8 --quiet
refuse "$t/missing.txt" missing.txt
mkdir -p "$t/other/article"; echo mine > "$t/other/article/file"; printf 'A short text.\n' > "$t/article.txt"
expect 2 rawi render "$t/article.txt" -o "$t/other"; says --force
[ "$(cat "$t/other/article/file")" = mine ]
rawi render "$t/article.txt" -o "$t/other" --force --quiet
expect 1 rawi render "$t/article.txt" -o "$out" --language en --voice no-such-voice; says espeak-ng-data
RAWI_FAULT_WRITE=20000 expect 1 rawi render "$t/article.txt" -o "$out"; says "No space left"
[ -z "$(find "$out" -mindepth 1 2>/dev/null)" ]
# One bad article does not stop the others.
expect 1 rawi render "$t/missing.txt" "$t/article.txt" -o "$t/some"
[ -f "$t/some/article/article.json" ]
