"""Text as numbers: a symbol for each character, a class of marks for each letter.

languages/arabic/diacritizer reads text with the same symbols; a test compares both for a sample.
"""

import numpy as np

PAD, SPACE, COMMA, STOP, OTHER, DIGIT, FOREIGN = range(7)
LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
FIRST_LETTER = 7
SYMBOLS = FIRST_LETTER + len(LETTERS)

#: The combinations of marks that a letter can have; shadda first, as everywhere.
CLASSES = ["", "\u064e", "\u064b", "\u064f", "\u064c", "\u0650", "\u064d", "\u0652", "\u0651",
           "\u0651\u064e", "\u0651\u064b", "\u0651\u064f", "\u0651\u064c", "\u0651\u0650", "\u0651\u064d"]
#: The class of a position that is not a letter.
NO_CLASS = 255

_SYMBOL = {c: FIRST_LETTER + i for i, c in enumerate(LETTERS)}
_SYMBOL |= {c: COMMA for c in "،,؛;"} | {c: STOP for c in ".!؟?…:"}
_CLASS = {marks: i for i, marks in enumerate(CLASSES)}
_MARKS = set("\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652")


def symbol(c):
    """The symbol of a character that is not a mark."""
    known = _SYMBOL.get(c)
    if known is not None:
        return known
    if c.isspace():
        return SPACE
    if c.isdigit():
        return DIGIT
    return FOREIGN if c.isalpha() else OTHER


def encode(text):
    """-> (symbols, classes), two byte arrays; runs of spaces, of digits and of foreign letters are one symbol."""
    symbols, marks = [], []
    for c in text:
        if c in _MARKS:
            if symbols and symbols[-1] >= FIRST_LETTER:
                marks[-1] += c
            continue
        s = symbol(c)
        if symbols and s == symbols[-1] and s in (SPACE, DIGIT, FOREIGN):
            continue
        symbols.append(s)
        marks.append("")
    classes = [_class(m) if s >= FIRST_LETTER else NO_CLASS for s, m in zip(symbols, marks)]
    return np.array(symbols, np.uint8), np.array(classes, np.uint8)


def _class(marks):
    if marks in _CLASS:
        return _CLASS[marks]
    vowels = [m for m in marks if m != "\u0651"]
    return _CLASS.get(("\u0651" if "\u0651" in marks else "") + (vowels[0] if vowels else ""), 0)
