#!/bin/sh
# Inline control: tags take effect and are never spoken.
. "$(dirname "$0")/common.sh"
frames() { /usr/bin/python3 -c 'import json, sys; print(sum(c["frames"] for c in json.load(open(sys.argv[1] + "/article.json"))["chapters"]))' "$1"; }
checked() { /usr/bin/python3 "$SOURCE/tests/support/check_manifest.py" "$SOURCE/schemas/article.schema.json" "$1"; }

# A silence lengthens the chapter by exactly its length, wherever it is.
printf '<speak>One two three. Four five.</speak>' > "$t/plain.txt"
printf '<speak>One <break time="700ms"/>two three. Four five.</speak>' > "$t/within.txt"
printf '<speak>One two three.<break time="0.7s"/> Four five.</speak>' > "$t/between.txt"
printf '<speak><break strength="strong"/>One two three. Four five.</speak>' > "$t/first.txt"
printf '<speak>One two three. Four five.<break time="700ms"/></speak>' > "$t/last.txt"
printf '<speak>One<break strength="none"/> two three. Four five.</speak>' > "$t/none.txt"
rawi render --language en "$t"/*.txt -o "$t/out" --quiet
plain=$(frames "$t/out/plain")
for where in within between first last; do
    checked "$t/out/$where"
    [ $(($(frames "$t/out/$where") - plain)) -eq 15435 ] || { echo "$where: not 700 ms longer"; exit 1; }
done
[ "$(frames "$t/out/none")" -eq "$plain" ]
grep -q '"silence":700' "$t/out/within/article.json"
grep -q '"silenceBefore":700' "$t/out/first/article.json"
# Gaps keep silences, too.
FAULT_CRASH=two expect 3 "$RAWI_FAULTY" render --language en "$t/plain.txt" "$t/within.txt" -o "$t/gap" --keep-going
[ $(($(frames "$t/gap/within") - $(frames "$t/gap/plain"))) -eq 15435 ]

# Tags are not spoken but take effect in their place; words refer to the bytes of the file.
cat > "$t/all.txt" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<!-- for the evening edition -->
<speak version="1.1" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="ar">
<p>قال <sub alias="وكالة الأنباء">و أ</sub> إن <say-as interpret-as="digits">2020</say-as> &amp; <lang xml:lang="en">Hello world</lang> وصل.</p>
<p>زار <phoneme alphabet="ipa" ph="zeˈlenskiː">Zelensky</phoneme> <prosody rate="slow">القاهرة</prosody>.</p>
</speak>
END
expect 0 rawi text "$t/all.txt"
says "all.txt:5:67: <prosody> is not supported"
cp "$t/output" "$t/said"
! grep -qE 'speak|prosody|sub|alias|break|xml|[<>=0-9]' "$t/said" || { cat "$t/said"; exit 1; }
grep -q 'وكالة الأنباء إن' "$t/said"
grep -q 'Hello world' "$t/said"
grep -q 'القاهرة' "$t/said"
rawi text "$t/all.txt" --stage phonemes 2> /dev/null | grep -q 'zeˈlenskiː'
rawi explain "$t/all.txt" --json 2> /dev/null | /usr/bin/python3 -c '
import html, json, sys
rows = {r["written"]: r for r in map(json.loads, sys.stdin)}
assert rows["و أ"]["class"] == "alias" and rows["و أ"]["place"].endswith(":4:35"), rows["و أ"]
assert rows["2020"]["rule"] == "<say-as digits>", rows["2020"]'
rawi render "$t/all.txt" -o "$t/out" --quiet
/usr/bin/python3 - "$t" <<'END'
import html, json, sys
source = open(sys.argv[1] + "/all.txt", "rb").read()
for chapter in json.load(open(sys.argv[1] + "/out/all/article.json"))["chapters"]:
    for sentence in chapter["sentences"]:
        for word in sentence["words"]:
            begin, end = word["source"]
            assert html.unescape(source[begin:end].decode()) == word["text"], word
END

# In other documents tags are ordinary text, unless --inline ssml makes them markup.
printf 'A <b>bold</b> word.' > "$t/tags.txt"
[ "$(rawi text --language en --stage sentences "$t/tags.txt")" = "A <b>bold</b> word." ]
expect 0 rawi text --language en --inline ssml "$t/tags.txt"; says "tags.txt:1:3: <b> is not supported"
[ "$(cat "$t/output")" = "A bold word" ]
rawi text --language en --inline none --stage sentences "$t/plain.txt" | grep -q '<speak>One'

# Errors are reported with their place before anything is spoken.
printf '<speak>One\n<p>two</speak>' > "$t/open.txt"
expect 1 rawi render "$t/open.txt" -o "$t/wrong"; says "open.txt:2:"
printf '<speak>One\n<break time="soon"/> two.</speak>' > "$t/soon.txt"
expect 1 rawi text "$t/soon.txt"; says "soon.txt:2:1"
printf '<speak xml:lang="en">One <phoneme ph="a">two</phoneme>.</speak>' > "$t/sound.txt"
expect 1 rawi text "$t/sound.txt"; says "sound.txt:1:42"; says "does not accept phonemes"
printf '<speak xml:lang="en">One <say-as interpret-as="cardinal">two</say-as> three.</speak>' > "$t/so.txt"
expect 0 rawi text "$t/so.txt"; says 'so.txt:1:58: "two" cannot be said as cardinal'
[ "$(cat "$t/output")" = "One two three" ]
expect 2 rawi text --lines --inline ssml
[ ! -e "$t/wrong/open" ]
