"""Trains a large network on an accelerator: the teacher, which labels modern text for the network that rawi uses.

usage: teacher.py --data FOLDER --out FOLDER [--minutes M] [--width W] [--layers N] [--batch B]

--data is the output of pack.py. The teacher is a Transformer encoder over letters (Vaswani et al. 2017; rotary
positions, Su et al. 2021), to whose embedding of each letter that of its whole word is added. It learns two tasks at
the same time: to guess the hidden letters, words and punctuation of bare modern text (Devlin et al. 2019), at first
for most of each batch, and the marks of vowelled text. In bare text, marks set by the writers count as partial labels.
"""

import argparse
import os
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

from encoding import CLASSES, COMMA, FIRST_LETTER, NO_CLASS, STOP, SYMBOLS
from network import HINTS
from streams import AGREES, Stream, Words, chance, errors, hints_for

WINDOW = 256
MASKED = SYMBOLS  # the symbol of a hidden letter
HIDDEN_WORD, ANY_WORD = 2, 1


def rotated(x, cos, sin):
    a, b = x.chunk(2, -1)
    return torch.cat([a * cos - b * sin, b * cos + a * sin], -1)


def attention(q, k, v):
    if hasattr(F, "scaled_dot_product_attention"):
        return F.scaled_dot_product_attention(q, k, v)
    return torch.softmax(q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5, -1) @ v


class Block(nn.Module):
    def __init__(self, width, dropout):
        super().__init__()
        self.heads = width // 64
        self.norm = nn.ModuleList([nn.LayerNorm(width) for _ in range(2)])
        self.of_all = nn.Linear(width, 3 * width, bias=False)
        self.mixed = nn.Linear(width, width, bias=False)
        self.wide = nn.Linear(width, 4 * width)
        self.narrow = nn.Linear(4 * width, width)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, cos, sin):
        b, t, c = x.shape
        q, k, v = self.of_all(self.norm[0](x)).view(b, t, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        y = attention(rotated(q, cos, sin).to(v.dtype), rotated(k, cos, sin).to(v.dtype), v)
        x = x + self.dropout(self.mixed(y.transpose(1, 2).reshape(b, t, c)))
        return x + self.dropout(self.narrow(F.gelu(self.wide(self.norm[1](x)))))


class Teacher(nn.Module):
    """Symbols, hints and numbers of words [B, T] -> scores of the classes and of the symbols."""

    def __init__(self, words, width, layers, dropout=0.1):
        super().__init__()
        self.symbol = nn.Embedding(SYMBOLS + 1, width)
        self.hint = nn.Embedding(HINTS, width)
        self.word = nn.Embedding(words, width)
        for table in (self.symbol, self.hint, self.word):
            nn.init.normal_(table.weight, std=0.02)
        self.blocks = nn.ModuleList([Block(width, dropout) for _ in range(layers)])
        for block in self.blocks:
            for layer in (block.of_all, block.mixed, block.wide, block.narrow):
                nn.init.normal_(layer.weight, std=0.02)
            for layer in (block.mixed, block.narrow):
                layer.weight.data *= (2 * layers) ** -0.5
        self.norm = nn.LayerNorm(width)
        self.classes = nn.Linear(width, len(CLASSES))
        self.symbols = nn.Linear(width, SYMBOLS)
        self.dropout = nn.Dropout(dropout)
        angle = torch.arange(WINDOW)[:, None] * 10000 ** (-torch.arange(32) / 32)
        self.register_buffer("cos", angle.cos(), persistent=False)
        self.register_buffer("sin", angle.sin(), persistent=False)

    def forward(self, symbols, hints, words):
        x = self.dropout(self.symbol(symbols) + self.hint(hints) + self.word(words))
        for block in self.blocks:
            x = block(x, self.cos, self.sin)
        x = self.norm(x)
        return self.classes(x), self.symbols(x)


def cut(x, y):
    """Half of the windows end with their last sentence."""
    place = torch.arange(x.shape[1], device=x.device)
    last = torch.where((x == STOP), place, torch.zeros_like(place)).amax(1, keepdim=True)
    gone = (place > last + 1) & (last > 40) & (torch.rand(len(x), 1, device=x.device) < 0.5)
    return x.masked_fill(gone, 0), y.masked_fill(gone, NO_CLASS)


def vowelled_batch(stream, count):
    """-> symbols, hints, words, classes"""
    at = stream.draw(count)
    x, y = cut(stream.x[at].long(), stream.y[at].long())
    words = torch.where(chance(x, 0.2) & (stream.words[at] > 0), ANY_WORD, stream.words[at].long())
    return x, hints_for(x, y), words, y


def bare_batch(stream, count):
    """-> symbols with hidden ones, hints, words, classes set by the writer, hidden symbols (or -100)"""
    at = stream.draw(count)
    x, y = cut(stream.x[at].long(), stream.y[at].long())
    words = stream.words[at].long()
    number = torch.cumsum((x < FIRST_LETTER).long(), 1).clamp(max=x.shape[1] - 1)
    whole = chance(x, 0.2).gather(1, number) & (x >= FIRST_LETTER)
    part = chance(x, 0.1).gather(1, number) & (x >= FIRST_LETTER) & ~whole
    sign = ((x == COMMA) | (x == STOP)) & chance(x, 0.2)
    hidden = whole | (part & chance(x, 0.4)) | sign
    words = torch.where(whole, HIDDEN_WORD, torch.where(part, ANY_WORD, words))
    set_by_writer = (y > 0) & (y != NO_CLASS) & ~hidden
    shown = set_by_writer & chance(x, 0.4)
    target = torch.where(set_by_writer & ~shown, y, 0)
    return x.masked_fill(hidden, MASKED), torch.where(shown, y + 1, 0), words, target, torch.where(hidden, x, -100)


class Task:
    """The mixture of batches and the loss."""

    def __init__(self, args, device):
        self.device, self.args = device, args
        streams = [Stream(args.data, name, WINDOW, device) for name in ("bare", "modern", "classical")]
        self.bare, self.modern, self.classical = streams
        self.words = Words(device)
        self.words.learn([s.x for s in streams], args.words)
        for stream in streams:
            stream.words = self.words.numbers(stream.x)
        self.agrees = torch.from_numpy(AGREES).to(device)

    def loss(self, network, bare_share):
        batch = self.args.batch
        bare = max(1, round(batch * bare_share))
        modern = max(1, round((batch - bare) * self.args.modern))
        a = bare_batch(self.bare, bare)
        b = vowelled_batch(self.modern, modern)
        c = vowelled_batch(self.classical, batch - bare - modern)
        x, hints, words, y = (torch.cat(parts) for parts in zip(a[:4], b, c))
        classes, symbols = network(x, hints, words)
        marks = F.cross_entropy(classes[bare:].float().reshape(-1, len(CLASSES)), y[bare:].reshape(-1), ignore_index=NO_CLASS)
        guessed = F.cross_entropy(symbols[:bare].float().reshape(-1, SYMBOLS), a[4].reshape(-1))
        known = (y[:bare] > 0).float()
        log = F.log_softmax(classes[:bare].float(), -1)
        agreeing = torch.logsumexp(log.masked_fill(~self.agrees[y[:bare]], -1e4), -1)
        partial = -(agreeing * known).sum() / (y[bare:] != NO_CLASS).sum()
        return marks + bare_share * guessed + 2 * partial, marks.detach(), guessed.detach(), partial.detach()


@torch.no_grad()
def probabilities(network, stream, batch=256):
    """The probabilities of the classes at each position of a stream, times 255, with the writers' marks as hints: [N, 15]"""
    network.eval()
    out = torch.zeros(len(stream.x), len(CLASSES), dtype=torch.uint8, device=stream.x.device)
    begins = [0, *stream.ends[:-1].tolist()]
    ends = torch.from_numpy(stream.ends).to(stream.x.device)
    begin = torch.tensor(begins, device=stream.x.device)
    starts = torch.from_numpy(stream.starts).to(stream.x.device)
    offset = torch.arange(WINDOW, device=stream.x.device)
    for k in range(0, len(starts), batch):
        row = torch.arange(k, k + batch, device=stream.x.device).clamp(max=len(starts) - 1)
        at = starts[row][:, None] + offset
        inside = at < len(stream.x)
        at = at.clamp(max=len(stream.x) - 1)
        x = stream.x[at].long() * inside
        y = stream.y[at].long()
        hints = torch.where((y > 0) & (y != NO_CLASS) & inside, y + 1, 0) if stream.hinted else torch.zeros_like(x)
        with torch.autocast(x.device.type, torch.bfloat16):
            scores, _ = network(x, hints, stream.words[at].long() * inside)
        found = (torch.softmax(scores.float(), -1) * 255).round().to(torch.uint8)
        own = inside & (at >= begin[row][:, None]) & (at < ends[row][:, None])
        out[at[own]] = found[own]
    network.train()
    return out


def judge(network, held_out, words):
    for name, stream in held_out.items():
        stream.words, stream.hinted = words.numbers(stream.x), False
        best = probabilities(network, stream).argmax(-1).cpu().numpy()
        x, y = stream.x.cpu().numpy(), stream.y.cpu().numpy()
        print("   %s: DER %.2f WER %.2f, without endings %.2f %.2f" % (name, *errors(x, y, best)), flush=True)


def save(network, args, words, path):
    torch.save({"network": network.state_dict(), "width": args.width, "layers": args.layers, "known": words.known}, path)


def load(path, words, device):
    state = torch.load(path, map_location=device)
    words.known = state["known"]
    network = Teacher(state["network"]["word.weight"].shape[0], state["width"], state["layers"]).to(device)
    network.load_state_dict(state["network"])
    return network


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--minutes", type=float, default=8)
    parser.add_argument("--width", type=int, default=512)
    parser.add_argument("--layers", type=int, default=12)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--rate", type=float, default=6e-4)
    parser.add_argument("--words", type=int, default=80_000)
    parser.add_argument("--modern", type=float, default=0.25, help="share of modern windows in the vowelled ones")
    parser.add_argument("--bare", type=float, nargs=2, default=(0.7, 0.15), help="share of bare windows, at first and at last")
    args = parser.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(1)
    torch.set_float32_matmul_precision("high")
    os.makedirs(args.out, exist_ok=True)
    began = time.time()
    task = Task(args, device)
    held_out = {"development": Stream(args.data, "development", WINDOW, device)}
    network = Teacher(args.words + Words.FIRST, args.width, args.layers).to(device)
    weights = sum(p.numel() for p in network.parameters())
    print("%.1f million weights, data ready after %.0f s" % (weights / 1e6, time.time() - began), flush=True)
    fast = torch.compile(network) if device == "cuda" else network
    optimizer = torch.optim.AdamW(network.parameters(), lr=args.rate, weight_decay=0.02, betas=(0.9, 0.98))
    total = 60 * args.minutes
    step, start, judged = 0, time.time(), 0.0
    while (done := (time.time() - start) / total) < 1:
        share = args.bare[0] + (args.bare[1] - args.bare[0]) * min(1, done / 0.8)
        for group in optimizer.param_groups:
            group["lr"] = args.rate * min(1, (step + 1) / 400) * max(0.01, min(1, (1 - done) / 0.7))
        with torch.autocast(device, torch.bfloat16):
            loss, *parts = task.loss(fast, share)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        step += 1
        if step % 100 == 0 or step == 5:
            print("step %d marks %.4f symbols %.4f partial %.5f, %.0f s" % (step, *(float(p) for p in parts), time.time() - start), flush=True)
        if done - judged > 0.24:
            judged = done
            judge(network, held_out, task.words)
            save(network, args, task.words, os.path.join(args.out, "teacher.pt"))
    judge(network, held_out, task.words)
    save(network, args, task.words, os.path.join(args.out, "teacher.pt"))


if __name__ == "__main__":
    sys.exit(main())
