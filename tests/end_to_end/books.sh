#!/bin/sh
# Books and saved pages are recognized by their content and spoken, each chapter of a book in a file of its own; what
# is missing in a book is reported with its member.
. "$(dirname "$0")/common.sh"
archive() {  # archive FILE [NAME CONTENT]...
    /usr/bin/python3 -c 'import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:
    for name, text in zip(sys.argv[2::2], sys.argv[3::2]): z.writestr(name, text)' "$@"
}

archive "$t/book.txt" mimetype application/epub+zip \
    META-INF/container.xml '<container><rootfiles><rootfile full-path="a/b.opf"/></rootfiles></container>' \
    a/b.opf '<package><metadata><dc:title>A Book</dc:title><dc:language>en</dc:language></metadata><manifest>
<item id="n" href="n.xhtml" properties="nav" media-type="application/xhtml+xml"/>
<item id="c" href="c.xhtml" media-type="application/xhtml+xml"/>
<item id="1" href="1.xhtml" media-type="application/xhtml+xml"/>
<item id="2" href="2.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="c"/><itemref idref="1"/><itemref idref="lost"/><itemref idref="2"/></spine></package>' \
    a/n.xhtml '<html><body><nav epub:type="toc"><a href="c.xhtml">Cover</a><a href="1.xhtml">The Dogs</a></nav></body></html>' \
    a/c.xhtml '<html><body><img src="c.png" alt="A cover"/></body></html>' \
    a/1.xhtml '<html><head><title/></head><body><p>Five dogs<a epub:type="noteref" href="#n">1</a> &amp; two.</p></body></html>' \
    a/2.xhtml '<html><body><h1>The Cats</h1><p>Three cats.</p></body></html>'
expect 0 rawi text --language en "$t/book.txt"
grep -qi 'five dogs and two' "$t/output" || { cat "$t/output"; exit 1; }
says 'a/b.opf'
says '"lost"'
rawi render --language en "$t/book.txt" -o "$t/out" --quiet
[ "$(ls "$t"/out/book/*.wav | tr '\n' ' ')" = "$t/out/book/01-The-Dogs.wav $t/out/book/02-The-Cats.wav " ]
/usr/bin/python3 "$SOURCE/tests/support/check_manifest.py" "$SOURCE/schemas/article.schema.json" "$t/out/book"

printf 'MIME-Version: 1.0\r\nSubject: The dogs\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/dogs\r\n\r\n<p>Five =\r\ndogs =26amp; two caf=E9s.</p>\r\n--b--\r\n' > "$t/page.txt"
expect 0 rawi text --stage document --json "$t/page.txt"
grep -q 'Five dogs & two café' "$t/output" || { cat "$t/output"; exit 1; }
grep -q '"title":"The dogs"' "$t/output"
says 'page.txt/https://example.org/dogs'
