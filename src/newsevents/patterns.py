"""Patterns: the one matcher. Phrases with alternatives, slots and gaps, found at words; see syntax.py for how to write.

An article is indexed by its words once, and each table looks its first words up in that index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from .arabic import readings, short_readings
from .schema import Mention, Row
from .syntax import Item, choices, expand
from .tree import SENTENCE_ENDS, End, Node, Slots, furthest, through

__all__ = ["BLOCK", "SENTENCE_ENDS", "Item", "Match", "Patterns", "Slots", "expand"]

BLOCK = "-"


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found at words[start:end]: its row, the proclitic it stood behind, its slots by role."""

    start: int
    end: int
    row: Row
    proclitic: str = ""
    slots: Mapping[str, Mention] = field(default_factory=dict)


class _Found(NamedTuple):
    start: int
    proclitic: str
    end: int
    rows: tuple[Row, ...]
    slots: dict[str, Mention]


class Patterns:
    """Finds the patterns of some rows in a sequence of folded words; the longest match wins.

    A row that comes later and has the same words stands before the earlier ones, so that users' tables win.
    """

    def __init__(self, rows: Iterable[Row], column: str = "pattern") -> None:
        root = Node([(row, choices(row[column], row.source)) for row in rows])
        root.grow()
        self._words = root.words or {}
        self._slots = root.slots or {}

    def find(self, words: Sequence[str], slots: Slots | None = None) -> list[Match]:
        """The longest matches from left to right, none overlapping another."""
        return [_match(found, found.rows[0]) for found in self._found(words, slots or {})]

    def find_all(self, words: Sequence[str], slots: Slots | None = None) -> list[list[Match]]:
        """As find(), but with every row that ends the longest match: homonyms for a later stage to choose from."""
        return [[_match(found, row) for row in found.rows] for found in self._found(words, slots or {})]

    def match(self, words: Sequence[str], start: int, slots: Slots | None = None) -> Match | None:
        """The longest match that begins at this very word, or None."""
        found = self._longest(words, start, slots or {})
        return _match(found, found.rows[0]) if found else None

    def matches(self, words: Sequence[str], start: int, slots: Slots | None = None) -> list[Match]:
        """As match(), but with every row that ends the longest match."""
        found = self._longest(words, start, slots or {})
        return [_match(found, row) for row in found.rows] if found else []

    def _found(self, words: Sequence[str], slots: Slots) -> Iterator[_Found]:
        end = 0
        for at in self.starts(words, slots):
            if at >= end and (here := self._longest(words, at, slots)):
                yield here
                end = max(here.end, at + 1)

    def starts(self, words: Sequence[str], slots: Slots) -> list[int]:
        """The words, in order, that a pattern may begin at; at all others match() finds nothing."""
        index = index_of(tuple(words))
        found = {at for stem in self._words.keys() & index.keys() for at in index[stem]}
        for label, _ in self._slots:
            found.update(at for at in slots.get(label, ()) if at < len(words))
        return sorted(found)

    def _longest(self, words: Sequence[str], at: int, slots: Slots) -> _Found | None:
        best: End | None = None
        before = ""
        for proclitic, stem, least in begun(words[at]):
            if node := self._words.get(stem):
                end = furthest(node, words, at + 1, {}, slots)
                if end and end[0] >= at + least and (best is None or end[0] > best[0]):
                    best, before = end, proclitic
        for node, after, taken in through(self._slots, at, {}, slots):
            end = furthest(node, words, after, taken, slots)
            if end and (best is None or end[0] > best[0]):
                best, before = end, ""
        return _Found(at, before, *best) if best else None


@lru_cache(maxsize=1 << 15)
def begun(word: str) -> tuple[tuple[str, str, int], ...]:
    """How a pattern may begin at a word: proclitic, stem, and the fewest words that such a pattern has."""
    short = tuple((proclitic, stem, 2) for proclitic, stem in short_readings(word))
    return tuple((proclitic, stem, 1) for proclitic, stem in readings(word)) + short


def _match(found: _Found, row: Row) -> Match:
    return Match(found.start, found.end, row, found.proclitic, found.slots)


@lru_cache(maxsize=16)
def index_of(words: tuple[str, ...]) -> dict[str, list[int]]:
    """Where each stem stands that a word may be read as; of the last few articles, as every table asks for it."""
    found: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        for _, stem, _ in begun(word):
            found.setdefault(stem, []).append(at)
    return found
