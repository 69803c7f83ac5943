#!/bin/sh
# Articles that are up to date are skipped; another option or --again renders them again.
. "$(dirname "$0")/common.sh"
expect 0 rawi render "$article" -o "$t/out"
expect 0 rawi render "$article" -o "$t/out"; says "up to date"
rm "$t"/out/*/02-*  # a missing chapter is rendered again
expect 0 rawi render "$article" -o "$t/out"; says chapters
[ "$(ls "$t"/out/*/[0-9]* | wc -l)" -eq 3 ]
expect 0 rawi render "$article" -o "$t/out" --rate 200; says chapters
expect 0 rawi render "$article" -o "$t/out" --rate 200 --again; says chapters
