"""The tree that the patterns of a table make, and the way through it that goes furthest.

A branch grows when a text first reaches it: a table costs next to nothing until its words are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .schema import Mention, Row
from .syntax import Choices, openings

SENTENCE_ENDS = frozenset({".", "\n", "؟", "!", "?", "…"})

Slots = Mapping[str, Mapping[int, Mention]]
"""What earlier stages found: for each label, mentions by the word they begin at."""


@dataclass(slots=True)
class Node:
    """A step in the tree of patterns: where literal words, slots and a gap lead, and rows that end here.

    ``seeds`` are the rows that lead on from here, with what is left of their patterns, until the node is grown.
    """

    seeds: list[tuple[Row, Choices]]
    words: dict[str, Node] | None = None
    slots: dict[tuple[str, str], Node] | None = None
    gaps: dict[int, Node] | None = None
    rows: tuple[Row, ...] = ()

    def grow(self) -> None:
        """Make the next step of every seed."""
        words: dict[str, Node] = {}
        slots: dict[tuple[str, str], Node] = {}
        gaps: dict[int, Node] = {}
        for row, left in self.seeds:
            for item, after in openings(left):
                if item is None:
                    self.rows = (row, *self.rows)
                elif isinstance(item, str):
                    words.setdefault(item, Node([])).seeds.append((row, after))
                elif isinstance(item, int):
                    gaps.setdefault(item, Node([])).seeds.append((row, after))
                else:
                    slots.setdefault(item, Node([])).seeds.append((row, after))
        self.seeds, self.words, self.slots, self.gaps = [], words or None, slots or None, gaps or None


End = tuple[int, tuple[Row, ...], dict[str, Mention]]
"""Where a pattern ends, the rows that end there, and the slots filled on the way."""
Step = tuple[Node, int, dict[str, Mention]]
"""A node, the word to go on at, and the slots filled so far."""


def furthest(
    node: Node, words: Sequence[str], at: int, taken: dict[str, Mention], slots: Slots, last: int
) -> End | None:
    """The way through the tree that goes furthest from here, up to the word ``last``; of two as long, the first."""
    best: End | None = None
    while True:
        if node.seeds:
            node.grow()
        if node.rows:
            best = at, node.rows, taken
        if node.slots or node.gaps:
            break
        child = node.words.get(words[at]) if node.words and at < last else None
        if child is None:
            return best
        node, at = child, at + 1
    for child, after, filled in ways(node, words, at, taken, slots, last):
        end = furthest(child, words, after, filled, slots, last)
        if end and (best is None or end[0] > best[0]):
            best = end
    return best


def ways(
    node: Node, words: Sequence[str], at: int, taken: dict[str, Mention], slots: Slots, last: int
) -> Iterator[Step]:
    """The next steps from a node: words before slots before gaps."""
    if at >= last:
        return
    if node.words and (child := node.words.get(words[at])):
        yield child, at + 1, taken
    if node.slots:
        yield from through(node.slots, at, taken, slots)
    for most, child in (node.gaps or {}).items():
        for skipped in range(gap(words, at, min(most, last - at)) + 1):
            yield child, at + skipped, taken


def through(nodes: Mapping[tuple[str, str], Node], at: int, taken: dict[str, Mention], slots: Slots) -> Iterator[Step]:
    """The steps through slots that a mention fills at this word."""
    for (label, role), child in nodes.items():
        mention = slots.get(label, {}).get(at)
        if mention is not None:
            yield child, mention.end, {**taken, role: mention}


def gap(words: Sequence[str], at: int, most: int) -> int:
    """How many words a gap may skip here: at most so many, and not past the end of the sentence."""
    for skipped in range(most):
        if words[at + skipped] in SENTENCE_ENDS:
            return skipped
    return most
