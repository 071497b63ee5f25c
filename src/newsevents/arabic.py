"""All that is known about Arabic spelling and clitics."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ی": "ي", "ې": "ي",
    "ؤ": "و", "ة": "ه", "ۀ": "ه", "ە": "ه", "ک": "ك", "گ": "ك", "پ": "ب", "چ": "ج", "ڤ": "ف", "ژ": "ز",
}  # fmt: skip
_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
_DROPPED = (
    "ـ" + "".join(map(chr, (*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06ED))))
    + "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad"
)  # fmt: skip
_FOLD = str.maketrans({**_LETTERS, **_DIGITS, **dict.fromkeys(_DROPPED, "")})
_SHORTEST_STEM, _SHORTEST_BEHIND_AND = 3, 2
_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك", "س", "وس")
_BEFORE_SHORT = ("ب", "ل", "وب", "ول", "فب")
_PROCLITICS_WITH_ARTICLE = ("لل", "ولل", "فلل")
_FIRST_OF_PROCLITICS = frozenset(c[0] for c in (*_PROCLITICS, *_PROCLITICS_WITH_ARTICLE))
_DAMMA = "\u064f"


@lru_cache(maxsize=1 << 15)
def fold(text: str) -> str:
    """Drop the differences newspapers do not keep: hamza, ta marbuta, diacritics, digit shapes.

    >>> fold("مُسيَّرة") == fold("مسيره")
    True
    """
    if not text.isascii() and not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    return text.translate(_FOLD).casefold()


@lru_cache(maxsize=1 << 15)
def readings(word: str) -> tuple[tuple[str, str], ...]:
    """Ways to read a folded word as (proclitic, stem); the word as written comes first.

    The lexicon decides which reading exists, so وزير and باب are never cut.
    """
    if word[:1] not in _FIRST_OF_PROCLITICS:
        return (("", word),)
    split = [("", word)]
    split += [(c, word[len(c) :]) for c in _PROCLITICS if word.startswith(c)]
    split += [(c, "ال" + word[len(c) :]) for c in _PROCLITICS_WITH_ARTICLE if word.startswith(c)]
    return tuple((c, stem) for c, stem in split if not c or len(stem) >= shortest(c))


@lru_cache(maxsize=1 << 15)
def short_readings(word: str) -> tuple[tuple[str, str], ...]:
    """Ways to read it as a proclitic and two letters, for the first word of a longer name only: بأم درمان، بتل رفعت.

    >>> short_readings("بام")
    (('ب', 'ام'),)
    """
    split = ((c, word[len(c) :]) for c in _BEFORE_SHORT if word.startswith(c))
    return tuple((c, stem) for c, stem in split if len(stem) == _SHORTEST_STEM - 1)


def shortest(proclitic: str) -> int:
    """The fewest letters behind a proclitic: وفي is و and في, but كلم is not ك and لم."""
    return _SHORTEST_BEHIND_AND if proclitic == "و" else _SHORTEST_STEM


def vowelled_passive(word: str) -> bool:
    """Whether the printed vowels mark a passive verb: قُتل، أُصيب، اعتُقل."""
    return _DAMMA in word[1:3] or (len(word) > 3 and _DAMMA in word[3:5] and word[0] in "اٱ")


def letters(text: str) -> int:
    """How many Arabic letters the text has."""
    return sum("\u0620" <= c <= "\u064a" or "\u066e" <= c <= "\u06d3" or "\ufb50" <= c <= "\ufefc" for c in text)
