#!/bin/sh
# Ctrl-C: exit code 130, and nothing left behind.
. "$(dirname "$0")/common.sh"
i=0; while [ $i -lt 400 ]; do cat "$article"; echo; i=$((i + 1)); done > "$t/long.txt"
"$RAWI" render "$t/long.txt" -o "$t/out" --quiet -j 1 &
child=$!
i=0; while [ -z "$(find "$t/out" -name "*.wav" 2>/dev/null)" ] && [ $i -lt 600 ]; do sleep 0.05; i=$((i + 1)); done
kill -TERM $child
got=0; wait $child || got=$?
[ $got -eq 130 ]
[ ! -e "$t/out" ]
