#!/bin/sh
# The stages of `rawi text`, and --lines: one line of output for each line of input.
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
printf 'See https://example.com on 3/10/2020.\n' | rawi explain --language en --json - | /usr/bin/python3 -c '
import json, sys
values = {r["class"]: r["value"] for r in map(json.loads, sys.stdin) if "value" in r}
assert values["electronic"]["host"] == "example.com" and values["date"]["year"] == "2020", values'
printf 'منذ 5 أيام\n' | rawi explain --lines --json --language ar | /usr/bin/python3 -c '
import json, sys
rows = json.loads(sys.stdin.read())
assert "genitive: after منذ (governors.tsv:" in rows[1]["why"], rows'
printf 'منذ 5 أيام\n' | rawi explain --language ar - | grep -q "place  *written  *class"
[ "$(printf '5%%\n' | rawi text --lines --language ar --style percent=بالمئة --stage spoken | wc -w)" -eq 2 ]
expect 2 rawi text --lines --language ar --style percent
printf 'x\n' > "$t/short.txt"
rawi text --language ar --style percent=many "$t/short.txt" 2> "$t/error" && exit 1
grep -q 'one of: في المئة' "$t/error"
printf 'زار Zorblax القاهرة\n' | rawi text --unknown --language ar - | grep -q Zorblax
expect 2 rawi text --lines --unknown
# A sample with the traits of machine-generated Arabic news, sentence by sentence.
rawi text "$SOURCE/samples/harbour.ar.txt" | diff "$SOURCE/tests/golden/ar/harbour.txt" -

# Language tags are accepted in any case and as locales write them.
echo '3 كتب' > "$t/tag.txt"
rawi text "$t/tag.txt" --language ar > "$t/tag"
for tag in AR ar_EG ar-eg; do rawi text "$t/tag.txt" --language "$tag" | cmp - "$t/tag"; done
