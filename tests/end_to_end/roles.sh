#!/bin/sh
# What is done with each role: as usual, as voice.toml says, as the options say. The format, too.
. "$(dirname "$0")/common.sh"
cat > "$t/news.txt" <<'END'
The bridge reopens
By Dana Whitlow
The old bridge over the river reopened on Tuesday.
Read also: The ferry sails again
It had been closed for two years.
END
[ "$(rawi text --language en "$t/news.txt" | grep -cE 'ferry|Whitlow')" -eq 1 ]
[ "$(rawi text --language en "$t/news.txt" --skip byline,headline --speak related-link | head -n 2)" = \
"The old bridge over the river reopened on Tuesday
Read also The ferry sails again" ]
# The later option counts.
rawi text --language en "$t/news.txt" --speak byline --skip byline --stage document | grep -q '^byline *skip '
rawi text --language en "$t/news.txt" --skip byline --speak byline --stage document | grep -q '^byline *speak '
expect 2 rawi text "$t/news.txt" --skip bylines; says "pull-quote"
expect 2 rawi text --lines --skip byline; says "--lines"

# voice.toml, which the options override; the label is said in the article's language.
cp -r "$SOURCE/voices" "$t/voices"
printf '\n[roles]\nrelated-link = "announce"\nbyline = "skip"\n' >> "$t/voices/en/voice.toml"
RAWI_DATA=$t/voices rawi text --language en "$t/news.txt" > "$t/said"
grep -qx 'Related story' "$t/said"
grep -q 'ferry' "$t/said"
! grep -q 'Whitlow' "$t/said"
RAWI_DATA=$t/voices rawi text --language en "$t/news.txt" --speak byline --skip related-link > "$t/said"
grep -q 'Whitlow' "$t/said"
! grep -qE 'Related|ferry' "$t/said"
RAWI_DATA=$t/voices rawi text --language en "$t/news.txt" --stage document --json | /usr/bin/python3 -c '
import json, sys
blocks = json.load(sys.stdin)["blocks"]
assert [(b["role"], b["policy"]) for b in blocks] == [("headline", "speak"), ("byline", "skip"), ("paragraph", "speak"),
    ("related-link", "announce"), ("paragraph", "speak")], blocks
assert blocks[3]["label"] == "Related story", blocks[3]'

# Rendered anew when a policy changes; the label is a sentence of the manifest.
RAWI_DATA=$t/voices rawi render --language en "$t/news.txt" -o "$t/out" --quiet
/usr/bin/python3 "$SOURCE/tests/support/check_manifest.py" "$SOURCE/schemas/article.schema.json" "$t/out/news"
grep -q '"spoken":"Related"' "$t/out/news/article.json"
expect 0 env RAWI_DATA="$t/voices" "$RAWI" render --language en "$t/news.txt" -o "$t/out"; says "up to date"
expect 0 env RAWI_DATA="$t/voices" "$RAWI" render --language en "$t/news.txt" -o "$t/out" --skip related-link
says "chapter"
grep -q '"reason":"role: related-link"' "$t/out/news/article.json"
printf '\n[roles]\nbylines = "skip"\n' >> "$t/voices/ar/voice.toml"
expect 1 env RAWI_DATA="$t/voices" "$RAWI" text --language ar "$t/news.txt"; says "voice.toml:"; says "pull-quote"

# A format that is asked for goes before what the file looks like.
printf '<speak>One <break/>two.</speak>' > "$t/a.txt"
[ "$(rawi text --language en --from text --stage sentences "$t/a.txt" | head -c 7)" = "<speak>" ]
printf 'One <break/>two.' > "$t/b.txt"
[ "$(rawi text --language en --from ssml "$t/b.txt")" = "One two" ]
cp "$t/b.txt" "$t/b.ssml"
[ "$(rawi text --language en "$t/b.ssml")" = "One two" ]
expect 2 rawi text --from tape "$t/a.txt"; says "text, feed, html, mhtml, ssml, docx, odt, epub, markdown"
expect 2 rawi text --from ssml --inline none "$t/a.txt"
