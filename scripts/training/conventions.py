"""One spelling convention for vowelled Arabic from any source.

Texts differ in where they put a mark and in which marks they omit. Every text is normalized to one
convention before a model sees it: shadda before its vowel; tanwin-fath before its alif; sukun on the
article's lam before a moon letter; kasra under hamza-below-alif; no tatweel; no dagger alif (the letter
before it has fatha); no mark on a word-initial bare alif; before a hamzat al-wasl, the vowel that joins
the words instead of a sukun (min al- becomes mina l-).
"""

import re

LETTERS = "\u0621-\u063a\u0641-\u064a"
MARKS = "\u064b-\u0652"
MOON = "أإآءبجحخعغفقكمهوي"

_SHADDA_LAST = re.compile("([\u064b-\u0650\u0652])\u0651")
_TANWIN_AFTER_ALIF = re.compile("([اى])\u064b")
_BARE_ALIF_MARK = re.compile(f"(?<![{LETTERS}{MARKS}])ا[\u064e\u064f\u0650](?=[{LETTERS}])")
_DAGGER = re.compile("\u064e?\u0670")
_ARTICLE = re.compile(f"(?<![{LETTERS}{MARKS}])((?:[وف]\u064e?)?(?:[بك][\u064e\u0650]?)?ا|(?:[وف]\u064e?)?ل\u0650)ل(?=[{MOON}](?!\u0651))")
_HAMZA_BELOW = re.compile(f"إ(?![{MARKS}])")
_JOIN = re.compile(f"(?<![{LETTERS}{MARKS}])([{LETTERS}][{LETTERS}{MARKS}]*)\u0652(\\s+)(?=ا[{LETTERS}])")
_MARK = re.compile(f"[{MARKS}]")


def bare(text):
    """The text without its marks."""
    return _MARK.sub("", text)


def _joining_vowel(match):
    word = bare(match.group(1))
    if len(word) < 2:
        return match.group(0)
    if word in ("من", "ومن", "فمن"):
        vowel = "\u064e"
    elif word.endswith(("هم", "كم", "تم")) and word != "كم":
        vowel = "\u064f"
    else:
        vowel = "\u0650"
    return match.group(1) + vowel + match.group(2)


def one_convention(text):
    """Vowelled text in the convention above; letters are unchanged."""
    text = text.replace("\u0640", "").replace("\u0671", "ا")
    text = _DAGGER.sub("\u064e", text)
    text = _SHADDA_LAST.sub("\u0651\\1", text)
    text = _TANWIN_AFTER_ALIF.sub("\u064b\\1", text)
    text = _BARE_ALIF_MARK.sub("ا", text)
    text = _ARTICLE.sub("\\1ل\u0652", text)
    text = _HAMZA_BELOW.sub("إ\u0650", text)
    return _JOIN.sub(_joining_vowel, text)
