"""Checks the digits of annotated sentences: each must be in one token of a numeric class within the annotated entity."""

import collections
import json

from evaluation.common import BUILD, filtered, rows_of

NUMERIC = {"cardinal", "decimal", "ordinal", "fraction", "range", "score", "money", "measure", "date", "year",
           "time", "duration", "telephone", "serial", "digits"}


def entity_span(row):
    """[begin, end) of the entity in code points, from its length, from its last position, or found by its text."""
    begin, other, entity, line = int(row["start"]), int(row["end_or_length"]), row["entity"], row["input"]
    for end in (begin + other, other + 1):
        if line[begin:end].lower() == entity.lower():
            return begin, begin + len(entity)
    begin = line.find(entity)
    return (begin, begin + len(entity)) if begin >= 0 else None


def tokens_of(inputs):
    """For each input, [(begin, end, class)] in code points."""
    explained = filtered([str(BUILD / "rawi"), "explain", "--lines", "--json", "--language", "ar"], inputs)
    found = []
    for line, words in zip(inputs, explained):
        offset = lambda byte: len(line.encode()[:byte].decode(errors="ignore"))
        found.append({(offset(word["source"][0]), offset(word["source"][1]), word["class"]) for word in json.loads(words)})
    return found


def recognition(folder):
    rows = [row for row in rows_of(folder / "normalization/peers/recognition_ar_recognizers_text.tsv")
            if any(c.isdigit() for c in row["entity"])]
    inputs = list(dict.fromkeys(row["input"].replace("\n", " ") for row in rows))
    tokens = dict(zip(inputs, tokens_of(inputs)))
    right, total, misses, odd = collections.Counter(), collections.Counter(), [], 0
    for row in rows:
        span = entity_span(row)
        if span is None:
            odd += 1
            continue
        kind = row["class"].split(":")[-1]
        total[kind] += 1
        line = row["input"].replace("\n", " ")
        faults = []
        for at in range(*span):
            if not line[at].isdigit():
                continue
            holding = [t for t in tokens[line] if t[0] <= at < t[1]]
            if not (len(holding) == 1 and holding[0][2] in NUMERIC and span[0] <= holding[0][0] and holding[0][1] <= span[1]):
                faults.append("%s in %s" % (line[at], ["%s %s" % (line[b:e], k) for b, e, k in holding]))
        right[kind] += not faults
        if faults:
            misses.append("  %s | %s | %s" % (line, row["entity"], faults[0]))
    print("\n".join(misses))
    for kind in sorted(total):
        print("%s: %d of %d" % (kind, right[kind], total[kind]))
    print("all: %d of %d entities with digits = %.1f %%; %d rows whose entity is not in their text" % (
        sum(right.values()), sum(total.values()), 100 * sum(right.values()) / max(1, sum(total.values())), odd))
