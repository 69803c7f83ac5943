#!/bin/sh
# Errors of standard output are detected; the progress bar stays in one line.
. "$(dirname "$0")/common.sh"
printf 'A short text.\n' > "$t/article.txt"
for command in "text $t/article.txt" "explain $t/article.txt" voices "render $t/article.txt -o $t/out --json"; do
    got=0
    # shellcheck disable=SC2086
    rawi $command > /dev/full 2> "$t/messages" || got=$?
    [ "$got" -eq 1 ] || { echo "exit code $got: $command"; exit 1; }
    says "standard output"
done
# Standard input and a folder.
mkdir "$t/folder"; printf 'One.\n' > "$t/folder/a.txt"; printf 'Two.\n' > "$t/folder/b.txt"
printf 'Three.\n' | rawi render - "$t/folder" -o "$t/all" -q
[ "$(ls "$t/all" | tr '\n' ' ')" = "a b standard-input " ]
# On narrow terminals, with an article whose name is longer than a line.
command -v script > /dev/null || exit 0
long="$t/$(printf 'word-%.0s' $(seq 20)).txt"
for i in $(seq 6); do cat "$article"; done > "$long"
for width in 20 60 100; do
    TERM=xterm script -qc "stty cols $width; '$RAWI' render '$long' -o '$t/bar' --again --progress bar" "$t/typescript" > /dev/null
    /usr/bin/python3 - "$t/typescript" "$width" << 'END'
import sys
lines = [l for l in open(sys.argv[1], encoding="utf-8", newline="").read().split("\r\x1b[K") if l.startswith("[")]
assert lines, "no bar was drawn"
assert all(len(line.split("\r")[0]) < int(sys.argv[2]) for line in lines), lines
END
done
