#!/bin/sh
# The same article in every format: the same words, each from its place in its file.
. "$(dirname "$0")/common.sh"
/usr/bin/python3 "$SOURCE/tests/support/same_article.py" "$t"
for extension in txt md html epub docx; do
    rawi render -q "$t/article.$extension" -o "$t/out/$extension"
    mv "$t/out/$extension/article" "$t/out/article-$extension"
done
/usr/bin/python3 "$SOURCE/tests/support/same_article.py" "$t" --check
