"""What definite nouns stand for: التنظيم is the last tanzim named before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Doc

from ..arabic import fold
from ..layers import words
from ..patterns import Match
from ..schema import Mention, Party, Row
from .partycues import party_cues


def taken_up(doc: Doc, actors: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions by definite noun, each with the party of the last actor that it may stand for."""
    position = words(doc).position
    held = {word for m in actors for word in range(position[m.start], position[m.end])}
    for match in party_cues(doc).matches["parties/definite.tsv"]:
        if match.start in held or qualified(doc, match):
            continue
        start, end = words(doc).span(match.start, match.end)
        before = [mention for mention in actors if mention.end <= start]
        antecedent = find(match.row, before)
        if antecedent is not None:
            yield Mention("actor", start, end, antecedent.value, match.row, match.proclitic)


def qualified(doc: Doc, match: Match) -> bool:
    """Whether an adjective makes the noun another thing: الحركة التجارية."""
    forms = words(doc).forms
    following = forms[match.end] if match.end < len(forms) else ""
    bare = len(forms[match.start : match.end]) == 1
    return bare and following.startswith("ال") and following.endswith(("يه", "ي"))


def find(row: Row, before: Sequence[Mention]) -> Mention | None:
    """The last actor whose name has one of the heads, else the last of the types."""
    heads, types = cell(row["heads"]), cell(row["types"])
    for mention in reversed(before):
        if headed(mention, heads):
            return mention
    return next((m for m in reversed(before) if party(m).type in types and party(m).id is not None), None)


@lru_cache(maxsize=256)
def cell(text: str) -> tuple[str, ...]:
    """The alternatives of a cell, folded."""
    return tuple(fold(part) for part in text.split("|") if part)


def headed(mention: Mention, heads: Sequence[str]) -> bool:
    """Whether the name as printed or in full begins with one of the heads."""
    names = (fold(party(mention).name), fold(party(mention).canonical_ar or ""))
    return any(name == head or name.startswith(head + " ") for name in names for head in heads)


def party(mention: Mention) -> Party:
    """The party of an actor mention."""
    if not isinstance(mention.value, Party):
        raise TypeError(f"not a mention of an actor: {mention}")
    return mention.value
