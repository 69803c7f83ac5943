"""The network that assigns a class of marks to each letter.

Two recurrent layers over characters, with one over words between them. The first reads spelling. The second reads
syntax: the case of a word depends on words that are near when counted in words but far when counted in letters. The
third assigns the marks. All layers are bidirectional GRUs (Cho et al. 2014, with the reset gate after the product,
as in cuDNN).

On a processor, matrix products run in bfloat16, everything else in float32; on an accelerator, cuDNN runs the layers.
"""

import torch
from torch import nn

from encoding import CLASSES, FIRST_LETTER, SYMBOLS

#: Hints: none, then one for each class ("" means "known to have no mark").
HINTS = 1 + len(CLASSES)
#: Whether cuDNN runs the layers.
ON_ACCELERATOR = torch.cuda.is_available()
#: What cuDNN computes with.
PRECISION = torch.float32


class Scan(torch.autograd.Function):
    """One GRU direction over time: h' = n + z * (h - n), n = tanh(xn + r * (U h + b)).

    gates: [T, B, 3H], input part of r, z, n; recurrent: [3H, H]; bias: [4H], of r, z, n and of the product in n;
    absent: [T, B, 1], 1 where there is nothing: the state passes unchanged -> [T, B, H].
    """

    @staticmethod
    def forward(ctx, gates, recurrent, bias, absent, reverse):
        steps, batch, width = gates.shape
        width //= 3
        u = recurrent.t().bfloat16().contiguous()
        states = gates.new_zeros(steps, batch, width)
        rz = gates.new_empty(steps, batch, 2 * width)
        hn = gates.new_empty(steps, batch, width)
        n = gates.new_empty(steps, batch, width)
        h = gates.new_zeros(batch, width)
        absent = 50 * absent
        for t in range(steps - 1, -1, -1) if reverse else range(steps):
            g = torch.mm(h.bfloat16(), u).float()
            torch.add(gates[t, :, : 2 * width], g[:, : 2 * width], out=rz[t])
            rz[t].add_(bias[: 2 * width])
            rz[t, :, width:].add_(absent[t])
            rz[t].sigmoid_()
            torch.add(g[:, 2 * width :], bias[3 * width :], out=hn[t])
            torch.addcmul(gates[t, :, 2 * width :], rz[t, :, :width], hn[t], out=n[t])
            n[t].add_(bias[2 * width : 3 * width]).mul_(2).sigmoid_().mul_(2).sub_(1)
            torch.lerp(n[t], h, rz[t, :, width:], out=states[t])
            h = states[t]
        ctx.save_for_backward(states, rz, hn, n, recurrent)
        ctx.reverse = reverse
        return states

    @staticmethod
    def backward(ctx, dstates):
        states, rz, hn, n, recurrent = ctx.saved_tensors
        steps, batch, width = states.shape
        u = recurrent.bfloat16()
        dgates = states.new_empty(steps, batch, 3 * width)
        du = states.new_empty(steps, batch, 3 * width)
        dh = states.new_zeros(batch, width)
        zero = states.new_zeros(batch, width)
        order = range(steps) if ctx.reverse else range(steps - 1, -1, -1)
        step = 1 if ctx.reverse else -1
        for t in order:
            before = states[t + step] if 0 <= t + step < steps else zero
            r, z, nt = rz[t, :, :width], rz[t, :, width:], n[t]
            dh = dh.add_(dstates[t])
            dz = dh * (before - nt)
            dn = (dh - dh * z).mul_(1 - nt * nt)
            out = dgates[t]
            out[:, 2 * width :] = dn
            torch.mul(dz, z - z * z, out=out[:, width : 2 * width])
            torch.mul(dn * hn[t], r - r * r, out=out[:, :width])
            du[t, :, : 2 * width] = out[:, : 2 * width]
            torch.mul(dn, r, out=du[t, :, 2 * width :])
            dh = torch.mm(du[t].bfloat16(), u).float().addcmul_(dh, z)
        previous = torch.cat([states[1:], zero[None]]) if ctx.reverse else torch.cat([zero[None], states[:-1]])
        flat = du.view(-1, 3 * width)
        drecurrent = torch.mm(flat.t().bfloat16(), previous.view(-1, width).bfloat16()).float()
        dbias = torch.cat([dgates.view(-1, 3 * width).sum(0), flat[:, 2 * width :].sum(0)])
        return dgates, drecurrent, dbias, None, None


class Product(torch.autograd.Function):
    """x @ weight.t() with bfloat16 factors and float32 sums."""

    @staticmethod
    def forward(ctx, x, weight):
        x16, w16 = x.bfloat16(), weight.bfloat16()
        ctx.save_for_backward(x16, w16)
        return torch.mm(x16, w16.t()).float()

    @staticmethod
    def backward(ctx, dy):
        x16, w16 = ctx.saved_tensors
        dy = dy.bfloat16()
        return torch.mm(dy, w16).float(), torch.mm(dy.t(), x16).float()


def on_accelerator(x, weight, recurrent, bias, absent, reverse):
    """Scan with the product of input and weight, by cuDNN; what is absent has to be at the end."""
    steps, batch, _ = x.shape
    x = x.to(PRECISION)
    if reverse:
        count = (absent == 0).sum(0)[:, 0]
        step = torch.arange(steps, device=x.device)[:, None]
        order = torch.where(step < count, count - 1 - step, step)
        x = x.gather(0, order[..., None].expand_as(x))
    width = recurrent.shape[1]
    product_bias = torch.cat([torch.zeros_like(bias[: 2 * width]), bias[3 * width :]])
    weights = [w.to(x.dtype) for w in (weight, recurrent, bias[: 3 * width], product_bias)]
    states, _ = torch._VF.gru(x, x.new_zeros(1, batch, width), weights, True, 1, 0.0, True, False, False)
    return (states.gather(0, order[..., None].expand_as(states)) if reverse else states).float()


class Gru(nn.Module):
    """A bidirectional GRU layer: [T, B, inputs] -> [T, B, 2 * width]."""

    def __init__(self, inputs, width):
        super().__init__()
        self.width = width
        self.input = nn.ParameterList([nn.Parameter(torch.empty(3 * width, inputs)) for _ in range(2)])
        self.recurrent = nn.ParameterList([nn.Parameter(torch.empty(3 * width, width)) for _ in range(2)])
        self.bias = nn.ParameterList([nn.Parameter(torch.zeros(4 * width)) for _ in range(2)])
        for i in range(2):
            nn.init.xavier_uniform_(self.input[i])
            for gate in self.recurrent[i].data.split(width):
                nn.init.orthogonal_(gate)

    def forward(self, x, absent, extra=None):
        """absent as in Scan; extra: two [T, B, 3H] to add to the gates, or more input with its two weights."""
        both = []
        if ON_ACCELERATOR:
            inputs = x if extra is None else torch.cat([x, extra[0]], -1)
            for i in range(2):
                weight = self.input[i] if extra is None else torch.cat([self.input[i], extra[1][i]], 1)
                both.append(on_accelerator(inputs, weight, self.recurrent[i], self.bias[i], absent, i == 1))
            return torch.cat(both, -1)
        for i in range(2):
            gates = Product.apply(x.reshape(-1, x.shape[-1]), self.input[i]).view(*x.shape[:2], -1)
            if extra is not None:
                gates = gates + extra[i]
            both.append(Scan.apply(gates, self.recurrent[i], self.bias[i], absent, i == 1))
        return torch.cat(both, -1)


def rows(table, index, columns):
    """table[index[i, j], j] for a table [N, B, K] and an index [M, B] -> [M, B, K]"""
    return nn.functional.embedding(index * table.shape[1] + columns, table.reshape(-1, table.shape[-1]))


class Network(nn.Module):
    """Symbols and hints of a text -> scores of the classes for each symbol."""

    def __init__(self, embedding=64, spelling=192, syntax=256, marking=192, dropout=0.1):
        super().__init__()
        self.sizes = {"embedding": embedding, "spelling": spelling, "syntax": syntax, "marking": marking}
        self.symbol = nn.Embedding(SYMBOLS, embedding)
        self.hint = nn.Embedding(HINTS, embedding)
        nn.init.normal_(self.symbol.weight, std=0.3)
        nn.init.normal_(self.hint.weight, std=0.1)
        self.spelling = Gru(embedding, spelling)
        self.syntax = Gru(2 * spelling, syntax)
        self.marking = Gru(2 * spelling, marking)
        self.context = nn.ParameterList([nn.Parameter(torch.empty(3 * marking, 2 * syntax)) for _ in range(2)])
        for weight in self.context:
            nn.init.xavier_uniform_(weight)
        self.output = nn.Linear(2 * marking, len(CLASSES))
        self.dropout = nn.Dropout(dropout)

    def forward(self, symbols, hints, units):
        """symbols, hints: [T, B]; units: from units_of(symbols) -> [T, B, classes]"""
        absent = (symbols == 0).float()[..., None]
        letters = self.spelling(self.symbol(symbols) + self.hint(hints), absent)
        w = letters.shape[-1] // 2
        first, last, unit, missing = units
        columns = torch.arange(symbols.shape[1], device=symbols.device)
        word = torch.cat([rows(letters[..., :w], last, columns), rows(letters[..., w:], first, columns)], -1)
        sentence = self.dropout(self.syntax(self.dropout(word), missing))
        if ON_ACCELERATOR:
            extra = rows(sentence, unit, columns), self.context
        else:
            flat = sentence.view(-1, sentence.shape[-1])
            extra = [rows(Product.apply(flat, c).view(*sentence.shape[:2], -1), unit, columns) for c in self.context]
        marks = self.marking(self.dropout(letters), absent, extra)
        return self.output(marks)


def units_of(symbols):
    """The words of [T, B] symbols: runs of letters; every other symbol belongs to the word before it, or is a word itself.

    -> first and last position of each unit [U, B], the unit of each position [T, B], 1 where there is no unit [U, B, 1]
    """
    letter = symbols >= FIRST_LETTER
    space = symbols <= 1
    opens = ~space
    opens[1:] &= ~(letter[1:] & letter[:-1])
    opens[0] = True
    unit = opens.long().cumsum(0) - 1
    count = int(unit.max()) + 1
    position = torch.arange(symbols.shape[0], device=symbols.device)[:, None].expand_as(symbols)
    first = torch.full((count, symbols.shape[1]), symbols.shape[0], dtype=torch.long, device=symbols.device)
    first.scatter_reduce_(0, unit, position, "amin")
    missing = first == symbols.shape[0]
    last = torch.zeros_like(first)
    held = torch.where(space & ~opens, torch.zeros_like(position), position)
    last.scatter_reduce_(0, unit, held, "amax")
    return first.masked_fill(missing, 0), last, unit, missing.float()[..., None]
