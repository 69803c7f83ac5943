#!/usr/bin/env bash
# Peak memory of rawi and its workers for the same paragraphs, repeated 100, 1,000 and 10,000 times.
# usage: memory.sh ARTICLE [COUNT...]      RAWI: the program (default build/release/rawi)
set -euo pipefail
here=$(cd "$(dirname "$0")/../.." && pwd)
rawi=${RAWI:-$here/build/release/rawi}
article=${1:?usage: memory.sh ARTICLE [COUNT...]}
shift
[ $# -gt 0 ] || set -- 100 1000 10000
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for count in "$@"; do
    /usr/bin/python3 - "$article" "$count" > "$work/long.txt" << 'END'
import sys
paragraphs = [p.strip() for p in open(sys.argv[1], encoding="utf-8") if len(p.split()) > 12]
print("A long article\n")
for i in range(int(sys.argv[2])):
    print(paragraphs[i % len(paragraphs)] + "\n")
END
    /usr/bin/python3 - "$rawi" "$work" "$count" << 'END'
import os, subprocess, sys, time
rawi, work, count = sys.argv[1:]
run = subprocess.Popen([rawi, "render", work + "/long.txt", "-o", work + "/out", "--again", "--quiet"])
peak, workers = 0, 0
def high_water(process):
    try:
        with open(f"/proc/{process}/status") as f:
            return next((int(l.split()[1]) for l in f if l.startswith("VmHWM")), 0)
    except OSError:
        return 0
while run.poll() is None:
    peak = max(peak, high_water(run.pid))
    try:
        with open(f"/proc/{run.pid}/task/{run.pid}/children") as f:
            workers = max([workers] + [high_water(p) for p in f.read().split()])
    except OSError:
        pass
    time.sleep(0.05)
print(f"{count} paragraphs: main {peak / 1024:.1f} MB, a worker {workers / 1024:.1f} MB, exit {run.returncode}")
END
    rm -rf "$work/out"
done
