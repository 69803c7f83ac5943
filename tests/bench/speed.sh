#!/usr/bin/env bash
# Time per second of audio for an article: rawi and `espeak-ng -f` on the same text, alternating.
# usage: speed.sh ARTICLE [ROUNDS]        RAWI: the program (default build/release/rawi)
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
rawi=${RAWI:-$here/build/release/rawi}
article=${1:?usage: speed.sh ARTICLE [ROUNDS]}
rounds=${2:-9}
command -v espeak-ng > /dev/null || { echo "this needs Debian's espeak-ng" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

language=${LANGUAGE_TAG:-ar}
for _ in $(seq "$rounds"); do
    rm -rf "$work/rawi" "$work/espeak.wav"  # neither has the other's files to take away first
    start=$(date +%s.%N)
    "$rawi" render "$article" -o "$work/rawi" --language "$language" --quiet
    middle=$(date +%s.%N)
    espeak-ng -v "$language" -f "$article" -w "$work/espeak.wav"
    end=$(date +%s.%N)
    ours=$(cat "$work"/rawi/*/[0-9]* | wc -c)
    theirs=$(stat -c %s "$work/espeak.wav")
    echo "$start $middle $end $ours $theirs"
done | /usr/bin/python3 -c '
import statistics, sys
ratios, mine, other = [], [], []
for line in sys.stdin:
    start, middle, end, ours, theirs = map(float, line.split())
    a, b = (middle - start) / (ours / 44100), (end - middle) / (theirs / 44100)
    mine.append(a), other.append(b), ratios.append(a / b)
print(f"rawi {1000 * statistics.median(mine):.3f} ms, espeak-ng {1000 * statistics.median(other):.3f} ms for a second of sound; "
      f"ratio {statistics.median(ratios):.2f} (median of {len(ratios)}; {min(ratios):.2f} to {max(ratios):.2f})")'
