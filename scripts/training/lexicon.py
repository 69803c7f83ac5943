"""Counts how words are vowelled in the training texts and writes the lexicon that rawi uses with the network.

usage: lexicon.py --data FILE.npz [--lemmas pysqlite_wordfreq.csv] --out voices/ar/vowels.lexicon

--data is the output of prepare.py. --lemmas is a list of vowelled lemmas with their frequencies in modern texts
(tab-separated, quoted: number, vowelled, bare, category, frequency), from arramooz-pysqlite.

The network sees a word in its sentence but cannot have learned every word; the lexicon knows words but not their
sentence. For each word, the lexicon contains the observed markings of all letters except the last, how often each
was seen, and which marks the last letter had with it. Unseen words are looked up by their stem, which is what
remains between one of PREFIXES and one of SUFFIXES; the last letter of the stem is open as well.

The file starts with the line "rawi lexicon 1\\n". Next, for prefixes and for suffixes: a count and the affixes, each
as its length and its letters (symbols of encoding.py). Then, for words and for stems: three little-endian 32-bit
numbers (entries, blocks, bytes); the offset of each block; the entries, sorted by their letters, BLOCK per block. An
entry consists of the number of letters that it shares with the previous one (none at the start of a block), the
number of letters that follow, these letters, and the number of candidates. A candidate consists of its weight,
12 ln(count), as a byte; for words, a 16-bit set of the classes that the last letter had; and the classes of the
letters except the last, two per byte, the first one in the low half.
"""

import argparse
import collections
import math
import re
import struct
import sys

import numpy as np

from encoding import CLASSES, FIRST_LETTER, LETTERS, encode


def symbols_of(word):
    return bytes(FIRST_LETTER + LETTERS.index(c) for c in word)


def symbols_of_each(words):
    return [b""] + [symbols_of(word) for word in words.split()]


MAGIC = b"rawi lexicon 1\n"
PREFIXES = symbols_of_each("و ف ب ل ك س ال لل وال بال فال كال ولل وب ول وس وبال وك فس فب فل")
SUFFIXES = symbols_of_each("""ها هم هن هما ه ك كم نا ي ني ية يات يين يون يا ة ات ون ين ان تان تين وا ت تم ته تها تهم اته اتها اتهم يه يها
    ونه ونها ا وها وه تنا يته يتها ياتها""")
SHORTEST_STEM = 3
BLOCK = 16
STEPS = 12  # steps of a weight for each factor of e
ALL_ENDINGS = (1 << len(CLASSES)) - 1
MOST_LETTERS = 20
MOST_CANDIDATES = 6

#: The weight of a word of modern text relative to classical text, of each occurrence of a lemma, and of a lemma itself.
MODERN, LEMMA, ANY_LEMMA = 20, 0.02, 20


def counted(x, y):
    """{(letters, classes): count} of the words in two arrays as prepare.py makes them."""
    letter = (x >= FIRST_LETTER).view(np.int8)
    edge = np.diff(np.concatenate([[0], letter, [0]]))
    xs, ys = x.tobytes(), y.tobytes()
    count = collections.Counter()
    for begin, end in zip(np.flatnonzero(edge == 1).tolist(), np.flatnonzero(edge == -1).tolist()):
        if 2 <= end - begin <= MOST_LETTERS:
            count[xs[begin:end], ys[begin:end]] += 1
    return count


def words_in(data):
    """-> {letters: {classes but the last: weight}}, {(letters, classes but the last): {last class: weight}}"""
    words = collections.defaultdict(dict)
    endings = collections.defaultdict(dict)
    for name, weight in (("classical", 1), ("modern", MODERN)):
        for (letters, classes), count in counted(data[name + "_x"], data[name + "_y"]).items():
            for table, key, value in ((words, letters, classes[:-1]), (endings, (letters, classes[:-1]), classes[-1])):
                table[key][value] = table[key].get(value, 0) + weight * count
    return words, endings


def lemmas_in(path):
    """(letters, classes but the last, weight) of each lemma; a letter before an alif has fatha even if it is unwritten."""
    with open(path, encoding="utf-8") as file:
        for line in file:
            _, vowelled, bare, _, frequency, _ = (field.strip('"\n') for field in line.split("\t"))
            vowelled = re.sub("([\u0621-\u064a])(\u0651?)(?=[اىة])", lambda m: m[0] if m[1] == "ا" else m[0] + "\u064e", vowelled)
            symbols, classes = encode(vowelled)
            if len(bare) >= SHORTEST_STEM and set(bare) <= set(LETTERS) and symbols.tobytes() == symbols_of(bare):
                yield symbols.tobytes(), classes.tobytes()[:-1], ANY_LEMMA + LEMMA * float(frequency)


def all_splits(letters):
    """(start, stem) for each way to remove affixes."""
    for prefix in PREFIXES:
        if letters.startswith(prefix):
            rest = letters[len(prefix):]
            for suffix in SUFFIXES:
                if rest.endswith(suffix) and len(rest) - len(suffix) >= SHORTEST_STEM:
                    yield len(prefix), rest[:len(rest) - len(suffix)]


def with_lemmas(words, lemmas):
    """The words, with the weight of a lemma added to the candidate that has its marks: modern usage disambiguates."""
    marked = collections.defaultdict(dict)
    for letters, classes, weight in lemmas:
        marked[letters][classes] = marked[letters].get(classes, 0) + weight
    for letters, candidates in words.items():
        more = {}
        for begin, stem in all_splits(letters):
            for inner, weight in marked.get(stem, {}).items():
                agreeing = [c for c in candidates if c[begin:begin + len(inner)] == inner]
                for c in agreeing:
                    more[c] = max(more.get(c, 0), weight / len(agreeing))
        yield letters, {c: weight + more.get(c, 0) for c, weight in candidates.items()}


def stems_of(words, lemmas):
    stems = collections.defaultdict(dict)
    for letters, candidates in words.items():
        for begin, stem in all_splits(letters):
            known = stems[stem]
            for classes, weight in candidates.items():
                inner = classes[begin:begin + len(stem) - 1]
                known[inner] = known.get(inner, 0) + weight
    for letters, classes, weight in lemmas:
        stems[letters][classes] = stems[letters].get(classes, 0) + weight
    return stems


def pruned(table, least, share):
    """[(letters, [(classes, weight)])], sorted and without rare ones."""
    for letters in sorted(table):
        candidates = table[letters]
        total = sum(candidates.values())
        if total >= least:
            kept = sorted(candidates.items(), key=lambda c: (-c[1], c[0]))[:MOST_CANDIDATES]
            yield letters, [(c, w) for c, w in kept if w >= max(1, share * total)]


def seen_endings(endings, letters, classes):
    """The observed classes of the last letter; all of them if there are too few observations."""
    seen = endings[letters, classes]
    total = sum(seen.values())
    if total < 20:
        return ALL_ENDINGS
    return sum(1 << c for c, weight in seen.items() if weight > 0.01 * total)


def dictionary(entries, endings=None):
    """The bytes of one of the two parts."""
    out, offsets, before, count = bytearray(), [], b"", 0
    for letters, candidates in entries:
        if count % BLOCK == 0:
            offsets.append(len(out))
            before = b""
        shared = next((i for i, (a, b) in enumerate(zip(letters, before)) if a != b), min(len(letters), len(before)))
        out += bytes([shared, len(letters) - shared]) + letters[shared:] + bytes([len(candidates)])
        for classes, weight in candidates:
            out.append(min(255, round(STEPS * math.log(weight))))
            if endings is not None:
                out += struct.pack("<H", seen_endings(endings, letters, classes))
            even = classes + bytes(len(classes) % 2)
            out += bytes(even[i] | even[i + 1] << 4 for i in range(0, len(even), 2))
        before = letters
        count += 1
    return struct.pack("<3I", count, len(offsets), len(out)) + struct.pack("<%dI" % len(offsets), *offsets) + bytes(out)


def affixes(words):
    return bytes([len(words)]) + b"".join(bytes([len(w)]) + w for w in words)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--lemmas")
    parser.add_argument("--out", required=True)
    parser.add_argument("--least-word", type=float, default=3, help="weight below which a word is left out")
    parser.add_argument("--least-stem", type=float, default=40)
    parser.add_argument("--share", type=float, default=0.005, help="of a word's weight, below which a candidate is left out")
    args = parser.parse_args()
    with np.load(args.data) as file:
        words, endings = words_in(dict(file))
    lemmas = list(lemmas_in(args.lemmas)) if args.lemmas else []
    stems = stems_of(words, lemmas)
    words = dict(with_lemmas(words, lemmas))
    parts = [dictionary(pruned(words, args.least_word, args.share), endings),
             dictionary(pruned(stems, args.least_stem, args.share))]
    with open(args.out, "wb") as out:
        out.write(MAGIC + affixes(PREFIXES[1:]) + affixes(SUFFIXES[1:]) + parts[0] + parts[1])
    print("words %d, stems %d; %.2f + %.2f MB" % (struct.unpack_from("<I", parts[0])[0], struct.unpack_from("<I", parts[1])[0],
                                                len(parts[0]) / 1e6, len(parts[1]) / 1e6))


if __name__ == "__main__":
    sys.exit(main())
