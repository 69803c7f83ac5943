#!/usr/bin/env python3
"""Records what rawi makes of articles, as digests, and compares it later: whether a change changes nothing.

usage: bytes.py record RAWI SUMS [FOLDER]      writes SUMS from the articles in FOLDER (default: samples/)
       bytes.py compare RAWI SUMS [FOLDER]     fails where an article of SUMS comes out differently

SUMS has a row for each article and stage of `rawi text`, and one for the samples of its chapters, which count only
with the version of the engine that they were recorded with.
"""

import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import sound

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HEAD = "# columns: article | what | sum"
STAGES = ("sentences", "spoken", "vowelled", "phonemes")


def run(*command):
    environment = dict(os.environ, XDG_CONFIG_HOME=os.devnull)
    return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE).stdout


def sound_of(rawi, article):
    """The digest of the chapters' samples, and the engine that made them."""
    with tempfile.TemporaryDirectory() as folder:
        run(rawi, "render", str(article), "-o", folder, "--quiet")
        digest = hashlib.sha256()
        path = next(pathlib.Path(folder).rglob("article.json"))
        manifest = path.read_text(encoding="utf-8")
        for chapter in json.loads(manifest)["chapters"]:
            digest.update(sound.read(path.parent, chapter).samples)
        return digest.hexdigest(), re.search(r"eSpeak NG [0-9.]+", manifest)[0]


def sums_of(rawi, articles):
    """{(article, what): sum} and the engine."""
    sums, engine = {}, ""
    for article in articles:
        for stage in STAGES:
            said = run(rawi, "text", "--stage", stage, str(article))
            sums[article.name, stage] = hashlib.sha256(said).hexdigest()
        sums[article.name, "sound"], engine = sound_of(rawi, article)
    return sums, engine


def record(rawi, path, folder):
    sums, engine = sums_of(rawi, sorted(file for file in folder.iterdir() if file.is_file()))
    lines = [HEAD, f"# engine: {engine}"] + ["\t".join((*key, value)) for key, value in sums.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def compare(rawi, path, folder):
    lines = path.read_text(encoding="utf-8").splitlines()
    if lines[0] != HEAD or not lines[1].startswith("# engine: "):
        sys.exit(f"{path}: no table of sums")
    want = {(article, what): value for article, what, value in (line.split("\t") for line in lines[2:])}
    have, engine = sums_of(rawi, [folder / name for name in sorted({article for article, _ in want})])
    if engine != lines[1].removeprefix("# engine: "):
        print(f"sound is not compared: recorded with {lines[1].removeprefix('# engine: ')}, this is {engine}")
        want = {key: value for key, value in want.items() if key[1] != "sound"}
    wrong = [key for key in want if have[key] != want[key]]
    for article, what in wrong:
        print(f"{article}: its {what} is not what was recorded")
    print(f"{len(want) - len(wrong)} of {len(want)} sums are the same")
    sys.exit(bool(wrong))


def main():
    commands = {"record": record, "compare": compare}
    if len(sys.argv) not in (4, 5) or sys.argv[1] not in commands:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[4]) if len(sys.argv) == 5 else ROOT / "samples"
    commands[sys.argv[1]](sys.argv[2], pathlib.Path(sys.argv[3]), folder)


if __name__ == "__main__":
    main()
