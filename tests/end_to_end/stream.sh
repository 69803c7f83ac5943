#!/bin/sh
# -o - writes one WAVE file to standard output and nothing else.
. "$(dirname "$0")/common.sh"
rawi render "$article" -o - --quiet > "$t/x.wav"
/usr/bin/python3 -c "import sys, wave; sys.exit(wave.open(sys.argv[1]).getnframes() < 22050)" "$t/x.wav"
rawi render "$article" -o - --json 2> "$t/json" > /dev/null
grep -q '"folder":"-"' "$t/json"
# A closed pipe is an error, not a hang or a crash; no files remain.
(code=0; rawi render "$article" -o - --quiet 2> "$t/gone" || code=$?; echo $code > "$t/code") | head -c 100 > /dev/null
[ "$(cat "$t/code")" -eq 1 ]
grep -q "standard output" "$t/gone"
[ -z "$(find "${TMPDIR:-/tmp}" -maxdepth 1 -name '.rawi-stream.*' -newer "$t/x.wav")" ]
