#!/usr/bin/env python3
"""Checks what rawi reads in the Arabic news pages of this folder: text, roles, metadata.

usage: check.py [--worst] RAWI [PAGE...]     PAGE: a folder with page.html and expected.tsv

The pages were written for the project in the manner of real sites; names and events are invented. expected.tsv has the
metadata (rows `meta.*`), then one row for each block of the article, in order. A role may name several
("lede/paragraph"): each of them is right. A block whose role ends in "?" may be missing: sites differ in whether it is
part of the article. Related links and furniture have rows only within the text; they may be missing, too, but must not
be spoken.

Prints a line for each page: F of the spoken words, how many blocks have the right role (a block that should not be read
at all counts as wrong), and which metadata are wrong. Fails if the mean F or the share of right roles over all pages is
below its threshold. --worst also prints everything that is wrong.
"""

import collections
import json
import os
import pathlib
import re
import subprocess
import sys

LEAST_F = 0.97
LEAST_ROLES = 0.95
PAGES = pathlib.Path(__file__).resolve().parent
VOICES = PAGES.parent.parent / "voices"
COLUMNS = "# columns: role | text"
ASIDE = {"related-link", "furniture", "advertisement"}  # never spoken; one is as right as the other
UNSPOKEN = ASIDE | {"image", "embed", "code"}
METADATA = ("title", "author", "date", "language")

Row = collections.namedtuple("Row", "roles optional words text")
Found = collections.namedtuple("Found", "role spoken words text")


def words_of(text):
    """The words, without vowel marks and tatweel."""
    return re.findall(r"\w+", re.sub("[\u0640\u064b-\u0652\u0670]", "", text.lower()))


def read(table):
    """The metadata and the rows of a table."""
    lines = table.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0] != COLUMNS:
        sys.exit(f"{table}:1: the first line is not \"{COLUMNS}\"")
    metadata, rows = {}, []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) != 2 or not all(cells):
            sys.exit(f"{table}:{number}: not two columns with something in each")
        role, text = cells
        if role.startswith("meta."):
            metadata[role.removeprefix("meta.")] = text
        else:
            roles = set(role.rstrip("?").split("/"))
            optional = role.endswith("?") or bool(roles & ASIDE)
            rows.append(Row(roles | ASIDE if roles & ASIDE else roles, optional, words_of(text), text))
    if not rows:
        sys.exit(f"{table}: no rows")
    return metadata, rows


def document_of(rawi, page):
    """What the program reads: the metadata and the blocks."""
    environment = dict(os.environ, RAWI_DATA=str(VOICES), XDG_CONFIG_HOME=os.devnull, LC_ALL="C")
    run = subprocess.run([rawi, "text", "--stage", "document", "--json", page], env=environment,
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
    lines = run.stdout.splitlines()
    if run.returncode != 0 or len(lines) != 1:
        sys.exit(f"{page}: rawi ends with {run.returncode} after {len(lines)} lines\n{run.stderr}")
    document = json.loads(lines[0])
    return document["metadata"], [
        Found(block["role"], block["policy"] != "skip", words_of(block["text"]), block["text"])
        for block in document["blocks"] if words_of(block["text"])
    ]


def shared(a, b):
    """How many words two lists share."""
    return sum((collections.Counter(a) & collections.Counter(b)).values())


def aligned(rows, found):
    """For each row, the index of the block with its text, or None: equal texts first, then the most similar one, if it
    shares most of its words with the row, since a reader may join two blocks or split one."""
    matches, free = [None] * len(rows), set(range(len(found)))
    for i, row in enumerate(rows):
        # Of several blocks with the text (a table of contents repeats the headings), the one with the right role.
        equal = [j for j in sorted(free) if found[j].words == row.words]
        matches[i] = next((j for j in equal if found[j].role in row.roles), equal[0] if equal else None)
        free.discard(matches[i])
    for i, row in enumerate(rows):
        if matches[i] is not None:
            continue
        best = max(free, default=None, key=lambda j: (shared(row.words, found[j].words) /
                                                      (len(row.words) + len(found[j].words)), -j))
        if best is not None and 2 * shared(row.words, found[best].words) > min(len(row.words), len(found[best].words)):
            matches[i] = best
    return matches


def f_measure(rows, found):
    """F of the words that are spoken by default. The words of optional rows are neither demanded nor wrong."""
    wanted, free = collections.Counter(), collections.Counter()
    for row in rows:
        if not row.roles & UNSPOKEN:
            (free if row.optional else wanted).update(row.words)
    spoken = collections.Counter(word for block in found if block.spoken and block.role not in UNSPOKEN
                                 for word in block.words)
    right = sum((wanted & spoken).values())
    wrong = sum((spoken - wanted - free).values())
    missing = sum((wanted - spoken).values())
    return 2 * right / (2 * right + wrong + missing)


def faults_of(rows, found):
    """The number of blocks that are judged, and a line for each that is wrong."""
    matches = aligned(rows, found)
    known = collections.defaultdict(list)
    for row, match in zip(rows, matches):
        if match is not None:
            known[match] += row.words
    count, faults = 0, []
    for row, match in zip(rows, matches):
        wanted = "/".join(sorted(row.roles)) if not row.roles & ASIDE else "related-link"
        if match is None:
            if not row.optional:
                count += 1
                faults.append(f"{wanted}, missing: {row.text}")
            continue
        if row.optional and found[match].role in ASIDE:
            continue  # as good as missing
        count += 1
        if found[match].role not in row.roles:
            faults.append(f"{wanted}, read as {found[match].role}: {row.text}")
    everything = [word for row in rows for word in row.words]
    for j, block in enumerate(found):
        # The rest of a row that was split is part of the article.
        if j not in known and block.role not in ASIDE and shared(block.words, everything) < 0.8 * len(block.words):
            count += 1
            faults.append(f"not of the article, read as {block.role}: {block.text}")
    return count, faults


def wrong_metadata(wanted, read_metadata):
    """The names of the metadata that are wrong. Dates are compared by their day."""
    def value(metadata, name):
        text = " ".join(metadata.get(name, "").split())
        return text[:10] if name == "date" else text
    return [name for name in METADATA if name in wanted and value(wanted, name) != value(read_metadata, name)]


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--worst"]
    if not arguments:
        sys.exit(__doc__)
    folders = [pathlib.Path(name) for name in arguments[1:]] or sorted(p.parent for p in PAGES.glob("*/page.html"))
    total_f, total_blocks, total_faults, total_metadata, total_wrong = 0.0, 0, 0, 0, 0
    for folder in folders:
        metadata, rows = read(folder / "expected.tsv")
        read_metadata, found = document_of(arguments[0], folder / "page.html")
        f = f_measure(rows, found)
        count, faults = faults_of(rows, found)
        wrong = wrong_metadata(metadata, read_metadata)
        print(f"{folder.name:28} F {f:.3f}  roles {count - len(faults)} of {count}"
              + (f"  wrong: {', '.join(wrong)}" if wrong else ""))
        if "--worst" in sys.argv:
            for name in wrong:
                print(f"    {name}: \"{read_metadata.get(name, '')}\" instead of \"{metadata[name]}\"")
            for fault in faults:
                print(f"    {fault}")
        total_f += f
        total_blocks += count
        total_faults += len(faults)
        total_metadata += len(metadata)
        total_wrong += len(wrong)
    f, roles = total_f / len(folders), 1 - total_faults / total_blocks
    print(f"{len(folders)} pages: F {f:.3f} (at least {LEAST_F}), roles {roles:.3f} (at least {LEAST_ROLES}), "
          f"metadata {total_metadata - total_wrong} of {total_metadata}")
    sys.exit(f < LEAST_F or roles < LEAST_ROLES)


if __name__ == "__main__":
    main()
