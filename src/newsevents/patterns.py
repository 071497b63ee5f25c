"""Patterns: the one matcher. Phrases with alternatives, slots and gaps, found at words; see syntax.py for how to write.

The patterns of a table make a tree whose branches grow when a text first reaches them: a table costs next to nothing
until its words are read. An article is indexed by its words once, and each table looks its first words up in that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from .arabic import readings
from .schema import Mention, Row
from .syntax import Choices, Item, choices, expand, openings

__all__ = ["BLOCK", "SENTENCE_ENDS", "Item", "Match", "Patterns", "Slots", "expand"]

BLOCK = "-"
SENTENCE_ENDS = frozenset({".", "\n", "؟", "!", "?", "…"})

Slots = Mapping[str, Mapping[int, Mention]]


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found at words[start:end]: its row, the proclitic it stood behind, its slots by role."""

    start: int
    end: int
    row: Row
    proclitic: str = ""
    slots: Mapping[str, Mention] = field(default_factory=dict)


@dataclass(slots=True)
class _Node:
    """A step in the tree of patterns: where literal words, slots and a gap lead, and rows that end here.

    ``seeds`` are the rows that lead on from here, with what is left of their patterns, until the node is grown.
    """

    seeds: list[tuple[Row, Choices]]
    words: dict[str, _Node] | None = None
    slots: dict[tuple[str, str], _Node] | None = None
    gaps: dict[int, _Node] | None = None
    rows: tuple[Row, ...] = ()

    def grow(self) -> None:
        """Make the next step of every seed."""
        words: dict[str, _Node] = {}
        slots: dict[tuple[str, str], _Node] = {}
        gaps: dict[int, _Node] = {}
        for row, left in self.seeds:
            for item, after in openings(left):
                if item is None:
                    self.rows = (row, *self.rows)
                elif isinstance(item, str):
                    words.setdefault(item, _Node([])).seeds.append((row, after))
                elif isinstance(item, int):
                    gaps.setdefault(item, _Node([])).seeds.append((row, after))
                else:
                    slots.setdefault(item, _Node([])).seeds.append((row, after))
        self.seeds, self.words, self.slots, self.gaps = [], words or None, slots or None, gaps or None


_End = tuple[int, tuple[Row, ...], dict[str, Mention]]
"""Where a pattern ends, the rows that end there, and the slots filled on the way."""
_Step = tuple[_Node, int, dict[str, Mention]]
"""A node, the word to go on at, and the slots filled so far."""


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
        root = _Node([(row, choices(row[column], row.source)) for row in rows])
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
        return next(iter(self.matches(words, start, slots)), None)

    def matches(self, words: Sequence[str], start: int, slots: Slots | None = None) -> list[Match]:
        """As match(), but with every row that ends the longest match."""
        found = self._longest(words, start, slots or {})
        return [_match(found, row) for row in found.rows] if found else []

    def _found(self, words: Sequence[str], slots: Slots) -> Iterator[_Found]:
        end = 0
        for at in self._starts(words, slots):
            if at >= end and (here := self._longest(words, at, slots)):
                yield here
                end = max(here.end, at + 1)

    def _starts(self, words: Sequence[str], slots: Slots) -> list[int]:
        """The words, in order, that a pattern may begin at."""
        index = index_of(tuple(words))
        found = [at for stem in self._words.keys() & index.keys() for at in index[stem]]
        for label, _ in self._slots:
            found += [at for at in slots.get(label, ()) if at < len(words)]
        return sorted(found)

    def _longest(self, words: Sequence[str], at: int, slots: Slots) -> _Found | None:
        best: _End | None = None
        before = ""
        for proclitic, stem in readings(words[at]):
            if node := self._words.get(stem):
                end = _furthest(node, words, at + 1, {}, slots)
                if end and (best is None or end[0] > best[0]):
                    best, before = end, proclitic
        for node, after, taken in _through(self._slots, at, {}, slots):
            end = _furthest(node, words, after, taken, slots)
            if end and (best is None or end[0] > best[0]):
                best, before = end, ""
        return _Found(at, before, *best) if best else None


def _match(found: _Found, row: Row) -> Match:
    return Match(found.start, found.end, row, found.proclitic, found.slots)


@lru_cache(maxsize=16)
def index_of(words: tuple[str, ...]) -> dict[str, list[int]]:
    """Where each stem stands that a word may be read as; of the last few articles, as every table asks for it."""
    found: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        for _, stem in readings(word):
            found.setdefault(stem, []).append(at)
    return found


def _furthest(node: _Node, words: Sequence[str], at: int, taken: dict[str, Mention], slots: Slots) -> _End | None:
    """The way through the tree that goes furthest from here; of two as long, the first."""
    best: _End | None = None
    while True:
        if node.seeds:
            node.grow()
        if node.rows:
            best = at, node.rows, taken
        if node.slots or node.gaps:
            break
        child = node.words.get(words[at]) if node.words and at < len(words) else None
        if child is None:
            return best
        node, at = child, at + 1
    for child, after, filled in _ways(node, words, at, taken, slots):
        end = _furthest(child, words, after, filled, slots)
        if end and (best is None or end[0] > best[0]):
            best = end
    return best


def _ways(node: _Node, words: Sequence[str], at: int, taken: dict[str, Mention], slots: Slots) -> Iterator[_Step]:
    """The next steps from a node: words before slots before gaps."""
    if at >= len(words):
        return
    if node.words and (child := node.words.get(words[at])):
        yield child, at + 1, taken
    yield from _through(node.slots or {}, at, taken, slots)
    for most, child in (node.gaps or {}).items():
        for skipped in range(_gap(words, at, most) + 1):
            yield child, at + skipped, taken


def _through(
    ways: Mapping[tuple[str, str], _Node], at: int, taken: dict[str, Mention], slots: Slots
) -> Iterator[_Step]:
    for (label, role), child in ways.items():
        mention = slots.get(label, {}).get(at)
        if mention is not None:
            yield child, mention.end, {**taken, role: mention}


def _gap(words: Sequence[str], at: int, most: int) -> int:
    """How many words a gap may skip here: at most so many, and not past the end of the sentence."""
    for skipped in range(min(most, len(words) - at)):
        if words[at + skipped] in SENTENCE_ENDS:
            return skipped
    return min(most, len(words) - at)
