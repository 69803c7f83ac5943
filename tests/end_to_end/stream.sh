#!/bin/sh
# One WAVE file on standard output, and nothing else there.
. "$(dirname "$0")/common.sh"
rawi render "$article" -o - --quiet > "$t/x.wav"
/usr/bin/python3 -c "import sys, wave; sys.exit(wave.open(sys.argv[1]).getnframes() < 22050)" "$t/x.wav"
