"""Exports trained weights to voices/ar/vowels.weights, the file that rawi reads, and imports such a file to
continue training.

usage: export.py --weights best.pt --out FILE          what train.py saved -> what rawi reads
       export.py --back FILE --out weights.pt          the reverse, for train.py --weights

The file starts with the line "rawi vowels 1\\n" and seven little-endian 32-bit numbers: symbols, hints, classes, and
the widths of the embedding, spelling, syntax and marking layers. Each tensor follows, in the order of layers(). A
matrix consists of its rows as 8-bit integers, then a 32-bit scale for each row (float); a vector of 32-bit floats.
"""

import argparse
import struct
import sys

import numpy as np
import torch

from encoding import CLASSES, SYMBOLS
from network import HINTS, Network

MAGIC = b"rawi vowels 1\n"


def layers(network):
    """(parameter, whether it is a matrix to round) in the order of the file."""
    yield network.symbol.weight, True
    yield network.hint.weight, True
    for gru in (network.spelling, network.syntax, network.marking):
        for i in range(2):
            yield gru.input[i], True
            yield gru.recurrent[i], True
            yield gru.bias[i], False
    for i in range(2):
        yield network.context[i], True
    yield network.output.weight, True
    yield network.output.bias, False


def write(network, path):
    s = network.sizes
    with open(path, "wb") as out:
        out.write(MAGIC)
        out.write(struct.pack("<7I", SYMBOLS, HINTS, len(CLASSES), s["embedding"], s["spelling"], s["syntax"], s["marking"]))
        for parameter, matrix in layers(network):
            w = parameter.detach().numpy().astype(np.float32)
            if matrix:
                scale = np.maximum(np.abs(w).max(1), 1e-9).astype(np.float32) / np.float32(127)
                out.write(np.rint(w / scale[:, None]).astype(np.int8).tobytes())
                out.write(scale.astype("<f4").tobytes())
            else:
                out.write(w.astype("<f4").tobytes())


def read(path):
    """The network of a weights file."""
    with open(path, "rb") as file:
        data = file.read()
    if not data.startswith(MAGIC):
        sys.exit(path + " is no weights file")
    at = len(MAGIC)
    _, _, _, embedding, spelling, syntax, marking = struct.unpack_from("<7I", data, at)
    at += 28
    network = Network(embedding, spelling, syntax, marking)
    for parameter, matrix in layers(network):
        size = parameter.numel()
        if matrix:
            rows = parameter.shape[0]
            w = np.frombuffer(data, np.int8, size, at).reshape(parameter.shape).astype(np.float32)
            w = w * np.frombuffer(data, "<f4", rows, at + size)[:, None]
            at += size + 4 * rows
        else:
            w = np.frombuffer(data, "<f4", size, at).reshape(parameter.shape)
            at += 4 * size
        parameter.data.copy_(torch.from_numpy(w.copy()))
    return network


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--weights")
    source.add_argument("--back")
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    if args.back:
        torch.save(read(args.back).state_dict(), args.out)
        return
    network = Network()
    network.load_state_dict(torch.load(args.weights))
    write(network, args.out)


if __name__ == "__main__":
    main()
