"""Patterns: the one matcher. Phrases with alternatives, slots and gaps, found at words.

The whole syntax:

    قصف مدفعي              words, in order; spelling differences ignored; و ف ب ل ك may be attached to the first
    (قصف|قصفت)             one of; an alternative may have several words
    (مدفعي|صاروخي)?        one of, or nothing
    {number}  {people:killed}   something an earlier stage found; after ":" the role it fills
    ..3                    up to three words of anything, within the sentence
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from .arabic import fold, readings
from .errors import LexiconError
from .schema import Mention, Row

BLOCK = "-"
SENTENCE_ENDS = frozenset({".", "\n", "؟", "!", "?", "…"})
_ITEM = re.compile(r"\(([^()]+)\)(\?)?|\{([a-z_]+)(?::([a-z_]+))?\}|\.\.(\d+)|([^\s(){}]+)")
_MOST_VARIANTS = 20_000

Item = str | tuple[str, str] | int
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
    """A step in the tree of patterns: where literal words, slots and a gap lead, and rows that end here."""

    words: dict[str, _Node] = field(default_factory=dict)
    slots: dict[tuple[str, str], _Node] = field(default_factory=dict)
    gaps: dict[int, _Node] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)


class Patterns:
    """Finds the patterns of some rows in a sequence of folded words; the longest match wins.

    A row that comes later and has the same words stands before the earlier ones, so that users' tables win.
    """

    def __init__(self, rows: Iterable[Row], column: str = "pattern") -> None:
        self._root = _Node()
        self._starts: dict[str, tuple[tuple[str, _Node], ...]] = {}
        for row in rows:
            for items in expand(row[column], row.source):
                self._add(items, row)

    def _add(self, items: Sequence[Item], row: Row) -> None:
        node = self._root
        for item in items:
            if isinstance(item, str):
                node = node.words.setdefault(item, _Node())
            elif isinstance(item, int):
                node = node.gaps.setdefault(item, _Node())
            else:
                node = node.slots.setdefault(item, _Node())
        node.rows.insert(0, row)

    def find(self, words: Sequence[str], slots: Slots | None = None) -> list[Match]:
        """The longest matches from left to right, none overlapping another."""
        return [found[0] for found in self.find_all(words, slots)]

    def find_all(self, words: Sequence[str], slots: Slots | None = None) -> list[list[Match]]:
        """As find(), but with every row that ends the longest match: homonyms for a later stage to choose from."""
        found, at, slots = [], 0, slots or {}
        while at < len(words):
            here = self._longest(words, at, slots)
            if here:
                found.append(here)
                at = max(here[0].end, at + 1)
            else:
                at += 1
        return found

    def match(self, words: Sequence[str], start: int, slots: Slots | None = None) -> Match | None:
        """The longest match that begins at this very word, or None."""
        return next(iter(self.matches(words, start, slots)), None)

    def matches(self, words: Sequence[str], start: int, slots: Slots | None = None) -> list[Match]:
        """As match(), but with every row that ends the longest match."""
        return self._longest(words, start, slots or {})

    def _longest(self, words: Sequence[str], at: int, slots: Slots) -> list[Match]:
        best: list[Match] = []
        for proclitic, node in self._starting(words[at]):
            best = _longer(best, _walk(node, words, at, at + 1, proclitic, {}, slots))
        if self._root.slots:
            best = _longer(best, _through_slots(self._root, words, at, at, "", {}, slots))
        return best

    def _starting(self, word: str) -> tuple[tuple[str, _Node], ...]:
        known = self._starts.get(word)
        if known is None:
            first = self._root.words
            known = tuple((c, first[stem]) for c, stem in readings(word) if stem in first)
            self._starts[word] = known
        return known


def _longer(best: list[Match], found: Iterator[list[Match]]) -> list[Match]:
    for matches in found:
        if not best or matches[0].end > best[0].end:
            best = matches
    return best


def _walk(
    node: _Node, words: Sequence[str], start: int, at: int, proclitic: str, taken: dict[str, Mention], slots: Slots
) -> Iterator[list[Match]]:
    """Every way the tree goes on from here, as the rows that end there."""
    if node.rows:
        yield [Match(start, at, row, proclitic, taken) for row in node.rows]
    if at < len(words):
        if node.words and (child := node.words.get(words[at])):
            yield from _walk(child, words, start, at + 1, proclitic, taken, slots)
        if node.slots:
            yield from _through_slots(node, words, start, at, proclitic, taken, slots)
        for most, child in node.gaps.items():
            for skipped in range(_gap(words, at, most) + 1):
                yield from _walk(child, words, start, at + skipped, proclitic, taken, slots)


def _through_slots(
    node: _Node, words: Sequence[str], start: int, at: int, proclitic: str, taken: dict[str, Mention], slots: Slots
) -> Iterator[list[Match]]:
    for (label, role), child in node.slots.items():
        mention = slots.get(label, {}).get(at)
        if mention is not None:
            yield from _walk(child, words, start, mention.end, proclitic, {**taken, role: mention}, slots)


def _gap(words: Sequence[str], at: int, most: int) -> int:
    """How many words a gap may skip here: at most so many, and not past the end of the sentence."""
    for skipped in range(min(most, len(words) - at)):
        if words[at + skipped] in SENTENCE_ENDS:
            return skipped
    return min(most, len(words) - at)


def expand(pattern: str, where: str = "") -> Iterator[tuple[Item, ...]]:
    """All the sequences of words, slots and gaps that a written pattern stands for."""
    choices = [choice for choice in _choices(pattern, where)]
    total = 1
    for choice in choices:
        total *= len(choice)
    if total > _MOST_VARIANTS:
        raise LexiconError(f"{where}: the pattern stands for {total} phrases; split it into rows: {pattern}")
    for parts in product(*choices):
        items = tuple(item for part in parts for item in part)
        if items:
            yield items


def _choices(pattern: str, where: str) -> Iterator[list[tuple[Item, ...]]]:
    end = 0
    for found in _ITEM.finditer(pattern):
        if pattern[end : found.start()].strip():
            break
        end = found.end()
        yield _choice(found)
    if pattern[end:].strip() or not pattern.strip():
        raise LexiconError(f"{where}: cannot read the pattern from {pattern[end:]!r}: write words, (a|b), (a|b)?, {{slot}}, ..3")


def _choice(found: re.Match[str]) -> list[tuple[Item, ...]]:
    options, maybe, label, role, gap, word = found.groups()
    if word:
        return [(fold(word),)]
    if gap:
        return [(int(gap),)]
    if label:
        return [((label, role or label),)]
    several: list[tuple[Item, ...]] = [tuple(map(fold, option.split())) for option in options.split("|")]
    return [*several, ()] if maybe else several
