"""Patterns: the one matcher. Phrases with alternatives, slots and gaps, found at words; see syntax.py for how to write.

An article is indexed by its words once, and each table looks its first words up in that index.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from .roots import Forms, Readings, Roots
from .schema import Mention, Row
from .syntax import Item, choices, expand
from .tree import SENTENCE_ENDS, End, Node, Slots, furthest, through

__all__ = ["BLOCK", "SENTENCE_ENDS", "Item", "Match", "Patterns", "Slots", "expand"]

BLOCK = "-"
_NO_SLOTS: dict[str, Mention] = {}


class Match(NamedTuple):
    """A pattern found at words[start:end]: its row, the proclitic it stood behind, its slots by role.

    A tuple, because an article has hundreds, and a frozen dataclass takes four times as long to make.
    """

    start: int
    end: int
    row: Row
    proclitic: str = ""
    slots: Mapping[str, Mention] = _NO_SLOTS


class _Found(NamedTuple):
    start: int
    proclitic: str
    end: int
    rows: tuple[Row, ...]
    slots: dict[str, Mention]


class Patterns:
    """Finds the patterns of some rows in a sequence of folded words; the longest match wins.

    A row that comes later and has the same words stands before the earlier ones, so that users' tables win.
    With ``first`` and ``last`` a search is as if there were no words but words[first:last]. Tables that search the same
    words share their ``roots``.
    """

    def __init__(self, rows: Iterable[Row], roots: Roots | None = None) -> None:
        root = Node([(row, choices(row["pattern"], row.source)) for row in rows])
        root.grow()
        self._roots = roots or Roots()
        self._number = self._roots.add(root.words or {})
        self._slots = root.slots or {}

    def find(
        self, words: Sequence[str], slots: Slots | None = None, *, first: int = 0, last: int | None = None
    ) -> list[Match]:
        """The longest matches from left to right, none overlapping another."""
        return [_match(found, found.rows[0]) for found in self._found(words, slots or {}, first, last)]

    def find_all(self, words: Sequence[str], slots: Slots | None = None) -> list[list[Match]]:
        """As find(), but with every row that ends the longest match: homonyms for a later stage to choose from."""
        return [[_match(found, row) for row in found.rows] for found in self._found(words, slots or {})]

    def match(self, words: Sequence[str], start: int, slots: Slots | None = None) -> Match | None:
        """The longest match that begins at this very word, or None."""
        found = self._longest(words, start, slots or {}, len(words))
        return _match(found, found.rows[0]) if found else None

    def matches(self, words: Sequence[str], start: int, *, last: int | None = None) -> list[Match]:
        """As match(), but with every row that ends the longest match."""
        found = self._longest(words, start, {}, len(words) if last is None else last)
        return [_match(found, row) for row in found.rows] if found else []

    def _found(self, words: Sequence[str], slots: Slots, first: int = 0, last: int | None = None) -> Iterator[_Found]:
        forms = words if isinstance(words, Forms) else Forms(words)
        last = len(forms) if last is None else min(last, len(forms))
        starts, end = self.starts(forms, slots), first
        for at in starts[bisect_left(starts, first) : bisect_left(starts, last)]:
            if at >= end and (here := self._longest(forms, at, slots, last)):
                yield here
                end = max(here.end, at + 1)

    def starts(self, forms: Forms, slots: Slots) -> Sequence[int]:
        """The words, in order, that a pattern may begin at; at all others match() finds nothing."""
        found = forms.openings(self._roots, self._number).starts
        begun = {at for label, _ in self._slots for at in slots.get(label, ()) if at < len(forms)}
        return sorted(begun.union(found)) if begun else found

    def _longest(self, words: Sequence[str], at: int, slots: Slots, last: int) -> _Found | None:
        best: End | None = None
        before = ""
        for proclitic, node, least in self._read(words, at):
            end = furthest(node, words, at + 1, _NO_SLOTS, slots, last)
            if end and end[0] >= at + least and (best is None or end[0] > best[0]):
                best, before = end, proclitic
        for node, after, taken in through(self._slots, at, _NO_SLOTS, slots) if self._slots else ():
            end = furthest(node, words, after, taken, slots, last)
            if end and (best is None or end[0] > best[0]):
                best, before = end, ""
        return _Found(at, before, *best) if best else None

    def _read(self, words: Sequence[str], at: int) -> Readings:
        if isinstance(words, Forms):
            return words.openings(self._roots, self._number).get(at, ())
        return next((here for table, here in self._roots.begun(words[at]) if table == self._number), ())


def _match(found: _Found, row: Row) -> Match:
    return Match(found.start, found.end, row, found.proclitic, found.slots)
