"""Words of saying, and what stands behind them before "أن" opens what was said: أعلنت الوزارة، الثلاثاء."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from ..layers import lexicons, words
from ..patterns import Match
from .connectives import connectives

_REACH = 12


def speech(doc: Doc, forms: Sequence[str]) -> list[Match]:
    """The words of saying among these."""
    return lexicons(doc).patterns("structure/speech.tsv").find(forms)


def announced(doc: Doc, start: int, at: int) -> bool:
    """Whether a word of saying stands before the word, with no "أن" between that opens what was said."""
    forms = words(doc).forms
    first = max(at - _REACH, start)
    if any(form in connectives(doc, "issued") for form in forms[max(at - 2, start) : at]):
        return True
    before = speech(doc, forms[first:at])
    return bool(before) and connectives(doc, "that").isdisjoint(forms[first + before[-1].end : at])
