"""Persons who are a side by name: "اغتيال الناشط علاء البهادلي", "القبض على المدعو غدير شحود"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from ..layers import lexicons, text_of, words
from ..lexicons import Lexicons
from ..patterns import Match, Patterns
from ..schema import Mention, Party
from .names import clean
from .opennames import Reader
from .peoplewords import STOPS

_TABLE = "parties/persons.tsv"
_BETWEEN = 5
_LONGEST = 4
_SHORTEST = 3
_JOINED = ("و", "بال", "لل", "فال", "كال")
_KIN = frozenset(("بن", "ابن", "ابو", "ابي", "ام", "ال", "عبد", "ولد", "بو"))
_UNARMED = "civilians"


def persons(doc: Doc, held: set[int]) -> Iterator[Mention]:
    """The persons named right behind a word of what was done to them, outside the words held."""
    reader, done = PersonReader(doc), set(held)
    for head in patterns(lexicons(doc)).find(words(doc).forms):
        found = reader.behind(head, done) if head.row["cue"] == "harmed" else None
        if found:
            done.update(range(*found))
            yield mention_of(doc, *found, head)


@cache
def patterns(tables: Lexicons) -> Patterns:
    """The words of persons.tsv."""
    return tables.patterns(_TABLE)


def mention_of(doc: Doc, start: int, end: int, match: Match) -> Mention:
    """A name as an actor that no table knows."""
    first, last = words(doc).span(start, end)
    name = clean(text_of(doc, first, last), "")
    return Mention("actor", first, last, Party(None, name, _UNARMED), match.row)


class PersonReader:
    """Reads where a person's name begins and ends."""

    def __init__(self, doc: Doc) -> None:
        self.forms = words(doc).forms
        self.reader = Reader(doc)
        self.stops = STOPS | self.reader.stops
        self.cues = {m.start: m for m in patterns(lexicons(doc)).find(self.forms)}

    def behind(self, head: Match, held: set[int]) -> tuple[int, int] | None:
        """The first name within a few words behind the head; none where a rank tells that its bearer is of a force."""
        titled = False
        for at in range(head.end, min(head.end + _BETWEEN, len(self.forms))):
            described = titled and self.forms[at].startswith("ال")
            if (self.forms[at] in self.stops and not described) or self.cue(at) == "rank":
                return None
            if at in held:
                continue
            if self.first(at) or (titled and (self.weak(at) or self.unknown(at))):
                end = self.end(at)
                return (at, end) if end > at + 1 else None
            titled = described or self.cue(at) == "title"
        return None

    def cue(self, at: int) -> str:
        """What persons.tsv says of a word."""
        found = self.cues.get(at)
        return found.row["cue"] if found and not found.proclitic else ""

    def end(self, at: int) -> int:
        """Past the words of a name."""
        end = at
        while end < min(at + _LONGEST, len(self.forms)):
            known = self.first(end) or self.weak(end)
            if not known and self.forms[end] not in _KIN and not self.unknown(end):
                break
            end = known or end + 1
        return end

    def first(self, at: int) -> int:
        """The word behind a first name that begins here; 0 where none does."""
        if self.cue(at) == "first":
            return self.cues[at].end
        found = self.reader.cues.at(at, "first")
        return found.end if found and not found.proclitic else 0

    def weak(self, at: int) -> int:
        """The same for first names that are other words too."""
        found = self.reader.cues.at(at, "weak")
        return found.end if found and not found.proclitic else 0

    def unknown(self, at: int) -> bool:
        """Whether a word is rare enough for a name, and nothing seems written before it."""
        word = self.forms[at]
        rare = word not in self.reader.common and word not in self.stops and not self.cue(at)
        return rare and len(word) >= _SHORTEST and word.isalpha() and not word.startswith(_JOINED)
