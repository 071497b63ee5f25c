"""Which candidate a place name means: rank, containment, country, kind and nearness, added up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

from ..schema import Mention, Place
from .containment import candidates_of
from .gazetteer import Gazetteer, kilometres

_CONTAINED, _CONTAINS, _SAME_COUNTRY, _OTHER_COUNTRY, _CONTRADICTED = 8.0, 6.0, 3.0, -3.0, -8.0
_HOME, _KIND, _WRONG_KIND, _TOO_LARGE, _COUNTRYSIDE = 5.0, 3.0, -5.0, -4.0, 2.0
_HOMONYM, _OFTEN_SHARED, _WITHIN_KM = -14.0, 6, 200.0
_NEAR = ((30.0, 3.0), (100.0, 2.0), (300.0, 1.0))
_LEAST_ABROAD = 6.5
_CITY = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen for a mention (or none), and why."""

    place: Place | None
    reason: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What the text says around its places: mentions, what holds what, the shares of countries, the places chosen."""

    book: Gazetteer
    mentions: Sequence[Mention]
    outer: Mapping[int, int]
    inner: Mapping[int, list[int]]
    shares: Mapping[str, float] = field(default_factory=dict)
    home: str | None = None
    named: frozenset[str] = frozenset()

    def asked(self, index: int) -> str:
        """The kind that a class word asks for; empty where none says more than "area"."""
        slot = self.mentions[index].slots.get("class")
        return str(slot.value) if slot is not None and slot.value != "area" else ""


def choose(scene: Scene, before: Sequence[Choice]) -> list[Choice]:
    """The best candidate of each mention with the reason; what the last pass found settles the ambiguous ones."""
    known = {choice.place.id: choice.place for choice in before if choice.place}
    others = [place for place in known.values() if scene.book.level(place.kind) > 1]
    settled = {index: choice for index, choice in enumerate(before) if choice.place and is_plain(scene, index)}
    near = cache(partial(nearness, others=others))  # an article names the same places again and again
    return [settled.get(index) or best(scene, index, near) for index in range(len(scene.mentions))]


def is_plain(scene: Scene, index: int) -> bool:
    """Whether a name has one candidate only."""
    return len(candidates_of(scene.mentions[index])) == 1


def best(scene: Scene, index: int, near: Callable[[Place], float]) -> Choice:
    """The candidate with the highest score, or None where none is likely."""
    scored = [(*score(scene, index, place, near), place) for place in candidates_of(scene.mentions[index])]
    if not scored:
        return Choice(None, "no table has the name")
    points, reason, place = max(scored, key=lambda each: (each[0], each[2].rank, -scene.book.level(each[2].kind)))
    foreign = scene.home is not None and place.country not in (scene.home, "")
    if points < (_LEAST_ABROAD if foreign else 0):
        return Choice(None, f"unlikely in an article about {scene.home}")
    return Choice(place, reason)


def score(scene: Scene, index: int, place: Place, near: Callable[[Place], float]) -> tuple[float, str]:
    """How well a candidate fits, and the strongest reason."""
    parts = (
        ("chain", chain(scene, index, place)),
        (f"country {place.country}", _HOME * scene.shares.get(place.country, 0.0)),
        ("class word", kind(scene, index, place)),
        ("nearness", near(place)),
    )
    reason, most = max(parts, key=lambda part: part[1])
    return place.rank + sum(points for _, points in parts), reason if most > 1 else "rank"


def chain(scene: Scene, index: int, place: Place) -> float:
    """Whether the places that the text puts around it, or in it, agree."""
    points = 0.0
    if index in scene.outer:
        above = {each.id for each in scene.book.containers(place)}
        points += agreement(place, above, candidates_of(scene.mentions[scene.outer[index]]))
    for inner in scene.inner.get(index, ()):
        inside = candidates_of(scene.mentions[inner])
        if any(place.id in {each.id for each in scene.book.containers(one)} for one in inside):
            points += _CONTAINS
        elif inside and all(one.country != place.country for one in inside):
            points += _OTHER_COUNTRY
    return points


def agreement(place: Place, above: set[str], outer: Sequence[Place]) -> float:
    """How a candidate goes with the candidates of the place said to hold it."""
    if any(each.id in above for each in outer):
        return _CONTAINED
    if not outer:
        return 0.0
    near = any(each.country == place.country and kilometres(place, each) < _WITHIN_KM for each in outer)
    unlocated = any(each.country == place.country and each.kind == "country" for each in outer)
    if near or unlocated:
        return _SAME_COUNTRY
    return _HOMONYM if place.rank <= _OFTEN_SHARED else _CONTRADICTED


def kind(scene: Scene, index: int, place: Place) -> float:
    """Whether it is of the kind that the class word asks for."""
    slot = scene.mentions[index].slots.get("class")
    if slot is None or slot.start == scene.mentions[index].start:
        return 0.0
    level = scene.book.level(place.kind)
    if slot.value == "countryside":
        return _COUNTRYSIDE if level in (1, 2) else 0.0
    if slot.value == "area":
        return _TOO_LARGE if level == _CITY and place.country != scene.home else 0.0
    apart = abs(scene.book.level(str(slot.value)) - level)
    return _KIND + (slot.value == place.kind) if not apart else _WRONG_KIND if apart > 1 else 0.0


def nearness(place: Place, others: Sequence[Place]) -> float:
    """Whether other places of the text are near."""
    nearest = min((kilometres(place, other) for other in others if other.id != place.id), default=float("inf"))
    return next((points for limit, points in _NEAR if nearest < limit), 0.0)
