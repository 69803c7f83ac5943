#!/bin/sh
# Office files are recognized by their content, spoken, and refused with the member that is wrong.
. "$(dirname "$0")/common.sh"
archive() {  # archive FILE [NAME CONTENT]...
    /usr/bin/python3 -c 'import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:
    for name, text in zip(sys.argv[2::2], sys.argv[3::2]): z.writestr(name, text)' "$@"
}
word() {  # word FILE BODY
    archive "$1" '[Content_Types].xml' '<Types/>' word/document.xml "<w:document><w:body>$2</w:body></w:document>"
}

word "$t/report.docx" '<w:p><w:r><w:t>Five dogs &amp; two cats.</w:t></w:r></w:p>'
expect 0 rawi text --language en "$t/report.docx"
grep -qx 'five dogs and two cats\.*' "$t/output" || grep -qi 'five dogs and two cats' "$t/output" || { cat "$t/output"; exit 1; }
mv "$t/report.docx" "$t/report.txt"
rawi render --language en "$t/report.txt" -o "$t/out" --quiet
/usr/bin/python3 "$SOURCE/tests/support/check_manifest.py" "$SOURCE/schemas/article.schema.json" "$t/out/report"
grep -q 'word/document.xml' "$t/out/report/article.json"

archive "$t/a.odt" mimetype application/vnd.oasis.opendocument.text content.xml \
    '<office:document-content><office:body><office:text><text:p>Open text.</text:p></office:text></office:body></office:document-content>'
expect 0 rawi text --language en "$t/a.odt"
grep -qi 'open text' "$t/output"

# The place of an error is in the member; its line is not looked for in the archive.
word "$t/broken.docx" '
<w:p>'
expect 1 rawi text "$t/broken.docx"
says 'broken.docx/word/document.xml:2:'
[ "$(wc -l < "$t/messages")" -eq 1 ]

# Files that are no articles.
printf '%%PDF-1.7\n' > "$t/a.txt"
expect 1 rawi text "$t/a.txt"
says pdftotext
archive "$t/b.txt" a b
expect 1 rawi render "$t/b.txt" -o "$t/refused"
says 'a ZIP archive'
[ ! -e "$t/refused/b" ]
