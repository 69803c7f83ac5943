#!/usr/bin/env python3
"""Checks golden tables: what is said for what is written, one test a row.

usage: check.py [--update] RAWI TABLE...     TABLE: tests/golden/<language tag>/.../<class>.tsv

Each row is an article of its own for `rawi text --lines`. A table begins with `# columns: written | said | why`;
`# options: ...` adds options of `rawi text` (another stage, a choice of the house style). Prints a line a row, and
fails where one differs. --update writes what is said now into the tables, to be read with `git diff`.
"""

import os
import pathlib
import subprocess
import sys

GOLDEN = pathlib.Path(__file__).resolve().parent
VOICES = GOLDEN.parent.parent / "voices"
COLUMNS = "# columns: written | said | why"


def said_for(rawi, table, options, written):
    """What the program says for each of these; it sees no lexicon or data of the user."""
    environment = dict(os.environ, RAWI_DATA=str(VOICES), XDG_CONFIG_HOME=os.devnull, LC_ALL="C")
    tag = table.resolve().relative_to(GOLDEN).parts[0]
    run = subprocess.run([rawi, "text", "--lines", "--language", tag, *options], env=environment, encoding="utf-8",
                         input="".join(line + "\n" for line in written), stdout=subprocess.PIPE)
    said = run.stdout.split("\n")[:-1]
    if run.returncode != 0 or len(said) != len(written):
        sys.exit(f"{table}: rawi ends with {run.returncode} after {len(said)} of {len(written)} rows")
    return said


def read(table):
    """The lines of a table, the options in its head, and its rows: (line number, written, said, why)."""
    lines = table.read_text(encoding="utf-8").splitlines()
    if not lines or lines[0] != COLUMNS:
        sys.exit(f"{table}:1: the first line is not \"{COLUMNS}\"")
    options, rows = [], []
    for number, line in enumerate(lines, 1):
        if line.startswith("# options: "):
            options += line.removeprefix("# options: ").split()
        elif not line.startswith("# "):
            cells = line.split("\t")
            if len(cells) != 3 or not all(cells):
                sys.exit(f"{table}:{number}: not three columns with something in each")
            rows.append((number, *cells))
    if len({row[1] for row in rows}) != len(rows) or not rows:
        sys.exit(f"{table}: no rows, or one that is written twice")
    return lines, options, rows


def check(rawi, table, update):
    """The number of rows that differ."""
    lines, options, rows = read(table)
    name = table.resolve().relative_to(GOLDEN).with_suffix("").as_posix()
    failed = 0
    for (number, written, want, why), said in zip(rows, said_for(rawi, table, options, [row[1] for row in rows])):
        if said == want:
            print(f"ok      {name}.row_{number}")
            continue
        failed += 1
        print(f"FAILED  {name}.row_{number}\n  {table}:{number}\n  written: {written}\n  wanted:  {want}\n"
              f"  said:    {said}\n  why:     {why}")
        lines[number - 1] = f"{written}\t{said}\t{why}"
    if update and failed:
        table.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    print(f"{name}: {len(rows) - failed} of {len(rows)} rows are as wanted")
    return failed


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != "--update"]
    if len(arguments) < 2:
        sys.exit(__doc__)
    failed = [check(arguments[0], pathlib.Path(table), "--update" in sys.argv) for table in arguments[1:]]
    sys.exit(any(failed))


if __name__ == "__main__":
    main()
