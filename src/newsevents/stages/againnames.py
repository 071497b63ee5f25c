"""Names that no table has and that a class word opened once, wherever they stand again: قرية حميمة … قصفت حميمة."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from ..arabic import readings
from ..layers import lexicons, words
from ..patterns import Match
from .gazetteer import bare_forms
from .opennames import OpenName
from .placecues import common_words, word_set

_PROCLITICS = frozenset({"", "و", "ف", "ب", "ل", "وب", "ول", "لل"})
_COMMON, _SHORTEST = 100, 4


@dataclass(frozen=True, slots=True)
class Repeated:
    """Words [start:end) that an opened name is written with again."""

    start: int
    end: int
    proclitic: str
    match: Match


def repeated(doc: Doc, names: Sequence[OpenName], held: set[int]) -> Iterator[Repeated]:
    """Where the opened names stand again, outside the words held by other names."""
    forms = words(doc).forms
    taken = held | {word for name in names for word in range(name.match.start, name.end)}
    wanted = {tuple(forms[name.start : name.end]): name for name in names if is_telling(doc, name)}
    for start, word in enumerate(forms if wanted else ()):
        for proclitic, stem in readings(word):
            for written, name in wanted.items():
                end = start + len(written)
                alike = written[0] == stem and tuple(forms[start + 1 : end]) == written[1:]
                if alike and stands(doc, start, proclitic) and taken.isdisjoint(range(start, end)):
                    taken.update(range(start, end))
                    yield Repeated(start, end, proclitic, name.match)


def stands(doc: Doc, start: int, proclitic: str) -> bool:
    """Whether ب, ل or a word such as في or قصفت says that a place follows."""
    before = words(doc).forms[start - 1] if start else ""
    placed = not word_set(lexicons(doc), "placing").isdisjoint(bare_forms(before))
    return proclitic in _PROCLITICS and (proclitic.endswith(("ب", "ل")) or placed)


def is_telling(doc: Doc, name: OpenName) -> bool:
    """Whether a name is no word of everyday news, and stands without its class word."""
    forms, tables = words(doc).forms, lexicons(doc)
    first = forms[name.start]
    if name.match.row["part"] == "yes" or name.match.row["kind"] in ("road", "junction", "facility", "checkpoint"):
        return False
    plain = name.end - name.start == 1
    rare = first not in common_words(tables, _COMMON) and first not in word_set(tables, "stops")
    return rare and (not plain or len(first) >= _SHORTEST)
