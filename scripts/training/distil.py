"""Labels bare modern text with the teacher and trains the network that rawi uses on it: distillation (Hinton et al. 2015).

usage: distil.py --data FOLDER --teacher teacher.pt --out FOLDER [--minutes M] [--syntax W] [--weights FILE]

--data is the output of pack.py. The targets are the teacher's probabilities for bare text, the text's own marks for
vowelled text, mixed with the teacher's probabilities if it is modern. --weights starts from exported weights (export.py
--back). --out receives student.pt, the moving average of the weights, for export.py.
"""

import argparse
import copy
import os
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

import network as networks
from encoding import CLASSES, NO_CLASS
from network import Network, units_of
from streams import AGREES, Stream, Words, hints_for
from teacher import WINDOW, cut, judge, load, probabilities

LENGTH = 192


class Labelled:
    """A stream with the teacher's probabilities."""

    def __init__(self, stream, network, words):
        self.stream = stream
        stream.words, stream.hinted = words.numbers(stream.x), True
        self.p = probabilities(network, stream)
        stream.words = None
        self.agrees = torch.from_numpy(AGREES).to(stream.x.device)

    def draw(self, count):
        """-> symbols, hints, targets [B, T, 15], classes"""
        at = self.stream.draw(count, LENGTH)
        y = self.stream.y[at].long()
        letter = y != NO_CLASS
        p = self.p[at].float() * self.agrees[torch.where(letter, y, 0)] + 1e-6
        p = p / p.sum(-1, keepdim=True)
        best = torch.where(letter, p.argmax(-1), NO_CLASS)
        x, best = cut(self.stream.x[at].long(), best)
        hints = hints_for(x, best, 0.7)
        hints = torch.where((y > 0) & letter & (x > 0), y + 1, hints)
        return x, hints, p, best


def vowelled(stream, count, p=None):
    """Like Labelled.draw(), for text with its own marks."""
    at = stream.draw(count, LENGTH)
    x, y = cut(stream.x[at].long(), stream.y[at].long())
    target = F.one_hot(torch.where(y == NO_CLASS, 0, y), len(CLASSES)).float()
    if p is not None:
        target = 0.6 * target + 0.4 * p[at].float() / 255
    return x, hints_for(x, y), target, y


def scored(network):
    """The network with the interface of the teacher."""
    class Scored:
        def __call__(self, x, hints, words):
            x, hints = x.t().contiguous(), hints.t().contiguous()
            with torch.autocast(x.device.type, enabled=False):
                return network(x, hints, units_of(x)).transpose(0, 1), None

        def eval(self):
            network.eval()

        def train(self):
            network.train()
    return Scored()


class Trainer:
    def __init__(self, args, device):
        self.args = args
        words = Words(device)
        teacher = load(args.teacher, words, device)
        if device == "cuda":
            teacher = torch.compile(teacher)
        self.held_out = {"development": Stream(args.data, "development", WINDOW, device)}
        self.bare = Labelled(Stream(args.data, "bare", WINDOW, device), teacher, words)
        self.modern, self.classical = (Stream(args.data, n, WINDOW, device) for n in ("modern", "classical"))
        self.modern_p = Labelled(self.modern, teacher, words).p
        self.words = words
        self.network = Network(syntax=args.syntax).to(device)
        if args.weights:
            self.network.load_state_dict(torch.load(args.weights, map_location=device))
        self.average = copy.deepcopy(self.network)
        self.optimizer = torch.optim.AdamW(self.network.parameters(), lr=args.rate, weight_decay=1e-4, betas=(0.9, 0.99))

    def train_step(self, rate, step):
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        batch = self.args.batch
        modern, classical = round(batch * self.args.modern), round(batch * self.args.classical)
        drawn = [self.bare.draw(batch - modern - classical), vowelled(self.modern, modern, self.modern_p),
                 vowelled(self.classical, classical)]
        x, hints, target, y = (torch.cat(parts).transpose(0, 1).contiguous() for parts in zip(*drawn))
        scores = self.network(x, hints, units_of(x))
        letter = (y != NO_CLASS).float()
        loss = -((target * F.log_softmax(scores.float(), -1)).sum(-1) * letter).sum() / letter.sum()
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        decay = min(0.9995, (step + 1) / (step + 10))
        with torch.no_grad():
            torch._foreach_mul_(list(self.average.parameters()), decay)
            torch._foreach_add_(list(self.average.parameters()), list(self.network.parameters()), alpha=1 - decay)
        return loss

    def choose_precision(self):
        """Sets bfloat16 if it is clearly faster; the last fifth is always trained in full precision."""
        seconds = []
        for precision in (torch.float32, torch.bfloat16):
            networks.PRECISION = precision
            for step in range(9):
                if step == 4:
                    torch.cuda.synchronize()
                    start = time.time()
                self.train_step(0.0, 0)
            torch.cuda.synchronize()
            seconds.append((time.time() - start) / 5)
        networks.PRECISION = torch.bfloat16 if seconds[0] > 1.3 * seconds[1] else torch.float32
        self.average.load_state_dict(self.network.state_dict())
        print("seconds a step: %.3f, with bfloat16 %.3f" % tuple(seconds), flush=True)

    def run(self):
        if next(self.network.parameters()).is_cuda:
            self.choose_precision()
        total, start, judged, step = 60 * self.args.minutes, time.time(), 0.0, 0
        while (done := (time.time() - start) / total) < 1:
            if done > 0.8:
                networks.PRECISION = torch.float32
            loss = self.train_step(self.args.rate * min(1, (step + 1) / 200) * max(0.01, min(1, (1 - done) / 0.6)), step)
            step += 1
            if step % 100 == 0 or step == 5:
                million = step * self.args.batch * LENGTH / 5.6e6
                print("step %d loss %.4f, %.1f million words, %.0f s" % (step, loss.item(), million, time.time() - start), flush=True)
            if done - judged > 0.3:
                judged = done
                self.finish()
        self.finish()

    def finish(self):
        judge(scored(self.average), self.held_out, self.words)
        torch.save({k: v.cpu() for k, v in self.average.state_dict().items()}, os.path.join(self.args.out, "student.pt"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--teacher", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--weights")
    parser.add_argument("--minutes", type=float, default=8)
    parser.add_argument("--syntax", type=int, default=256)
    parser.add_argument("--batch", type=int, default=1024)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--modern", type=float, default=0.08)
    parser.add_argument("--classical", type=float, default=0.15)
    args = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(2)
    torch.set_float32_matmul_precision("high")
    os.makedirs(args.out, exist_ok=True)
    start = time.time()
    trainer = Trainer(args, device)
    print("labelled after %.0f s" % (time.time() - start), flush=True)
    trainer.run()


if __name__ == "__main__":
    sys.exit(main())
