"""Victims known by name alone: اغتيال عماد مغنية."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from ..layers import lexicons, text_of, words
from ..lexicons import Lexicons
from ..patterns import expand
from ..schema import Amount, Mention, People
from .connectives import connectives

_ONE = Amount.exactly(1)


def by_name(doc: Doc, trigger: Mention) -> list[Mention]:
    """ "اغتيال عماد مغنية", "أصيب محمد الشدادي": somebody known by name alone counts one."""
    at = words(doc).position[trigger.end]
    forms = words(doc).forms
    if at + 1 >= len(forms) or forms[at] not in first_names(lexicons(doc)) - connectives(doc, "against"):
        return []
    start, end = words(doc).span(at, min(at + 3, len(forms)))
    noun = text_of(doc, start, words(doc).token[at + 1] + 1)
    return [Mention("people", start, end, People(_ONE, "persons", "unknown", noun), trigger.row)]


@cache
def first_names(tables: Lexicons) -> frozenset[str]:
    """The folded first names of toponyms/people.tsv."""
    rows = (row for row in tables.rows("toponyms/people.tsv") if row["cue"] in ("first", "weak"))
    return frozenset(
        str(items[0]) for row in rows for items in expand(row["pattern"], row.source) if isinstance(items[0], str)
    )
