"""How much of the article of a web page is read, and how much else, on annotated pages.

Three measures, as the benchmarks define them: the F1 of words, a mean over pages (WCXB); the F1 of runs of four words,
of the means of precision and recall (scrapinghub's article-extraction-benchmark); the F1 of segments that must and
must not occur, over all pages (trafilatura).
"""

import collections
import concurrent.futures
import json
import re
import shutil
import statistics
import subprocess
import sys

from evaluation.common import BUILD, ROOT, unpacked_sets

# The roles whose text the benchmarks do not count as the article's.
NOT_TEXT = {"furniture", "related-link", "advertisement", "headline", "image"}


def words(text):
    return re.findall(r"\w+", text.lower())


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def overlap(found, expected):
    """Precision and recall of two lists."""
    if not found or not expected:
        return float(not found and not expected), float(not found and not expected)
    same = sum((collections.Counter(found) & collections.Counter(expected)).values())
    return same / len(found), same / len(expected)


def without(found, expected, optional):
    """The words found, less those of captions and dates, which count neither way."""
    spare = collections.Counter(found) - collections.Counter(expected)
    return list((collections.Counter(found) - (spare & collections.Counter(optional))).elements())


def shingles(text):
    """Runs of four words, as one where there are fewer."""
    all_words = re.findall(r"\w+", text)
    return [tuple(all_words[i:i + 4]) for i in range(max(1, len(all_words) - 3)) if all_words]


def read(page):
    """The text of a page's article as rawi finds it; empty where it finds none."""
    run = subprocess.run([str(BUILD / "rawi"), "text", "--stage", "document", "--json", str(page)], capture_output=True)
    if not run.stdout:
        return ""
    return "\n".join(block["text"] for block in json.loads(run.stdout)["blocks"] if block["role"] not in NOT_TEXT)


class Readability:
    """Mozilla's Readability, which npm installs in build/readability; absent if there is no npm."""

    def __init__(self):
        self.folder = ROOT / "build" / "readability"
        self.present = shutil.which("npm") is not None
        if not self.present:
            print("npm is not installed: Readability is left out")
            return
        shutil.copytree(ROOT / "scripts" / "evaluation" / "readability", self.folder, dirs_exist_ok=True)
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=self.folder, check=True)

    def read(self, pages):
        """The texts of the articles that it finds in these pages."""
        run = subprocess.run(["node", str(self.folder / "articles.js"), *map(str, pages)], capture_output=True, text=True)
        lines = run.stdout.split("\n")[:-1]  # not splitlines(): texts have other line separators in them
        found = {article["page"]: article["text"] for article in map(json.loads, lines)}
        return [found.get(str(page), "") for page in pages]


def content(path):
    return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""


def segments(pages, texts):
    """The F1 of the segments that must and must not occur in the pages of a folder."""
    right = wrong = missed = 0
    for page, found in zip(pages, texts):
        expected = json.loads(content(page.parent / "expected.json"))
        found = " ".join(found.split())
        have = [" ".join(segment.split()) in found for segment in expected["with"]]
        right, missed = right + sum(have), missed + len(have) - sum(have)
        wrong += sum(" ".join(segment.split()) in found for segment in expected["without"])
    return "segment F1 %.4f" % f1(right / max(1, right + wrong), right / max(1, right + missed))


def text_scores(pages, texts):
    by_words, by_shingles = [], []
    for page, found in zip(pages, texts):
        expected = content(page.parent / "expected.txt")
        optional = words(content(page.parent / "optional.txt"))
        by_words.append(f1(*overlap(without(words(found), words(expected), optional), words(expected))))
        by_shingles.append(overlap(shingles(found), shingles(expected)))
    precision, recall = (statistics.mean(column) for column in zip(*by_shingles))
    return "token F %.4f, shingle F1 %.4f" % (statistics.mean(by_words), f1(precision, recall))


def score(folder, peer):
    pages = sorted(folder.glob("*/page.html"))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        texts = list(pool.map(read, pages))
    measure = segments if (pages[0].parent / "expected.json").exists() else text_scores
    print("%s: %d pages, %s" % (folder.name, len(pages), measure(pages, texts)))
    if peer.present:
        print("%s, Readability: %s" % (folder.name, measure(pages, peer.read(pages))), flush=True)


def extraction(folder):
    """Scores each folder of pages in FOLDER/extraction, next to Readability; archives are unpacked to a temporary folder."""
    with unpacked_sets(folder, "extraction") as (sets, all_folders):
        folders = [path for path in all_folders if any(path.glob("*/page.html"))]
        if not folders:
            sys.exit("%s: there is no folder of pages in it" % sets)
        peer = Readability()
        for path in folders:
            score(path, peer)
