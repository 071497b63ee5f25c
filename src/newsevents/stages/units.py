"""Actors that no table has: كتيبة «شهداء أم الأرانب»، اللواء 73 مشاة، قبيلتي السلامات والبني هلبة، شرطة كركوك."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from ..layers import beginning, layer, lexicons, text_of, words
from ..patterns import Match
from ..schema import Location, Mention, Party
from .home import home
from .names import clean
from .opennames import Reader, quoted_end
from .partycues import party_cues
from .placecues import word_set

_UNITS, _CLASSES = "parties/units.tsv", "actors/classes.tsv"
_VERBAL = ("ي", "ت", "س")
_JOINED = ("وب", "ول", "وك", "وال", "فال", "بال", "لل")
_LONGEST_NUMBER = 4


def units(doc: Doc, held: set[int]) -> Iterator[Mention]:
    """Open-ended names of units, groups and tribes; the unit word may be held (شرطة), the rest of the name not."""
    reader = UnitReader(doc)
    done: set[int] = set()
    cues = party_cues(doc).matches
    for match in (*cues[_UNITS], *(each for each in cues[_CLASSES] if not each.row["member"])):
        if match.proclitic.endswith("س") or match.start in done:
            continue
        for start, end in reader.names(match):
            if held.isdisjoint(range(max(start, match.end), end)) and done.isdisjoint(range(start, end)):
                done.update(range(start, end))
                yield mention_of(doc, match, start, end)


def mention_of(doc: Doc, match: Match, start: int, end: int) -> Mention:
    """A name as an actor that no table knows."""
    proclitic = match.proclitic if start == match.start else "و" if start > match.end else ""
    first, last = words(doc).span(start, end)
    name = clean(text_of(doc, first, last), proclitic)
    numbered = any(form.isdigit() for form in words(doc).forms[start:end])
    where = country(doc, first, last) if match.row.get("opens") == "place" else home(doc)
    party = Party(None, name, "state_forces" if numbered else match.row["type"], where)
    return Mention("actor", first, last, party, match.row, proclitic)


def country(doc: Doc, start: int, end: int) -> str | None:
    """The country of the place in the name, or of the article."""
    for mention in beginning(layer(doc, "locations"), start, end):
        place = mention.value.place if isinstance(mention.value, Location) else None
        if place:
            return place.country or home(doc)
    return home(doc)


class UnitReader:
    """Reads how far the name of an actor goes."""

    def __init__(self, doc: Doc) -> None:
        tables, position = lexicons(doc), words(doc).position
        self.doc, self.forms, self.reader = doc, words(doc).forms, Reader(doc)
        self.ordinals = word_set(tables, "ordinals", "parties")
        self.arms = word_set(tables, "after_unit", "parties")
        self.places = {position[m.start]: position[m.end] for m in layer(doc, "places")}

    def names(self, match: Match) -> Iterator[tuple[int, int]]:
        """The names that a unit word opens, as word bounds."""
        at, opens = match.end, match.row.get("opens", "quoted")
        definite = self.forms[match.start][len(match.proclitic) :].startswith("ال")
        if match.start in self.places or (opens == "quoted" and (definite or at in self.places)):
            return
        for nth in range(int(match.row.get("count", "1"))):
            end = self.end(at, opens, joined=nth > 0)
            if end <= at:
                return
            yield (at if match.row.get("count", "1") != "1" else match.start), end
            at = end

    def end(self, at: int, opens: str, *, joined: bool) -> int:
        """Where the name ends; the word itself where none begins."""
        if at >= len(self.forms) or (joined and not self.forms[at].startswith("و")):
            return at
        if opens in ("name", "either", "quoted") and (quoted := quoted_end(self.doc, at)):
            return self.with_arms(quoted)
        if opens in ("number", "either") and (numbered := self.number(at)) > at:
            return numbered
        if opens == "place":
            return self.places.get(at, at)
        return self.name(at, joined) if opens in ("name", "either") else at

    def number(self, at: int) -> int:
        """Past a number or ordinal and the arm of service after it."""
        end = at
        while end < len(self.forms) and end - at < _LONGEST_NUMBER and self.counts(self.forms[end]):
            end += 1
        return self.with_arms(end) if end > at else at

    def counts(self, word: str) -> bool:
        """Whether a word is part of a number."""
        return word.isdigit() or word in self.ordinals or (word.startswith("و") and word[1:] in self.ordinals)

    def with_arms(self, at: int) -> int:
        """Past the arm of service (مشاة)."""
        while at < len(self.forms) and self.forms[at] in self.arms:
            at += 1
        return at

    def name(self, at: int, joined: bool) -> int:
        """Past a name of words: a place, a definite noun, or a noun and what completes it."""
        word = self.forms[at][1:] if joined else self.forms[at]
        if not joined and at in self.places:
            return self.places[at]
        if word in self.reader.stops or not word.isalpha() or word.isascii() or word.startswith(_JOINED):
            return at
        if word.startswith("ال"):
            return self.reader.end_of_name(at, "yes", joined=joined)
        return self.construct(at, word)

    def construct(self, at: int, word: str) -> int:
        """شهداء أم الأرانب، أحرار الشام: an indefinite noun needs a name or a definite noun after it."""
        if word in self.reader.heads:
            return self.reader.after_head(at + 1)
        following = self.reader.form(at + 1)
        verbal = word.startswith(_VERBAL) and word in self.reader.common
        joined = word.startswith("و") and len(word) > _LONGEST_NUMBER
        if verbal or joined or word.endswith("يه") or following in self.reader.stops:
            return at
        if at + 1 in self.places:
            return self.places[at + 1]
        if following in self.reader.heads:
            return self.reader.after_head(at + 2)
        if following.startswith("ال") and not following.endswith("يه") and following not in self.reader.commonest:
            return at + 2
        return at + (word not in self.reader.common and len(word) > 2 and not word.endswith("ه"))
