#!/bin/sh
# A sentence that crashes the engine is an error with its place, or a gap and exit code 3.
. "$(dirname "$0")/common.sh"
printf 'One fine sentence.\n\nThis holds the poison word.\n\nAnother one.\n' > "$t/a.txt"
export FAULT_CRASH=poison
expect 1 "$RAWI_FAULTY" render "$t/a.txt" -o "$t/out"; says "a.txt:3:1"
[ ! -e "$t/out/a" ]
expect 3 "$RAWI_FAULTY" render "$t/a.txt" -o "$t/out" --keep-going; says "a.txt:3:1"
[ -f "$t/out/a/article.json" ]
grep -q '"reason"' "$t/out/a/article.json"
