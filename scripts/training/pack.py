"""Packs the training texts for teacher.py and distil.py: one stream of symbols and one of classes for each part.

usage: pack.py --data FILE.npz --bare PATH... [--classical-symbols N] --out FOLDER

--data is the output of prepare.py. --bare are texts without marks, one paragraph per line; marks that their writers
set are kept as classes (0 where there is none). Of the classical text, the N symbols with the most modern words are
packed. Quotation marks, brackets and the like become spaces, as rawi passes words and punctuation only.

FOLDER receives NAME.x and NAME.y for the parts bare, modern, classical and development.
"""

import argparse
import os
import sys

import numpy as np

from encoding import CLASSES, COMMA, DIGIT, FIRST_LETTER, FOREIGN, NO_CLASS, OTHER, SPACE, STOP, encode, symbol
from prepare import files

MARK, NOTHING = 254, 255
GROUP = 32  # chunks of classical text that stay together
_MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"


def _tables():
    symbols = np.array([symbol(chr(c)) for c in range(0x10000)], np.uint8)
    for mark in _MARKS:
        symbols[ord(mark)] = MARK
    symbols[[0x640, 0x670]] = NOTHING
    symbols[ord("\n")] = STOP
    classes = np.zeros((9, 9), np.uint8)  # by the first and the second mark, counted from one
    for i in range(9):
        for j in range(9):
            marks = {m for m in ("\0" + _MARKS)[i] + ("\0" + _MARKS)[j] if m != "\0"}
            text = ("\u0651" if "\u0651" in marks else "") + "".join(sorted(marks - {"\u0651"})[:1])
            classes[i, j] = CLASSES.index(text) if text in CLASSES else 8
    return symbols, classes


_SYMBOLS, _CLASSES = _tables()


def tidy(x, y):
    """Without symbols that rawi does not pass to the network, and without repeated ones."""
    x = np.where(x == OTHER, SPACE, x)
    for _ in range(2):
        follows = np.append(x[1:], SPACE)
        before = np.append(SPACE, x[:-1])
        repeated = (x == before) & np.isin(x, [SPACE, COMMA, STOP, DIGIT, FOREIGN])
        loose = (x == SPACE) & np.isin(follows, [COMMA, STOP])
        second = np.isin(x, [COMMA, STOP]) & np.isin(before, [COMMA, STOP])
        keep = ~(repeated | loose | second)
        x, y = x[keep], y[keep]
    # A space follows punctuation.
    at = np.flatnonzero(np.isin(x[:-1], [COMMA, STOP]) & (x[1:] != SPACE)) + 1
    return np.insert(x, at, SPACE), np.insert(y, at, NO_CLASS)


def encode_bare(text):
    """Like encode(), for long texts."""
    text = text.replace("\u0671", "ا").replace("اً", "ًا").replace("ىً", "ًى")
    codes = np.frombuffer(text.encode("utf-32-le", "replace"), np.uint32)
    codes = np.where(codes < 0x10000, codes, ord("*")).astype(np.uint16)
    found = _SYMBOLS[codes]
    keep = found != NOTHING
    codes, found = codes[keep], found[keep]
    is_mark = found == MARK
    mark = np.where(is_mark, codes - 0x64a, 0).astype(np.uint8)
    mark = np.append(mark, [0, 0])
    at = np.flatnonzero(~is_mark)
    first = mark[at + 1]
    second = np.where(first > 0, mark[at + 2], 0)
    x = found[at]
    y = np.where(x >= FIRST_LETTER, _CLASSES[first, second], NO_CLASS).astype(np.uint8)
    return tidy(x, y)


def packed(out, name, pieces):
    x, y = (np.concatenate(part) for part in zip(*pieces))
    x.tofile(os.path.join(out, name + ".x"))
    y.tofile(os.path.join(out, name + ".y"))
    print(name, len(x), "symbols", flush=True)


def most_modern(data, symbols):
    """The groups of chunks of classical text whose words are the most modern."""
    starts = data["classical_starts"]
    first = np.arange(0, len(starts) - 1, GROUP)
    modernity = np.add.reduceat(data["modernity"], first) / np.diff(np.append(first, len(starts) - 1))
    edge = np.append(starts[first], starts[-1])
    total = 0
    chosen = []
    for group in np.argsort(-modernity):
        if total >= symbols:
            break
        chosen.append(group)
        total += edge[group + 1] - edge[group]
    x, y = data["classical_x"], data["classical_y"]
    stop = np.array([STOP, SPACE], np.uint8), np.array([NO_CLASS, NO_CLASS], np.uint8)
    for group in sorted(chosen):
        yield tidy(x[edge[group]:edge[group + 1]], y[edge[group]:edge[group + 1]])
        yield stop


def bare_texts(paths):
    for path in files(paths):
        with open(path, encoding="utf-8", errors="replace") as file:
            while text := file.read(1 << 22):
                yield encode_bare(text + file.readline())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--bare", nargs="+", required=True)
    parser.add_argument("--classical-symbols", type=int, default=50_000_000)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)
    packed(args.out, "bare", bare_texts(args.bare))
    with np.load(args.data) as file:
        data = dict(file)
    packed(args.out, "development", (tidy(*encode(str(line) + ". ")) for line in data["development"]))
    packed(args.out, "modern", [tidy(data["modern_x"], data["modern_y"])])
    packed(args.out, "classical", most_modern(data, args.classical_symbols))


if __name__ == "__main__":
    sys.exit(main())
