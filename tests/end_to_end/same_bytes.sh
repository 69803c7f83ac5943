#!/bin/sh
# The same input gives the same bytes with any number of workers, again, and if a worker is killed.
. "$(dirname "$0")/common.sh"
for jobs in 1 2 3; do rawi render "$article" -o "$t/j$jobs" -j $jobs --quiet; done
rawi render "$article" -o "$t/again" -j 2 --quiet
mkdir "$t/kill"; touch "$t/kill/1" "$t/kill/2" "$t/kill/3"
FAULT_KILL="$t/kill" "$RAWI_FAULTY" render "$article" -o "$t/killed" -j 2 --quiet
[ -z "$(ls "$t/kill")" ]  # so a worker was killed
want=$(sums "$t/j1")
for run in j2 j3 again killed; do [ "$(sums "$t/$run")" = "$want" ] || { echo "$run differs"; exit 1; }; done
