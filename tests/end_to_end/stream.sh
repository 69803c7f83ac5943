#!/bin/sh
# The sound on standard output, while it is spoken, and nothing else there or on the disk.
. "$(dirname "$0")/common.sh"
export TMPDIR="$t/tmp"
mkdir "$TMPDIR"
rawi render "$article" -o "$t/out" --quiet
rawi render "$article" -o - --quiet > "$t/file"
{ printf 1234; rawi render "$article" -o - --quiet; } > "$t/after"
rawi render "$article" -o - --quiet | cat > "$t/pipe"
# The same samples as in the files, with a length that is known (a file) or not (a pipe).
PYTHONPATH="$SOURCE/tests/support" /usr/bin/python3 - "$t" << 'END'
import json, pathlib, sys, sound
t = pathlib.Path(sys.argv[1])
manifest = next(t.glob("out/*/article.json"))
chapters = [sound.read(manifest.parent, chapter) for chapter in json.loads(manifest.read_text())["chapters"]]
want = b"".join(chapter.samples for chapter in chapters)
streamed = {name: (t / name).read_bytes() for name in ("file", "pipe", "after")}
assert sound.read(t, {"file": "file", "format": "wav"}).samples == want
assert b"labl" in streamed["file"]
assert streamed["after"] == b"1234" + streamed["file"]
head = streamed["file"].index(b"data") + 8
assert streamed["pipe"][head:] == want
assert streamed["pipe"][4:8] == streamed["pipe"][head - 4:head] == b"\xff" * 4
assert streamed["pipe"][8:head - 4] == streamed["file"][8:head - 4]
END
rawi render "$article" -o - --json 2> "$t/json" > /dev/null
grep -q '"folder":"-"' "$t/json"
# Sound comes before the article is over: the last sentence waits for a reader of the first ones.
for i in $(seq 300); do echo "This is sentence $i of an article that is longer than a pipe."; done > "$t/long.txt"
mkfifo "$t/fifo"
"$RAWI" render "$t/long.txt" -o - --quiet > "$t/fifo" 2> "$t/stopped" & pid=$!
exec 3< "$t/fifo"
head -c 65536 <&3 | wc -c | grep -qx 65536
kill -0 $pid
# A stop ends it, though the reader lets it wait; what has come ends with a whole sample.
kill -INT $pid
code=0; wait $pid || code=$?
[ "$code" -eq 130 ]
[ ! -s "$t/stopped" ]
[ $(($(cat <&3 | wc -c) % 2)) -eq 0 ]
exec 3<&-
# A reader that goes away is an error, not a hang or a crash.
(code=0; rawi render "$article" -o - --quiet 2> "$t/gone" || code=$?; echo $code > "$t/code") | head -c 100 > /dev/null
[ "$(cat "$t/code")" -eq 1 ]
grep -q "standard output" "$t/gone"
# An unknown format is an error that lists the formats.
expect 2 rawi render "$article" -o - --format tape; says "the formats are: wav"
# Nothing was written but what was asked for.
[ -z "$(ls -A "$TMPDIR")" ]
