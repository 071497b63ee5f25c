"""Connectives: the small words of connectives.tsv, by what they tell."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from ..layers import lexicons
from ..lexicons import Lexicons
from ..patterns import expand


def connectives(doc: Doc, means: str) -> frozenset[str]:
    """The folded words of one meaning: against, agent, break …"""
    return words_of(lexicons(doc), means)


@cache
def words_of(tables: Lexicons, means: str) -> frozenset[str]:
    """The single words of the rows of that meaning."""
    rows = (row for row in tables.rows("connectives.tsv") if row["means"] == means)
    return frozenset(str(items[0]) for row in rows for items in expand(row["pattern"], row.source))
