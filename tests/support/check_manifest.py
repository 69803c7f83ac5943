#!/usr/bin/env python3
"""usage: check_manifest.py SCHEMA FOLDER -- fails unless FOLDER/article.json holds to the schema and to the sound."""
import json
import pathlib
import sys
import tomllib

import jsonschema
import sound

def pauses(tag):
    """The pauses of a voice in frames: the set of those that may follow a sentence."""
    voices = pathlib.Path(sys.argv[1]).parent.parent / "voices"
    settings = tomllib.loads((voices / "default.toml").read_text(encoding="utf-8"))
    own = voices / tag / "voice.toml"
    given = tomllib.loads(own.read_text(encoding="utf-8")) if own.exists() else {}
    settings = settings | given | {"pauses": settings["pauses"] | given.get("pauses", {})}
    speed = settings.get("rate", 175)
    return {round(milliseconds * 175 // speed * 22050 / 1000) for milliseconds in settings["pauses"].values()}


schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
folder = pathlib.Path(sys.argv[2])
manifest = json.loads((folder / "article.json").read_text(encoding="utf-8"))
jsonschema.validate(manifest, schema)
for chapter in manifest["chapters"]:
    heard = sound.read(folder, chapter)
    assert heard.frames == chapter["frames"], chapter["file"]
    assert heard.rate == chapter["rate"]
    assert (heard.channels, heard.sample_bytes) == (1, 2)
    allowed = pauses(manifest["language"].split("-")[0])
    frames_of = lambda milliseconds: (milliseconds * chapter["rate"] + 500) // 1000
    ends = [s["end"] + frames_of(s["words"][-1].get("silence", 0)) for s in chapter["sentences"]]
    starts = [s["begin"] - frames_of(s.get("silenceBefore", 0)) for s in chapter["sentences"]]
    begins = starts[1:] + [chapter["frames"]]
    assert starts[0] == 0
    for end, begin in zip(ends, begins):
        assert begin - end in allowed, (end, begin, allowed)
    last = 0
    for sentence in chapter["sentences"]:
        assert last <= sentence["begin"] <= sentence["end"] <= chapter["frames"], sentence["text"]
        last = sentence["begin"]
        for word in sentence["words"]:
            assert last <= word["begin"] <= word["end"] <= sentence["end"], word
            inside = "silence" in word and word is not sentence["words"][-1]
            last = word["end"] + frames_of(word["silence"]) if inside else word["begin"]
        last = sentence["end"]
    assert chapter["sentences"], "a chapter without a sentence"
assert {p.name for p in folder.iterdir()} == {c["file"] for c in manifest["chapters"]} | {"article.json"}
