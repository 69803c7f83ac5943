#!/bin/sh
# The stages, and the line filter: one line out for each line in.
. "$(dirname "$0")/common.sh"
rawi text "$article" --stage document --json | /usr/bin/python3 -c 'import json, sys; a = json.load(sys.stdin); assert a["blocks"] and a["metadata"]["title"]'
rawi text "$article" --stage sentences | grep -q .
! rawi text "$article" --stage spoken | grep -qE '[0-9A-Za-z%]' || { echo "figures or Latin letters in Arabic speech"; exit 1; }
[ "$(printf 'one\n\n2 dogs\n' | rawi text --lines --language en | wc -l)" -eq 3 ]
[ "$(printf 'one\n\n2 dogs\n' | rawi text --lines --language en | sed -n 3p)" = "two dogs" ]
expect 2 rawi text --lines --stage sentences
[ "$(printf 'قال 5 رجال\n' | rawi text --lines --language ar --stage phonemes | wc -w)" -eq 3 ]
printf 'قال 5 رجال\n' | rawi explain --language ar --json - | /usr/bin/python3 -c '
import json, sys
rows = [json.loads(line) for line in sys.stdin]
assert [r["written"] for r in rows] == ["قال", "5", "رجال"], rows
assert rows[1]["class"] == "cardinal" and rows[1]["rule"] == "numbers.tsv" and rows[1]["place"].endswith(":1:5"), rows'
printf 'زار Zorblax القاهرة\n' | rawi text --unknown --language ar - | grep -q Zorblax
expect 2 rawi text --lines --unknown
