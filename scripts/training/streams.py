"""The packed texts of pack.py on the device that trains: windows of a fixed length, hints, words, scores of errors."""

import os

import numpy as np
import torch

from encoding import CLASSES, COMMA, FIRST_LETTER, NO_CLASS, SPACE, STOP

LONG_WORD = 24
#: For each class as a mark that a writer has set, whether a class agrees with it: a shadda alone leaves the vowel open,
#: a vowel alone the shadda.
AGREES = np.array([[given == 0 or given == kind or (given == 8 and kind >= 8) or (0 < given < 7 and kind == given + 8)
                    for kind in range(len(CLASSES))] for given in range(len(CLASSES))])


def windows(x, size):
    """Where windows of `size` symbols start, and where the part of each ends that the next one does not cover: at the
    end of a sentence if there is one, else within it, with a quarter of a window in common."""
    x = np.asarray(x)
    stops = np.flatnonzero(x == STOP) + 1  # the space after a full stop starts the next sentence
    spaces = np.flatnonzero(x <= SPACE)
    starts, ends = [], []
    at, done = 0, 0
    while done < len(x):
        if at + size >= len(x):
            end = following = len(x)
        else:
            stop = int(stops[np.searchsorted(stops, at + size, "right") - 1]) if len(stops) else 0
            if stop > max(done, at + size // 4):
                end = following = stop
            else:
                end = int(spaces[np.searchsorted(spaces, at + size * 7 // 8, "right") - 1])
                end = end if end > done else at + size
                following = int(spaces[np.searchsorted(spaces, end - size // 4, "right") - 1])
                following = following if following > at else end
        starts.append(at)
        ends.append(end)
        at, done = following, end
    return np.array(starts, np.int64), np.array(ends, np.int64)


def words_of(x):
    """-> the first and the last position + 1 of each word of a stream (a tensor)"""
    letter = torch.nn.functional.pad((x >= FIRST_LETTER).to(torch.int8), (1, 1))
    edge = letter[1:] - letter[:-1]
    return torch.nonzero(edge == 1)[:, 0], torch.nonzero(edge == -1)[:, 0]


class Words:
    """Numbers for the most frequent words: 0 for what is no word, 1 for other words, 2 for hidden ones."""

    FIRST = 3

    def __init__(self, device):
        random = torch.Generator().manual_seed(7)
        self.table = torch.randint(-2**62, 2**62, (LONG_WORD, 64), generator=random, dtype=torch.int64).to(device)
        self.known = None

    def hashes(self, x):
        """A 64-bit number for each word of a stream: the sum of a random number for each letter and place."""
        begin, end = words_of(x)
        place = torch.arange(len(x), device=x.device)
        of = torch.zeros(len(x), dtype=torch.int32, device=x.device)
        of[begin] = 1
        of = torch.cumsum(of, 0, dtype=torch.int32).long() - 1
        letter = x >= FIRST_LETTER
        offset = torch.where(letter, place - begin[of.clamp(min=0)], torch.zeros_like(place)).clamp(max=LONG_WORD - 1)
        value = torch.where(letter, self.table[offset, x.long()], torch.zeros_like(place))
        total = torch.cumsum(value, 0)
        total = torch.nn.functional.pad(total, (1, 0))
        return begin, end, total[end] - total[begin], of

    def learn(self, streams, count):
        """Chooses the `count` most frequent words of some streams."""
        every = torch.cat([self.hashes(x)[2] for x in streams])
        found, times = torch.unique(every, return_counts=True)
        best = torch.topk(times, min(count, len(times))).indices
        self.known = torch.sort(found[best]).values

    def numbers(self, x):
        """The number of the word at each position."""
        _, _, hashes, of = self.hashes(x)
        at = torch.searchsorted(self.known, hashes).clamp(max=len(self.known) - 1)
        number = torch.where(self.known[at] == hashes, at + self.FIRST, torch.ones_like(at)).int()
        return torch.where(x >= FIRST_LETTER, number[of.clamp(min=0)], torch.zeros_like(of, dtype=torch.int32))


class Stream:
    """One part of the texts."""

    def __init__(self, folder, name, size, device):
        x, y = (np.fromfile(os.path.join(folder, name + end), np.uint8) for end in (".x", ".y"))
        self.starts, self.ends = windows(x, size)
        at = np.flatnonzero((x == STOP) | (x == COMMA)) + 1
        at = np.concatenate([at[x[at - 1] == STOP], self.starts])
        full = np.unique(at[at + size < len(x)])
        self.size = size
        self.places = torch.from_numpy(full if len(full) else np.zeros(1, np.int64)).to(device)
        self.x, self.y = torch.from_numpy(x).to(device), torch.from_numpy(y).to(device)
        self.words = None

    def draw(self, count, size=None):
        """Positions of random windows: [count, size]"""
        at = self.places[torch.randint(len(self.places), (count,), device=self.x.device)]
        return (at[:, None] + torch.arange(size or self.size, device=self.x.device)).clamp(max=len(self.x) - 1)


def chance(like, share):
    """True at random; share may be a tensor."""
    return torch.rand(like.shape, device=like.device) < share


def hints_for(x, y, quiet=0.5):
    """Hints like those of writers and of the verbalizer, for windows [B, T]: none, a few marks, some full words, tanwin
    and shadda."""
    rows = torch.rand(x.shape[0], 1, device=x.device)
    letter = y != NO_CLASS
    after = torch.nn.functional.pad(letter, (0, 1))[:, 1:]
    word = torch.cumsum((x < FIRST_LETTER).long(), 1)

    def pick(*shares):
        return torch.tensor(shares, device=x.device)[torch.randint(len(shares), rows.shape, device=x.device)]

    chosen = chance(word, pick(0.05, 0.15, 0.4)).gather(1, word.clamp(max=x.shape[1] - 1))
    chosen &= letter & (after | (rows > quiet + 0.25 * (1 - quiet)))  # for half of these, without the ending
    some = chance(y, pick(0.02, 0.05, 0.15, 0.5)) & letter & (y != 0)
    tanwin = ((y == 2) | (y == 10)) & chance(y, 0.6)
    some |= tanwin
    whole = rows < quiet + 0.5 * (1 - quiet)
    hint = y.long()
    lone = (y >= 9) & letter & chance(y, 0.7) & ~tanwin & ~whole
    hint = torch.where(lone, 8, hint)
    vowel = (y >= 9) & letter & ~lone & chance(y, 0.2) & ~whole
    hint = torch.where(vowel, hint - 8, hint)
    given = torch.where(whole, chosen, some) & (rows >= quiet)
    return torch.where(given, hint + 1, 0)


def errors(x, y, best):
    """DER and WER in percent, with endings and without, over all letters of the words that have a mark."""
    begin, end = (t.numpy() for t in words_of(torch.from_numpy(x)))
    marks = np.append(0, np.cumsum((y > 0) & (y != NO_CLASS)))
    marked = marks[end] > marks[begin]
    begin, end = begin[marked], end[marked]
    miss = np.append(0, np.cumsum((x >= FIRST_LETTER) & (y != best)))
    wrong, core = miss[end] - miss[begin], miss[end - 1] - miss[begin]
    letters = (end - begin).sum()
    return [float(100 * v) for v in (wrong.sum() / letters, (wrong > 0).mean(), core.sum() / (letters - len(end)),
                                     (core > 0).mean())]
