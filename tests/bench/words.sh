#!/bin/sh
# Words per second on one core: normalization alone, then with vowels and pronunciation. Median of five.
# usage: tests/bench/words.sh [TEXT [LANGUAGE]]
# TEXT has one paragraph per line; the default is the Arabic sample.
set -eu
here=$(dirname "$0")/../..
rawi=$here/build/release/rawi
text=${1:-$here/samples/harbour.ar.txt}
language=${2:-ar}
t=$(mktemp -d)
trap 'rm -rf "$t"' EXIT
while [ "$(wc -w < "$text")" -gt 0 ] && [ "$(cat "$t/long" 2> /dev/null | wc -w)" -lt 400000 ]; do cat "$text" >> "$t/long"; done
head -c 150000 "$t/long" | sed '$d' > "$t/short"
for run in "spoken $t/long" "phonemes $t/short"; do
    set -- $run
    for _ in 1 2 3 4 5; do
        /usr/bin/time -f %U "$rawi" text --lines --language "$language" --stage "$1" < "$2" 2>&1 > /dev/null
    done | sort -n | sed -n 3p | awk -v n="$(wc -w < "$2")" -v s="$1" '{printf "%s: %d words a second (%d words in %.2f s)\n", s, n / $1, n, $1}'
done
