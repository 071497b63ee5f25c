"""Actors of the tables: where a document names them, and which reading of a name holds there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Doc

from ..layers import layer, lexicons, words
from ..lexicons import Lexicons
from ..patterns import Match, Patterns
from ..schema import Row
from .partycues import named_rows, party_cues
from .placecues import cues

_UNARMED = "civilians"
_NO_PROCLITIC = "س"


@cache
def party_patterns(tables: Lexicons) -> Patterns:
    """The names of actors."""
    return tables.matcher(named_rows(tables))


def party_matches(doc: Doc) -> list[list[Match]]:
    """The homonyms of every actor's name in the text, outside dates; found when first asked for."""
    known = doc.user_data.get("party_matches")
    if isinstance(known, list):
        return known
    position = words(doc).position
    dated = {word for m in layer(doc, "dates") for word in range(position[m.start], position[m.end])}
    found = party_patterns(lexicons(doc)).find_all(words(doc).forms)
    kept = [
        each
        for each in found
        if not each[0].proclitic.endswith(_NO_PROCLITIC)
        and dated.isdisjoint(range(each[0].start, each[0].end))
        and not is_ordinary(doc, each[0])
        and not names_place(doc, each[0])
    ]
    doc.user_data["party_matches"] = kept
    return kept


def is_ordinary(doc: Doc, match: Match) -> bool:
    """Whether words that are no actor hold a part of the name; a longer name wins: إدارة العمليات العسكرية."""
    ordinary = party_cues(doc).matches["parties/ordinary.tsv"]
    touching = (each for each in ordinary if each.start < match.end and match.start < each.end)
    return any(
        not (match.start <= each.start and each.end <= match.end) or each.end - each.start == match.end - match.start
        for each in touching
    )


def names_place(doc: Doc, match: Match) -> bool:
    """Whether a class word makes the name a place's: بلدية طارق بن زياد, حي الثوار."""
    before = cues(doc).before(match.start, "class")
    return before is not None and not match.proclitic and before.row["opens"] in ("always", "yes")


def party_words(doc: Doc) -> set[int]:
    """The words that belong to names of armed or political actors."""
    return {
        word
        for each in party_matches(doc)
        if each[0].row["type"] != _UNARMED
        for word in range(each[0].start, each[0].end)
    }


def reading(homonyms: Sequence[Match], day: date | None, countries: Sequence[str]) -> Match | None:
    """The row that holds on that day: first one for these countries, the likeliest first; then one for any."""
    timely = [match for match in homonyms if during(match.row, day)]
    for country in countries:
        local = [match for match in timely if country in labels(match.row)]
        if local:
            return latest(local)
    general = [match for match in timely if not match.row["label"]]
    return latest(general) if general else None


def latest(matches: Iterable[Match]) -> Match:
    """The first of them whose row has no end, else the first."""
    kept = list(matches)
    return next((match for match in kept if not match.row["until"]), kept[0])


@cache
def _labels(cell: str) -> frozenset[str]:
    return frozenset(cell.replace("|", " ").replace(",", " ").upper().split())


def labels(row: Row) -> frozenset[str]:
    """The countries for which a row's reading holds; empty where it holds anywhere."""
    return _labels(row["label"])


def during(row: Row, day: date | None) -> bool:
    """Whether the row holds on that day; every row does where the day is unknown."""
    if day is None:
        return True
    return first_day(row["from"]) <= day <= last_day(row["until"])


@cache
def first_day(cell: str) -> date:
    """The first day of a date, month or year; the first of all where the cell is empty."""
    parts = [int(part) for part in cell.split("-")] if cell else []
    return date(*(*parts, 1, 1)[:3]) if parts else date.min


@cache
def last_day(cell: str) -> date:
    """The last day of a date, month or year; the last of all where the cell is empty."""
    parts = [int(part) for part in cell.split("-")] if cell else []
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        year, month = parts[0] + parts[1] // 12, parts[1] % 12 + 1
        return date(year, month, 1) - timedelta(1)
    return date(*parts) if parts else date.max
