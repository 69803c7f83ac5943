#!/bin/sh
# The manual page and --help list the same options.
. "$(dirname "$0")/common.sh"
for command in render text lexicon voices; do rawi "$command" --help; done > "$t/help"
rawi --help >> "$t/help"
grep -oE -- '--[a-z-]+' "$t/help" | sort -u > "$t/in_help"
grep -E '^\.(It|Op)' "$SOURCE/docs/rawi.1" | grep -oE 'Fl -[a-z-]+|, -[a-z-]+' | sed -E 's/^(Fl |, )-/--/' | sort -u > "$t/in_manual"
[ -s "$t/in_help" ]
diff "$t/in_help" "$t/in_manual"
