#!/bin/sh
# A feed: each item is an article, with its folder, its metadata and the places of its words.
. "$(dirname "$0")/common.sh"
cat > "$t/news.rss" <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>News</title><language>en</language>
<item><title>The harbour opens</title><guid isPermaLink="false">a1</guid>
<description>Short.</description>
<content:encoded><![CDATA[<p>Caf&eacute;s are full.</p><p>Nobody came.</p>]]></content:encoded></item>
<item><title>Nothing</title><guid>a2</guid><description>&lt;img src="x"&gt;</description></item>
<item><title>Rain &amp;amp; wind</title><description>&lt;p&gt;It rains.&lt;/p&gt;</description></item>
</channel></rss>
END
rawi render "$t/news.rss" -o "$t/out" -q
[ "$(ls "$t/out")" = news ]
[ "$(ls "$t/out/news" | wc -l)" -eq 3 ]
[ -d "$t"/out/news/Rain-wind-* ]
for folder in "$t"/out/news/*; do /usr/bin/python3 "$SOURCE/tests/support/check_manifest.py" "$SOURCE/schemas/article.schema.json" "$folder"; done
/usr/bin/python3 - "$t" <<'END'
import glob, json, sys
[folder] = glob.glob(sys.argv[1] + "/out/news/The-harbour-opens-*")
manifest = json.load(open(folder + "/article.json"))
file = open(sys.argv[1] + "/news.rss", "rb").read()
words = [word for chapter in manifest["chapters"] for sentence in chapter["sentences"] for word in sentence["words"]]
written = {word["text"]: file[slice(*word["source"])].decode() for word in words}
assert written["Caf\u00e9s"] == "Caf&eacute;s", written
assert written["Nobody"] == "Nobody" and written["harbour"] == "harbour", written
END
rawi render "$t/news.rss" -o "$t/out" 2> "$t/messages"
[ "$(grep -c "is up to date" "$t/messages")" -eq 3 ]
rawi text --stage document --json "$t/news.rss" > "$t/items"
/usr/bin/python3 - "$t/items" <<'END'
import json, sys
items = [json.loads(line) for line in open(sys.argv[1])]
assert [item["metadata"]["title"] for item in items] == ["The harbour opens", "Nothing", "Rain & wind"], items
assert [item["metadata"]["id"] for item in items] == ["a1", "a2", "news.rss"], items
assert [len(item["blocks"]) for item in items] == [3, 1, 2], items
END
rawi explain "$t/news.rss" | grep -q "It rains"
expect 2 rawi render "$t/news.rss" -o - ; says "only one article"
printf '{"name": "x"}' > "$t/package.json"
expect 1 rawi render "$t/package.json" -o "$t/no"; says "no feed"
# What comes before the damage is read.
printf '<rss><channel><item><title>One</title></item><item><title>Two</b></title></item></channel></rss>' > "$t/cut.xml"
expect 1 rawi render "$t/cut.xml" -o "$t/cut"; says "cut.xml:1:"; says "not well-formed"
[ -d "$t"/cut/cut/One-* ]
