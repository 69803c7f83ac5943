"""Compares the cardinal function with a reference implementation, and with the numbers of other projects in the gender,
case and state of their tests."""

import importlib.util
import random
import re

from evaluation.common import BUILD, MARKS, Differences, accepted, filtered, plain, rows_of


def asked_features(kind, written):
    """The (gender, case, state) in the class of a row."""
    kind = kind.lower()
    gender = "f" if re.search(r'feminine"?:"?(on|feminine)|gender:"?feminine|:f\b', kind) else "m"
    case = "gen" if re.search(r'case=obl|ag:"on"|genitive', kind) else "acc" if "accusative" in kind else "nom"
    state = "con" if re.search(r'texttofollow', kind) else "abs"
    return gender, case, state


def digits_of(written):
    """The digits of a row that is just a number, else None."""
    plain_digits = "".join(str(int(c)) if c.isdigit() else c for c in written.strip().rstrip("."))
    return int(plain_digits) if re.fullmatch(r"[0-9]{1,15}", plain_digits) else None


def against_reference(folder):
    spec = importlib.util.spec_from_file_location("ref", folder / "normalization/reference/ref.py")
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    source = random.Random(1)
    values = list(range(20001)) + [source.randrange(10 ** source.randrange(5, 16)) for _ in range(20000)]
    asked = [(n, g, c, s) for n in values for g in "mf" for c in ("nom", "acc", "gen") for s in ("abs", "con")]
    said = cardinals(asked)
    shadda_first = lambda words: re.sub("([\u064b-\u0650])\u0651", "\u0651\\1", words)
    misses = [(a, s) for a, s in zip(asked, said) if s != shadda_first(reference.card(*a))]
    for a, s in misses[:10]:
        print("  %s\n    want %s\n    said %s" % (" ".join(map(str, a)), reference.card(*a), s))
    print("reference: %d of %d, with their vowels" % (len(asked) - len(misses), len(asked)))


def cardinals(asked):
    return filtered([str(BUILD / "tests/cardinals")], ["%d %s %s %s" % a for a in asked])


def numbers(folder):
    against_reference(folder)
    differences = Differences()
    for suite in ("tafqeetj_ar", "tafqit_ar", "nemo_ar"):
        rows = [(row, digits_of(row["written"])) for row in rows_of(folder / "normalization/peers" / (suite + ".tsv"))
                if row["class"].startswith("cardinal")]
        rows = [(row, value) for row, value in rows if value is not None]
        said = cardinals([(value, *asked_features(row["class"], row["written"])) for row, value in rows])
        right = apart = 0
        for (row, _), spoken in zip(rows, said):
            want = [words.replace("ترليون", "تريليون") for words in accepted(row["spoken"])]
            if plain(spoken) in want:
                right += 1
                continue
            why = differences.reason(suite, "numbers", row["class"], row["written"], row["spoken"])
            apart += why is not None
            if why is None:
                print("  %s %s\n    want %s\n    said %s" % (row["class"], row["written"], row["spoken"], MARKS.sub("", spoken)))
        print("%s: %d of %d cardinals; apart: %d" % (suite, right, len(rows) - apart, apart))
