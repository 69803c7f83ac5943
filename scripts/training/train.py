"""Trains the network on the output of prepare.py. Saves to --folder every ten minutes and resumes from there.

usage: train.py --data FILE.npz --folder DIR [--hours H] [--cool-minutes M] [--weights FILE] [--rate R] [--workers N]

The learning rate is constant, then falls to zero in the last --cool-minutes. The state before the fall is saved
separately (state.pt), so that a later run continues from it. best.pt holds the weights with the lowest word error
rate on the development texts. --weights starts from exported weights (see export.py). Each worker is a process with
one thread; every few steps the workers average their weights (local SGD, Stich 2019).
"""

import argparse
import copy
import math
import multiprocessing
import os
import sys
import time

import numpy as np
import torch
from torch import nn

from conventions import bare
from encoding import CLASSES, FIRST_LETTER, NO_CLASS, encode
from network import Network, units_of

CHUNK = 192


class Chunks:
    """Random chunks of one part of the data, by weight; with equal weights, each one once per pass."""

    def __init__(self, data, name, weight=None):
        self.x, self.y, self.starts = (data[name + "_" + part] for part in ("x", "y", "starts"))
        self.cumulative = None if weight is None else np.cumsum(weight / weight.sum())
        self.order = np.empty(0, np.int64)

    def draw(self, count, random):
        n = len(self.starts) - 1
        if self.cumulative is not None:
            ids = np.minimum(np.searchsorted(self.cumulative, random.random(count)), n - 1)
        else:
            if len(self.order) < count:
                self.order = np.concatenate([self.order, random.permutation(n)])
            ids, self.order = self.order[:count], self.order[count:]
        return [(self.x[self.starts[i]:self.starts[i + 1]], self.y[self.starts[i]:self.starts[i + 1]]) for i in ids]


def hints_for(x, y, random):
    """Hints like those of writers and of the verbalizer: none, a few marks, a few full words, tanwin and shadda."""
    hints = np.zeros(len(x), np.int64)
    kind = random.random()
    if kind < 0.5:
        return hints
    letter = y != NO_CLASS
    word = np.cumsum(x < FIRST_LETTER)
    if kind < 0.75:  # whole words
        chosen = random.random(word[-1] + 1) < random.choice([0.05, 0.15, 0.4])
        given = chosen[word] & letter
        hints[given] = y[given] + 1
        if random.random() < 0.5:  # all but the ending
            ending = np.append(letter[:-1] & ~letter[1:], letter[-1])
            hints[ending] = 0
        return hints
    share = random.choice([0.02, 0.05, 0.15, 0.5])
    given = (random.random(len(x)) < share) & letter & (y != 0)
    tanwin = np.isin(y, [2, 10]) & (random.random(len(x)) < 0.6)
    given |= tanwin & letter
    hints[given] = y[given] + 1
    lone = given & (y >= 9) & (random.random(len(x)) < 0.7) & ~tanwin
    hints[lone] = 8 + 1
    dropped = given & (y >= 9) & ~lone & (random.random(len(x)) < 0.2)  # the vowel without its shadda
    hints[dropped] = np.array([0] * 9 + [1, 2, 3, 4, 5, 6])[y[dropped]] + 1
    return hints


def batch_of(items, random=None):
    """-> symbols, hints, classes: [T, B]"""
    length = max(len(x) for x, _ in items)
    symbols = np.zeros((length, len(items)), np.int64)
    hints = np.zeros_like(symbols)
    classes = np.full_like(symbols, NO_CLASS)
    for j, (x, y) in enumerate(items):
        symbols[: len(x), j], classes[: len(x), j] = x, y
        if random is not None:
            hints[: len(x), j] = hints_for(x, y, random)
    return tuple(torch.from_numpy(a) for a in (symbols, hints, classes))


def predict(network, lines, batch=48):
    """The classes of each line's letters and their probabilities."""
    network.eval()
    items = [encode(" " + line + " ") for line in lines]
    order = sorted(range(len(items)), key=lambda i: len(items[i][0]))
    found = [None] * len(items)
    with torch.no_grad():
        for k in range(0, len(order), batch):
            ids = order[k:k + batch]
            symbols, hints, _ = batch_of([items[i] for i in ids])
            best = network(symbols, hints, units_of(symbols)).argmax(-1).numpy()
            for j, i in enumerate(ids):
                x, y = items[i]
                letters = x >= FIRST_LETTER
                found[i] = (best[: len(x), j][letters], y[letters], np.cumsum(~letters)[letters])
    network.train()
    return found


def errors(found):
    """DER and WER in percent, with endings and without, over all letters (Fadel et al. 2019)."""
    wrong = letters = wrong_core = core = words = bad = bad_core = 0
    for best, gold, word in found:
        if not len(gold):
            continue
        miss = best != gold
        ending = np.append(word[1:] != word[:-1], True)
        wrong, letters = wrong + miss.sum(), letters + len(gold)
        wrong_core, core = wrong_core + (miss & ~ending).sum(), core + (~ending).sum()
        words += ending.sum()
        bad += len(np.unique(word[miss]))
        bad_core += len(np.unique(word[miss & ~ending]))
    return [100.0 * a / max(1, b) for a, b in ((wrong, letters), (bad, words), (wrong_core, core), (bad_core, words))]


class Crowd:
    """Shared by the workers: a copy of each one's weights, and a barrier."""

    def __init__(self, count, size):
        self.copies = torch.zeros(count, size).share_memory_()
        self.stop = torch.zeros(1).share_memory_()
        self.barrier = multiprocessing.get_context("fork").Barrier(count)

    def take_mean(self, rank, network):
        """-> whether to continue"""
        if self.barrier.parties == 1:
            return not self.stop.item()
        self.copies[rank] = nn.utils.parameters_to_vector(network.parameters()).detach()
        self.barrier.wait()
        mean, go_on = self.copies.mean(0), not self.stop.item()
        self.barrier.wait()
        nn.utils.vector_to_parameters(mean, network.parameters())
        return go_on


class Trainer:
    def __init__(self, args, data):
        self.args = args
        modernity = np.exp(2.0 * np.minimum(data["modernity"], 1.0).astype(np.float64))
        self.modern, self.classical = Chunks(data, "modern"), Chunks(data, "classical", modernity)
        self.development = [str(line) for line in data["development"]]
        self.network = Network()
        self.average = copy.deepcopy(self.network)
        self.optimizer = torch.optim.AdamW(self.network.parameters(), lr=args.rate, weight_decay=1e-4, betas=(0.9, 0.99))
        self.step, self.words, self.best = 0, 0.0, 1e9
        self.resume()
        self.crowd = Crowd(args.workers, sum(p.numel() for p in self.network.parameters()))
        self.rank = 0

    def path(self, name):
        return os.path.join(self.args.folder, name)

    def resume(self):
        if os.path.exists(self.path("state.pt")):
            state = torch.load(self.path("state.pt"))
            self.network.load_state_dict(state["network"])
            self.average.load_state_dict(state["average"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step, self.words, self.best = state["step"], state["words"], state["best"]
        elif self.args.weights:
            self.network.load_state_dict(torch.load(self.args.weights))
            self.average.load_state_dict(self.network.state_dict())

    def save(self, name, what):
        torch.save(what, self.path(name + ".new"))
        os.replace(self.path(name + ".new"), self.path(name))

    def save_state(self):
        self.save("state.pt", {"network": self.network.state_dict(), "average": self.average.state_dict(),
                               "optimizer": self.optimizer.state_dict(), "step": self.step, "words": self.words,
                               "best": self.best})

    def judge(self):
        result = errors(predict(self.average, self.development))
        print("   development DER %.2f WER %.2f, without endings %.2f %.2f" % tuple(result), flush=True)
        if result[1] < self.best:
            self.best = result[1]
            self.save("best.pt", self.average.state_dict())

    def train_step(self, rate):
        modern = round(self.args.batch * self.args.modern)
        items = self.modern.draw(modern, self.random) + self.classical.draw(self.args.batch - modern, self.random)
        symbols, hints, classes = batch_of(items, self.random)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        scores = self.network(symbols, hints, units_of(symbols))
        loss = nn.functional.cross_entropy(scores.view(-1, len(CLASSES)), classes.view(-1), ignore_index=NO_CLASS)
        self.optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        decay = min(0.999, (self.step + 1) / (self.step + 10))
        with torch.no_grad():
            for a, p in zip(self.average.parameters(), self.network.parameters()):
                a.lerp_(p, 1 - decay)
        self.step += 1
        self.words += self.args.workers * sum(len(x) for x, _ in items) / 5.5
        return loss.item()

    def run(self):
        """Runs in each worker; the first one evaluates and saves."""
        args, start = self.args, time.time()
        self.random = np.random.default_rng(args.workers * self.step + self.rank + 1)
        total, cool = 3600 * args.hours, 60 * args.cool_minutes
        smooth, judged, saved = None, start, start
        go_on = True
        while go_on:
            now = time.time()
            left = max(0.0, total - (now - start))
            if self.rank == 0:
                if left < cool and saved is not None:
                    self.save_state()
                    saved = None
                if now - judged > 900:
                    self.judge()
                    judged = time.time()
                if saved is not None and now - saved > 600:
                    self.save_state()
                    saved = time.time()
                self.crowd.stop[0] = left == 0
            rate = args.rate * min(1.0, (self.step + 1) / 300) * max(0.01, min(1.0, left / max(1.0, cool)))
            loss = self.train_step(rate)
            smooth = loss if smooth is None else 0.99 * smooth + 0.01 * loss
            if self.step % 50 == 0 and self.rank == 0:
                print("step %d words %.2fM loss %.4f rate %.5f %.0f s" % (self.step, self.words / 1e6, smooth, rate, now - start), flush=True)
            if self.step % args.mean_every == 0:
                go_on = self.crowd.take_mean(self.rank, self.network)
        if self.rank == 0:
            self.judge()


def run_all(args):
    with np.load(args.data) as file:
        data = dict(file)
    trainer = Trainer(args, data)
    children = []
    for rank in range(1, args.workers):
        child = os.fork()
        if child == 0:
            trainer.rank = rank
            trainer.run()
            os._exit(0)
        children.append(child)
    trainer.run()
    for child in children:
        os.waitpid(child, 0)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--weights")
    parser.add_argument("--hours", type=float, default=2.0)
    parser.add_argument("--cool-minutes", type=float, default=25.0)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--batch", type=int, default=96)
    parser.add_argument("--modern", type=float, default=0.3, help="share of modern chunks in a batch")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--mean-every", type=int, default=10, help="steps")
    args = parser.parse_args()
    torch.set_num_threads(1)
    os.makedirs(args.folder, exist_ok=True)
    run_all(args)


if __name__ == "__main__":
    sys.exit(main())
