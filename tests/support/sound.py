"""Reads a chapter's sound, in the format that the manifest names."""
import collections
import wave

Sound = collections.namedtuple("Sound", "rate channels sample_bytes frames samples")


def read_wave(path):
    with wave.open(str(path)) as file:
        return Sound(file.getframerate(), file.getnchannels(), file.getsampwidth(), file.getnframes(),
                     file.readframes(file.getnframes()))


READERS = {"wav": read_wave}


def read(folder, chapter):
    """The sound of a chapter of the manifest in `folder`."""
    return READERS[chapter["format"]](folder / chapter["file"])
