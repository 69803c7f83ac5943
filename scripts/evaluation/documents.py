"""How well books, office files, Markdown and feeds are read, on the sets in FOLDER/documents.

Books and office files: the F1 of words, a mean over the documents; the share of the expected words that come in the
same order; headings found as a headline or a subhead; titles. CommonMark's examples: whether the words are those of the
specification's HTML. Feeds: whether a value of an item is found in the item's metadata or text.
"""

import collections
import concurrent.futures
import difflib
import html
import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

from evaluation.common import BUILD, unpacked_sets

NOT_TEXT = {"furniture", "advertisement"}
HEADINGS = {"headline", "subhead"}
LONGEST_COMPARED = 20_000  # words: longer texts take difflib too long


def words(text):
    return re.findall(r"\w+", text.lower())


def plain(text):
    return re.sub(r"\W+", " ", (text or "").lower()).strip()


def untagged(markup):
    return html.unescape(re.sub(r"<[^>]*>", " ", markup))


def read(path):
    """The articles that rawi finds in a file; none if it fails."""
    run = subprocess.run([str(BUILD / "rawi"), "text", "--stage", "document", "--json", str(path)],
                         capture_output=True, encoding="utf-8")
    return [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]


def text_of(articles):
    return "\n".join(block["text"] for article in articles for block in article["blocks"]
                     if block["role"] not in NOT_TEXT)


def in_order(found, expected):
    """The share of the expected words that come in the same order."""
    if len(expected) >= LONGEST_COMPARED:
        return sum((collections.Counter(found) & collections.Counter(expected)).values()) / max(1, len(expected))
    matcher = difflib.SequenceMatcher(None, expected, found, False)
    return sum(match.size for match in matcher.get_matching_blocks()) / max(1, len(expected))


def document_scores(folder):
    """F1, order, headings found and expected, titles right and expected."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    expected = words((folder / "expected.txt").read_text(encoding="utf-8"))
    articles = read(next(folder.glob("document.*")))
    found = words(text_of(articles))
    same = sum((collections.Counter(found) & collections.Counter(expected)).values())
    f1 = 2 * same / max(1, len(found) + len(expected))
    headings = [plain(text) for _, text in meta.get("headings", []) if plain(text)]
    have = {plain(block["text"]) for article in articles for block in article["blocks"] if block["role"] in HEADINGS}
    title = plain(meta.get("title"))
    right = bool(title and articles) and title == plain(articles[0]["metadata"].get("title"))
    return f1, in_order(found, expected), sum(one in have for one in headings), len(headings), right, bool(title)


def score_documents(folder):
    folders = sorted(path.parent for path in folder.glob("*/meta.json") if any(path.parent.glob("document.*")))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        rows = list(pool.map(document_scores, folders))
    f1, order, headings, of_headings, titles, of_titles = zip(*rows)
    print("%s: %d documents, word F %.4f, order %.4f, headings %d of %d, titles %d of %d" % (
        folder.name, len(rows), statistics.mean(f1), statistics.mean(order), sum(headings), sum(of_headings),
        sum(titles), sum(of_titles)))


def score_feeds(folder):
    cases = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    files = {case["file"] for case in cases}
    articles = {name: read(folder / name) for name in files}
    right = 0
    for case in cases:
        index = re.search(r"\[(\d+)\]", case["where"])
        found = articles[case["file"]]
        number = int(index[1]) if index else 0
        if number >= len(found):
            continue
        blocks = [block["text"] for article in found for block in article["blocks"]]
        own = json.dumps(found[number]["metadata"], ensure_ascii=False) + " " + " ".join(
            block["text"] for block in found[number]["blocks"])
        raw = any("<!--" in text or "xmlns" in text for text in blocks)
        right += plain(untagged(case["value"])) in plain(own) and not raw
    print("%s: %d of %d values" % (folder.name, right, len(cases)))


def score_examples(path):
    cases = [case for case in json.loads(path.read_text(encoding="utf-8")) if words(untagged(case["html"]))]
    right = 0
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "x.md"
        for case in cases:
            file.write_text(case["markdown"], encoding="utf-8")
            right += words(text_of(read(file))) == words(untagged(case["html"]))
    print("CommonMark: %d of %d examples" % (right, len(cases)))


def documents(folder):
    """Scores what FOLDER/documents has; archives are unpacked to a temporary folder."""
    with unpacked_sets(folder, "documents") as (sets, folders):
        for path in folders:
            if (path / "expected.json").exists():
                score_feeds(path)
            elif any(path.glob("*/meta.json")):
                score_documents(path)
        examples = sets / "commonmark-examples.json"
        if examples.exists():
            score_examples(examples)
        elif not folders:
            sys.exit("%s: there are no documents in it" % sets)
