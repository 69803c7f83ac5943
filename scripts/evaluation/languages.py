"""Whether the language of a text is found, and the runs of other languages in sentences."""

import collections
import concurrent.futures
import json
import pathlib
import subprocess
import tempfile

from evaluation.common import BUILD, ROOT


def language_of(text):
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(text + "\n")
        file.flush()
        run = subprocess.run([str(BUILD / "rawi"), "text", "--stage", "document", "--json", "--from", "text", file.name],
                             capture_output=True, text=True)
    return json.loads(run.stdout)["metadata"]["language"] if run.stdout else ""


def blocks(path):
    """Each line of FOLDER/languages/blocks.tsv (language, size, text) as a document of its own."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        found = list(pool.map(language_of, [row[2] for row in rows]))
    right, of = collections.Counter(), collections.Counter()
    for (language, _, _), have in zip(rows, found):
        of[language] += 1
        right[language] += have == language
    print("language of blocks: %d of %d (%.1f %%)" % (right.total(), of.total(), 100 * right.total() / of.total()))
    print("  " + ", ".join("%s %d of %d" % (language, right[language], of[language]) for language in sorted(of)))


def languages(folder):
    subprocess.run([str(ROOT / "tests/languages/check.py"), str(BUILD / "rawi")])
    blocks((folder / "languages" if (folder / "languages").is_dir() else folder) / "blocks.tsv")
