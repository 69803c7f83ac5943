"""Converts folders of vowelled text to the arrays that train.py reads.

usage: prepare.py --modern PATH... --classical PATH... --development PATH... --out FILE.npz

PATH is a file, or a folder that stands for all files below it: vowelled plain text, one paragraph per line. Development
files are excluded from the other two sets, and so are lines with too few marks. A chunk is at most 192 symbols of
consecutive lines. The weight of a classical chunk depends on how modern its words are (log-likelihood ratio of word
frequencies, modern over classical: Moore & Lewis 2010, with unigrams).
"""

import argparse
import collections
import math
import os
import re
import sys

import numpy as np

from conventions import bare, one_convention
from encoding import FIRST_LETTER, SPACE, STOP, encode

CHUNK = 192
LETTER = re.compile("[\u0621-\u063a\u0641-\u064a]")
FULL_MARK = re.compile("[\u064b-\u0650\u0652]|\u0651(?![\u064b-\u0650])")
TAG = re.compile("<[^>]*>")


def files(paths):
    """The given files and those below the given folders, sorted by name."""
    for path in paths:
        if os.path.isdir(path):
            for top, _, names in sorted(os.walk(path)):
                yield from (os.path.join(top, n) for n in sorted(names))
        else:
            yield path


def vowelled_lines(path):
    """The normalized lines of a file that have more than 0.68 marks per letter."""
    with open(path, encoding="utf-8", errors="replace") as f:
        for line in f:
            line = one_convention(TAG.sub(" ", line).strip())
            letters = len(LETTER.findall(line))
            if letters > 10 and len(FULL_MARK.findall(line)) > 0.68 * letters:
                yield line


def chunks(lines, line_end):
    """Consecutive lines in pieces of at most CHUNK symbols, cut after a line or, failing that, after a word."""
    xs, ys = [], []
    for line in lines:
        x, y = encode(line + " ")
        if line_end != SPACE and x[-2] >= FIRST_LETTER:
            x[-1] = line_end
        xs.append(x)
        ys.append(y)
        if sum(map(len, xs)) >= CHUNK:
            x, y = np.concatenate(xs), np.concatenate(ys)
            while len(x) >= CHUNK:
                spaces = np.flatnonzero(x[:CHUNK] < FIRST_LETTER)
                end = int(spaces[-1]) + 1 if len(spaces) else CHUNK
                yield x[:end], y[:end]
                x, y = x[end:], y[end:]
            xs, ys = [x], [y]
    if xs and sum(map(len, xs)) > 10:
        yield np.concatenate(xs), np.concatenate(ys)


def words(x):
    """The words of a chunk that consist of letters, as byte strings."""
    return [w for w in re.split(b"[\x00-\x06]+", x.tobytes()) if w]


class Store:
    """Concatenates chunks to two byte arrays."""

    def __init__(self):
        self.x, self.y, self.starts = [], [], [0]

    def add(self, x, y):
        self.x.append(x)
        self.y.append(y)
        self.starts.append(self.starts[-1] + len(x))

    def arrays(self, name):
        return {name + "_x": np.concatenate(self.x), name + "_y": np.concatenate(self.y),
                name + "_starts": np.array(self.starts, np.int64)}


def modernity(modern, classical):
    """For each classical chunk, the mean over its words of log(frequency in modern text / in classical text)."""
    count = {}
    for name, store in (("modern", modern), ("classical", classical)):
        c = collections.Counter()
        for x in store.x:
            c.update(words(x))
        count[name] = (c, sum(c.values()) + 1e6)
    (m, nm), (c, nc) = count["modern"], count["classical"]
    ratio = {w: math.log((m.get(w, 0) + 0.5) / nm) - math.log((n + 0.5) / nc) for w, n in c.items()}
    return np.array([np.mean([max(-3.0, min(3.0, ratio[w])) for w in words(x)] or [-3.0]) for x in classical.x], np.float32)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("modern", "classical", "development"):
        parser.add_argument("--" + name, nargs="+", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    held_out = {os.path.realpath(p) for p in files(args.development)}
    stores = {}
    for name, paths, line_end in (("modern", args.modern, STOP), ("classical", args.classical, SPACE)):
        stores[name] = Store()
        for path in files(paths):
            if os.path.realpath(path) in held_out:
                continue
            for x, y in chunks(vowelled_lines(path), line_end):
                stores[name].add(x, y)
        print(name, len(stores[name].x), "chunks", stores[name].starts[-1], "symbols", flush=True)
    development = [line for path in files(args.development) for line in vowelled_lines(path)]
    print("development", len(development), "lines", sum(len(bare(l).split()) for l in development), "words")
    np.savez(args.out, **stores["modern"].arrays("modern"), **stores["classical"].arrays("classical"),
             modernity=modernity(stores["modern"], stores["classical"]), development=np.array(development))


if __name__ == "__main__":
    sys.exit(main())
