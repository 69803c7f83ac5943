#!/usr/bin/env python3
"""Checks which passages of sentences rawi says in another language than their article's.

usage: check.py [--worst] RAWI

passages.tsv has sentences with one passage each, in [[ ]], which another voice must speak, all of it and nothing else;
names.tsv has plain sentences with names in other languages, none of which is a passage. The sentences were written for
the project; names and events in them are invented or common knowledge. Fails if fewer passages are found than the
threshold says, or if there is one where none is. --worst prints what is wrong.
"""

import collections
import json
import os
import pathlib
import re
import subprocess
import sys

LEAST_FOUND = 0.95
FOLDER = pathlib.Path(__file__).resolve().parent
VOICES = FOLDER.parent.parent / "voices"

Row = collections.namedtuple("Row", "article passage text")


def rows_of(name):
    return [Row(*line.split("\t")) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#")]


def explained(rawi, article, texts):
    """What rawi says for each of some texts in a language: lists of words."""
    environment = dict(os.environ, RAWI_DATA=str(VOICES), XDG_CONFIG_HOME=os.devnull, LC_ALL="C")
    run = subprocess.run([rawi, "explain", "--lines", "--json", "--language", article], env=environment,
                         input="".join(text + "\n" for text in texts), capture_output=True, encoding="utf-8")
    if run.returncode != 0:
        sys.exit("rawi failed: " + run.stderr)
    return [json.loads(line) for line in run.stdout.splitlines()]


def passages_in(text, words):
    """The stretches of words in another language: their languages and what is written."""
    found = []
    for word in words:
        language = word.get("language", "")
        if not language:
            found.append(None)
        elif found and found[-1] and found[-1][0] == language:
            found[-1][2] = word["source"][1]
        else:
            found.append([language, *word["source"]])
    raw = text.encode()
    return [(one[0], bare(raw[one[1]:one[2]].decode())) for one in found if one]


def bare(text):
    """Without punctuation at the ends, which is not said."""
    return re.sub(r"^\W+|\W+$", "", text)


def wrong_rows(rawi, rows):
    """(row, passages found) where these are not the row's."""
    by_article = collections.defaultdict(list)
    for row in rows:
        by_article[row.article].append(row)
    wrong = []
    for article, of in by_article.items():
        texts = [row.text.replace("[[", "").replace("]]", "") for row in of]
        for row, text, words in zip(of, texts, explained(rawi, article, texts)):
            wanted = [(row.passage, bare(part)) for part in re.findall(r"\[\[(.*?)\]\]", row.text)]
            if passages_in(text, words) != wanted:
                wrong.append((row, passages_in(text, words)))
    return wrong


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--worst"]
    if len(arguments) != 1:
        sys.exit(__doc__)
    passages, names = rows_of("passages.tsv"), rows_of("names.tsv")
    missed, false = wrong_rows(arguments[0], passages), wrong_rows(arguments[0], names)
    if "--worst" in sys.argv:
        for row, found in missed + false:
            print("%s\t%s\t%s\t%s" % (*row, found))
    share = 1 - len(missed) / len(passages)
    print("passages found: %d of %d (%.1f %%); false ones in %d of %d sentences with names" % (
        len(passages) - len(missed), len(passages), 100 * share, len(false), len(names)))
    sys.exit(share < LEAST_FOUND or bool(false))


if __name__ == "__main__":
    main()
