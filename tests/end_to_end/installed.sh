#!/bin/sh
# An installed rawi finds its own voices, from any folder and with an empty environment.
. "$(dirname "$0")/common.sh"
cmake --install "$(dirname "$RAWI")" --prefix "$t/prefix" > "$t/log" 2>&1 || { cat "$t/log"; exit 1; }
[ -f "$t/prefix/share/man/man1/rawi.1" ]
# A word that only the installed table contains shows which voices were read.
printf '\342\230\202\tthe installed voices\n' >> "$t/prefix/share/rawi/voices/en/symbols.tsv"
cd /
[ "$(printf '\342\230\202\n' | env -i "$t/prefix/bin/rawi" text --lines --language en)" = "the installed voices" ]
env -i "$t/prefix/bin/rawi" render "$article" -o "$t/out" --quiet
[ "$(ls "$t"/out/*/[0-9]* | wc -l)" -eq 3 ]
