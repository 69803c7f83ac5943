"""What the measurements share: asking the program, reading sets, comparing spoken forms."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "build" / "release"
MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")


def filtered(command, lines):
    """What a filter makes of lines: one for each."""
    run = subprocess.run(command, input="".join(line + "\n" for line in lines), capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit("%s failed: %s" % (command[0], run.stderr[-300:]))
    out = run.stdout.split("\n")[:-1]
    if len(out) != len(lines):
        sys.exit("%s: %d lines in, %d out" % (command[0], len(lines), len(out)))
    return out


def text(lines, stage, language="ar", *options):
    return filtered([str(BUILD / "rawi"), "text", "--lines", "--language", language, "--stage", stage, *options], lines)


def rows_of(path):
    """The rows of a set, as dictionaries by its header."""
    lines = [line.rstrip("\n").split("\t") for line in path.open(encoding="utf-8") if line.strip()]
    return [dict(zip(lines[0], row)) for row in lines[1:] if len(row) >= len(lines[0]) - 1]


def plain(spoken):
    """As compared: no punctuation, no marks, one spelling of hundreds; a lone "wa" joined."""
    spoken = MARKS.sub("", spoken.lower()).replace("مائ", "مئ").replace("إثن", "اثن").replace("اَل", "آل")
    spoken = re.sub(r"(^|\s)و\s+", r"\1و", re.sub(r"[^\w\s']", " ", spoken))
    spoken = re.sub(r"(ثلاث|أربع|خمس|ست|سبع|ثمان|ثماني|تسع)\s+مئة", lambda m: m[1].replace("ثماني", "ثمان") + "مئة", spoken)
    return " ".join(spoken.split())


def accepted(spoken):
    return [plain(x) for x in re.split(r"\s*\|\|?\s*", spoken)]


class Differences:
    """docs/differences.tsv: where we want something else than a suite does, and why."""

    def __init__(self):
        path = ROOT / "docs" / "differences.tsv"
        self.rows = [line.rstrip("\n").split("\t") for line in path.open(encoding="utf-8")
                     if line.strip() and not line.startswith("#")]

    def reason(self, suite, language, kind, written, spoken):
        """Why a case of a suite is counted apart; none: it is not."""
        for of_suite, of_kind, of_written, of_spoken, why in self.rows:
            if of_suite == suite and all(want == "-" or re.search(want, have) for want, have in (
                    (of_kind, "%s %s" % (language, kind)), (of_written, written), (of_spoken, MARKS.sub("", spoken)))):
                return why
        return None
