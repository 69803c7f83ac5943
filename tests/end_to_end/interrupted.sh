#!/bin/sh
# After Ctrl-C the exit code is 130 and no output remains.
. "$(dirname "$0")/common.sh"
i=0; while [ $i -lt 400 ]; do cat "$article"; echo; i=$((i + 1)); done > "$t/long.txt"
"$RAWI" render "$t/long.txt" -o "$t/out" --quiet -j 1 &
child=$!
while kill -0 $child && [ -z "$(find "$t/out" -type f 2> /dev/null)" ]; do sleep 0.05; done
kill -TERM $child
got=0; wait $child || got=$?
[ $got -eq 130 ]
[ ! -e "$t/out" ]
# The same while rawi waits for its input: for a pipe to be opened, or for its bytes.
mkfifo "$t/pipe"
for opened in no yes; do
    "$RAWI" render "$t/pipe" -o "$t/out" --quiet -j 1 &
    child=$!
    [ $opened = no ] || exec 9> "$t/pipe"
    until [ $((0x$(sed -n 's/^SigCgt:[[:space:]]*//p' /proc/$child/status) & 0x4000)) -ne 0 ]; do sleep 0.05; done  # SIGTERM
    while kill -TERM $child 2> /dev/null; do sleep 0.05; done
    got=0; wait $child || got=$?
    [ $got -eq 130 ]
    exec 9>&-
done
