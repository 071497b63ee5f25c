"""Where patterns begin: an article's words are looked up once for all the tables that search it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from .arabic import readings, short_readings, shortest
from .tree import Node

Readings = Sequence[tuple[str, Node, int]]
"""How a word begins patterns of a table: the proclitics it may have, where the rest leads, the least words it needs."""
_MOST_KNOWN = 1 << 15


class Openings(dict[int, Readings]):
    """The words of an article, in order, that patterns of a table begin with."""

    @cached_property
    def starts(self) -> list[int]:
        """Their places alone."""
        return list(self)


class Roots:
    """The first words of the patterns of several tables."""

    def __init__(self) -> None:
        self._tables = 0
        self._nodes: dict[str, list[tuple[int, Node]]] = {}
        self._known: dict[str, tuple[tuple[int, Readings], ...]] = {}

    def add(self, words: Mapping[str, Node]) -> int:
        """Take in the first words of one more table; its number."""
        for word, node in words.items():
            self._nodes.setdefault(word, []).append((self._tables, node))
        self._known.clear()
        self._tables += 1
        return self._tables - 1

    def begun(self, word: str) -> tuple[tuple[int, Readings], ...]:
        """The tables with patterns that a folded word begins, as written first, then behind proclitics."""
        known = self._known.get(word)
        if known is None:
            found: dict[int, list[tuple[str, Node, int]]] = {}
            for proclitic, stem in (*readings(word), *short_readings(word)):
                for table, node in self._nodes.get(stem, ()):
                    found.setdefault(table, []).append((proclitic, node, least_words(proclitic, stem)))
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[word] = tuple(found.items())
        return known

    def openings(self, words: Iterable[str]) -> list[Openings]:
        """The openings of each table among the words, by its number."""
        found = [Openings() for _ in range(self._tables)]
        for at, word in enumerate(words):
            for table, here in self.begun(word):
                found[table][at] = here
        return found


class Forms(list[str]):
    """Folded words that many tables search; they must not change, as what opens patterns among them is kept."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        super().__init__(words)
        self._openings: dict[Roots, list[Openings]] = {}

    def openings(self, roots: Roots, table: int) -> Openings:
        """The words that patterns of a table begin with."""
        found = self._openings.get(roots, ())
        if table >= len(found):
            found = self._openings[roots] = roots.openings(self)
        return found[table]


def least_words(proclitic: str, stem: str) -> int:
    """Two letters behind a proclitic must begin a longer name: بأم درمان."""
    return 2 if proclitic and len(stem) < shortest(proclitic) else 1
