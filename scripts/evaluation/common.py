"""Shared by the measurements: running the program, reading sets, comparing spoken forms."""

import contextlib
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = ROOT / "build" / "release"
MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")


def filtered(command, lines):
    """The output of a filter, one line for each line of input."""
    run = subprocess.run(command, input="".join(line + "\n" for line in lines), capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit("%s failed: %s" % (command[0], run.stderr[-300:]))
    out = run.stdout.split("\n")[:-1]
    if len(out) != len(lines):
        sys.exit("%s: %d lines in, %d out" % (command[0], len(lines), len(out)))
    return out


def text(lines, stage, language="ar", *options):
    return filtered([str(BUILD / "rawi"), "text", "--lines", "--language", language, "--stage", stage, *options], lines)


@contextlib.contextmanager
def unpacked_sets(folder, name):
    """The folder of sets, FOLDER/name or FOLDER itself, and the folders in it; archives are unpacked to a temporary one."""
    sets = folder / name if (folder / name).is_dir() else folder
    with tempfile.TemporaryDirectory() as unpacked:
        for archive in sorted(sets.glob("*.tar.xz")):
            with tarfile.open(archive) as tar:
                tar.extractall(unpacked)
        yield sets, [path for parent in (sets, pathlib.Path(unpacked)) for path in sorted(parent.iterdir())
                     if path.is_dir()]


def rows_of(path):
    """The rows of a set, as dictionaries keyed by its header."""
    lines = [line.rstrip("\n").split("\t") for line in path.open(encoding="utf-8") if line.strip()]
    return [dict(zip(lines[0], row)) for row in lines[1:] if len(row) >= len(lines[0]) - 1]


def plain(spoken):
    """The form for comparison: no punctuation, no marks, one spelling of hundreds, a lone "wa" joined."""
    spoken = MARKS.sub("", spoken.lower()).replace("مائ", "مئ").replace("إثن", "اثن").replace("اَل", "آل")
    spoken = re.sub(r"(^|\s)و\s+", r"\1و", re.sub(r"[^\w\s']", " ", spoken))
    spoken = re.sub(r"(ثلاث|أربع|خمس|ست|سبع|ثمان|ثماني|تسع)\s+مئة", lambda m: m[1].replace("ثماني", "ثمان") + "مئة", spoken)
    return " ".join(spoken.split())


def accepted(spoken):
    return [plain(x) for x in re.split(r"\s*\|\|?\s*", spoken)]


class Differences:
    """docs/differences.tsv: the cases in which rawi differs from a suite on purpose, and why."""

    def __init__(self):
        path = ROOT / "docs" / "differences.tsv"
        self.rows = [line.rstrip("\n").split("\t") for line in path.open(encoding="utf-8")
                     if line.strip() and not line.startswith("#")]

    def reason(self, suite, language, kind, written, spoken):
        """The reason why a case of a suite is counted apart, or None."""
        for of_suite, of_kind, of_written, of_spoken, why in self.rows:
            if of_suite == suite and all(want == "-" or re.search(want, have) for want, have in (
                    (of_kind, "%s %s" % (language, kind)), (of_written, written), (of_spoken, MARKS.sub("", spoken)))):
                return why
        return None
