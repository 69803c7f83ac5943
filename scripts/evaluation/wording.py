"""Compares spoken forms with the tests of other projects, by class; writes the table in docs/benchmarks.md."""

import collections

from evaluation.common import ROOT, Differences, accepted, plain, rows_of, text

BEGIN, END = "<!-- made by scripts/evaluate wording -->", "<!-- end -->"


def measured(path, differences):
    """{(language, class): [right, all, apart]}, and the reasons of the cases counted apart."""
    counts = collections.defaultdict(lambda: [0, 0, 0])
    reasons = collections.Counter()
    rows = rows_of(path)
    for language in ("ar", "en"):
        mine = [row for row in rows if row["language"] == language]
        said = text([row["written"] for row in mine], "spoken", language, "--addresses", "full") if mine else []
        for row, spoken in zip(mine, said):
            kind = row.get("class", "all")
            count = counts[language, kind.split(":")[0]]
            if plain(spoken) in accepted(row["spoken"]):
                count[0] += 1
                count[1] += 1
                continue
            why = differences.reason(path.stem, language, kind, row["written"], row["spoken"])
            if why is None:
                count[1] += 1
            else:
                count[2] += 1
                reasons[why] += 1
    return counts, reasons


def share(right, total):
    return "%.1f %%" % (100 * right / total) if total else "-"


def wording(folder):
    differences = Differences()
    lines = ["| suite | language, class | right | of | share | apart |", "|---|---|---|---|---|---|"]
    apart = []
    for path in sorted((folder / "normalization/peers").glob("*.tsv")):
        if not {"language", "written", "spoken"} <= set(path.open(encoding="utf-8").readline().rstrip("\n").split("\t")):
            continue
        counts, reasons = measured(path, differences)
        for (language, kind), (right, total, other) in sorted(counts.items()):
            lines.append("| %s | %s, %s | %d | %d | %s | %d |" % (path.stem, language, kind, right, total,
                                                                 share(right, total), other))
        if counts:
            right, total, other = (sum(count[i] for count in counts.values()) for i in range(3))
            lines.append("| **%s** | all | **%d** | **%d** | **%s** | %d |" % (path.stem, right, total, share(right, total), other))
        apart += ["| %s | %d | %s |" % (path.stem, count, why) for why, count in reasons.most_common()]
    lines += ["", "Counted apart, because rawi differs on purpose (`docs/differences.tsv`):", "",
              "| suite | cases | why |", "|---|---|---|", *apart]
    print("\n".join(lines))
    page = ROOT / "docs" / "benchmarks.md"
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(before + BEGIN + "\n\n" + "\n".join(lines) + "\n\n" + END + after, encoding="utf-8")
    print("written to docs/benchmarks.md")
