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
# What was recognized is listed field by field, for every class that has a value.
cat > "$t/values.en.txt" <<'END'
See https://example.com on 3/10/2020.
The 21st of 1,984 men ran 2 1/2 km in -3.5 C for $5.20 and took 3/4 of it.
Their team won 3-1.
Read pages 5-10 at 18:30 GMT in 1066 AD.
The FBI has code 1234 and +44 20 7946 0958 for 5 million people.
END
rawi explain --language en --json "$t/values.en.txt" > "$t/values.en"
cat > "$t/values.ar.txt" <<'END'
في 5 مايو 2020 الساعة 18:30 سار 21 رجلا 1.2 كم مقابل $5.20.
المادة 7 عن 3/4 من 5 ملايين شخص.
فاز الفريق 3-1 في عام 1066.
يبيع من 5-10 كتب.
استغرق السباق 2:03:59 وقال U.S. إنها 3.14.
END
rawi explain --language ar --json "$t/values.ar.txt" > "$t/values.ar"
/usr/bin/python3 - "$t" <<'END'
import json, sys
expected = {
    "en": {"electronic": "form=web scheme=https host=example.com", "date": "day=10 month=3 year=2020",
           "ordinal": "digits=21", "cardinal": "digits=5 scale=million", "money": "whole=5 fraction=20 currency=$",
           "measure": "whole=2 numerator=1 denominator=2 unit=km", "decimal": "sign=- whole=3 fraction=5",
           "fraction": "numerator=3 denominator=4", "score": "ours=3 theirs=1", "range": "from=5 to=10",
           "time": "hour=18 minute=30 zone=gmt", "year": "year=1066 era=ad", "letters": "letters=FBI",
           "digits": "digits=1234", "telephone": "prefix=+ groups=44 20 7946 0958"},
    "ar": {"date": "day=5 month=5 year=2020", "time": "hour=18 minute=30", "measure": "whole=1 fraction=2 unit=كم",
           "money": "whole=5 fraction=20 currency=$", "ordinal": "digits=7",
           "fraction": "numerator=3 denominator=4", "cardinal": "digits=5 scale=ملايين",
           "score": "ours=3 theirs=1", "year": "year=1066", "range": "from=5 to=10",
           "duration": "hours=2 minutes=3 seconds=59", "letters": "letters=US",
           "decimal": "whole=3 fraction=14"},
}
for tag, values in expected.items():
    found = {}
    for row in map(json.loads, open(f"{sys.argv[1]}/values.{tag}")):
        if "value" in row:
            found[row["class"]] = " ".join(f"{name}={value}" for name, value in row["value"].items())
    ordered = {key: sorted(value.split()) for key, value in found.items()}
    for key, value in values.items():
        assert ordered.get(key) == sorted(value.split()), (tag, key, found.get(key))
END
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
# Several articles and folders; one that fails does not stop the others.
mkdir "$t/in"; printf 'One.\n' > "$t/in/a.txt"; printf '# Two\n\nThree.\n' > "$t/in/b.md"; printf 'x' > "$t/in/c.bin"
printf 'Four.\n' > "$t/in/.d.txt"; printf 'Zero.\n' > "$t/zero.txt"
expect 1 rawi text --stage document --json "$t/zero.txt" "$t/none.txt" "$t/in" - <<'END'
Five.
END
says "none.txt"; says "c.bin: left out"
/usr/bin/python3 - "$t/output" "$t" <<'END'
import json, sys
articles = [json.loads(line) for line in open(sys.argv[1])]
names = [article["source"].removeprefix(sys.argv[2] + "/") for article in articles]
assert names == ["zero.txt", "in/a.txt", "in/b.md", "standard input"], names
assert [article["metadata"]["id"] for article in articles] == ["zero.txt", "a.txt", "b.md", "standard input"]
assert [block["text"] for block in articles[2]["blocks"]] == ["Two", "Three."]
END
mkdir "$t/empty"; expect 1 rawi text "$t/empty"; says "no articles in this folder"
expect 1 rawi text --max-size 1 /dev/zero; says "larger than 1 MB"; says --max-size
