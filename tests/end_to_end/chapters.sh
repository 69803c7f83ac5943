#!/bin/sh
# An article with two numbered headings becomes three chapters. The manifest matches its schema and
# the files.
. "$(dirname "$0")/common.sh"
rawi render "$article" -o "$t/out" --quiet
folder=$(echo "$t"/out/*)
[ "$(ls "$folder"/[0-9]* | wc -l)" -eq 3 ]
/usr/bin/python3 "$SOURCE/tests/support/check_manifest.py" "$SOURCE/schemas/article.schema.json" "$folder"
rawi render "$article" -o "$t/with" --with vowelled --progress none
grep -q . "$t"/with/*/vowelled.txt
! ls "$t"/out/*/vowelled.txt 2> /dev/null || { echo "vowelled.txt that was not asked for"; exit 1; }
expect 2 rawi render "$article" -o "$t/with" --with subtitles; says "manifest, vowelled, all"
