"""The gazetteer: the rows of data/places/ as Places, what lies in what, and which names a row allows here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import asin, cos, radians, sin, sqrt

from ..arabic import fold, readings, short_readings
from ..lexicons import Lexicons
from ..patterns import Match, Patterns
from ..schema import Place, Row

EARTH_RADIUS_KM = 6371.0
_MIDDLE_LEVEL = 4
_FAR = 5.0


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Every place by id, the matcher of their names, the words a name needs before it, the level of a kind."""

    places: Mapping[str, Place]
    names: Patterns
    needs: Mapping[str, tuple[tuple[str, ...], ...]]
    levels: Mapping[str, int]

    def place(self, row: Row) -> Place:
        """The place of a row."""
        return self.places[place_id(row)]

    def containers(self, place: Place) -> tuple[Place, ...]:
        """The places it lies in, nearest first."""
        found: list[Place] = []
        parent = place.parent
        while parent is not None and parent in self.places and len(found) < len(self.levels):
            found.append(self.places[parent])
            parent = found[-1].parent
        return tuple(found)

    def level(self, kind: str) -> int:
        """How fine a kind is, from 0 (country) to 5 (quarter, site)."""
        return self.levels.get(kind, _MIDDLE_LEVEL)

    def allows(self, match: Match, words: Sequence[str]) -> bool:
        """Whether the row's name may be read as a place here: it needs no cue, or one stands just before."""
        needs = self.needs.get(match.row.source)
        return needs is None or any(precedes(need, words, match.start) for need in needs)


@cache
def gazetteer(lexicons: Lexicons) -> Gazetteer:
    """The gazetteer of these lexicons, built when first asked for."""
    rows = lexicons.rows("places/")
    parents = {place_id(row): row.get("parent") for row in rows}
    levels = {row["kind"]: int(row["level"]) for row in lexicons.rows("toponyms/kinds.tsv")}
    needs = {row.source: needs_of(row) for row in rows if row.get("needs")}
    places = {place_id(row): read(row, parents) for row in rows}
    return Gazetteer(places, lexicons.patterns("places/"), needs, levels)


def place_id(row: Row) -> str:
    """The row's id; a user's table may have none, then it is the name."""
    return row.get("id") or row.get("name") or row["pattern"]


def read(row: Row, parents: Mapping[str, str]) -> Place:
    """A row as a Place; its country is the root of its parents, or the file's name."""
    name = row.get("name") or row["pattern"]
    where = number(row.get("lat")), number(row.get("lon"))
    home, parent, rank = country(row, parents), row.get("parent") or None, int(row.get("rank") or 1)
    return Place(place_id(row), name, row.get("name_en"), row.get("kind"), home, parent, *where, rank)


def country(row: Row, parents: Mapping[str, str]) -> str:
    """The row's own ISO code, or that at the root of its parents; empty for what lies in no one country."""
    if row.get("country"):
        return row["country"].upper()
    root, seen = place_id(row), {place_id(row)}
    while parents.get(root) and parents[root] not in seen:
        root = parents[root]
        seen.add(root)
    return root.upper() if len(root) == 2 else ""


def number(cell: str) -> float | None:
    """A cell as a coordinate, None where it is empty."""
    return float(cell) if cell else None


def needs_of(row: Row) -> tuple[tuple[str, ...], ...]:
    """The cues of a row, each as folded words without the article."""
    return tuple(tuple(fold(word) for word in need.split()) for need in row["needs"].split("|") if need)


def precedes(need: Sequence[str], words: Sequence[str], start: int) -> bool:
    """Whether the words just before are those of a cue, with or without proclitic; with ال they announce nothing."""
    before = words[max(0, start - len(need)) : start]
    return len(before) == len(need) and all(map(_same_word, need, before))


def _same_word(wanted: str, word: str) -> bool:
    return word == wanted or any(stem == wanted for _, stem in (*readings(word), *short_readings(word)))


@lru_cache(maxsize=1 << 13)
def bare_forms(word: str) -> frozenset[str]:
    """A folded word and what it may be without proclitics and article."""
    stems = {stem for _, stem in readings(word)}
    return frozenset(stems | {stem[2:] for stem in stems if stem.startswith("ال") and len(stem) > 4})


def kilometres(a: Place, b: Place) -> float:
    """Great-circle distance; infinite where a coordinate is unknown or the places are far apart."""
    if a.lat is None or b.lat is None or abs(a.lat - b.lat) > _FAR:
        return float("inf")
    if a.lon is None or b.lon is None:
        return float("inf")
    lat1, lon1, lat2, lon2 = map(radians, (a.lat, a.lon, b.lat, b.lon))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(half))
