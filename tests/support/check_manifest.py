#!/usr/bin/env python3
"""usage: check_manifest.py SCHEMA FOLDER -- fails unless FOLDER/article.json holds to the schema and to the sound."""
import json
import pathlib
import sys
import wave

import jsonschema

schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
folder = pathlib.Path(sys.argv[2])
manifest = json.loads((folder / "article.json").read_text(encoding="utf-8"))
jsonschema.validate(manifest, schema)
for chapter in manifest["chapters"]:
    with wave.open(str(folder / chapter["file"])) as sound:
        assert sound.getnframes() == chapter["frames"], chapter["file"]
        assert sound.getframerate() == chapter["rate"]
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
    last = 0
    for sentence in chapter["sentences"]:
        assert last <= sentence["begin"] <= sentence["end"] <= chapter["frames"], sentence["text"]
        last = sentence["begin"]
        for word in sentence["words"]:
            assert last <= word["begin"] <= word["end"] <= sentence["end"], word
            last = word["begin"]
        last = sentence["end"]
    assert chapter["sentences"], "a chapter without a sentence"
assert {p.name for p in folder.iterdir()} == {c["file"] for c in manifest["chapters"]} | {"article.json"}
