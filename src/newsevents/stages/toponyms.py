"""Toponym resolution: one place (or none) for each name, and the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from ..arabic import fold
from ..layers import layer, lexicons
from ..schema import Location, Mention, Place, Relation
from .containment import candidates_of, containers
from .gazetteer import Gazetteer, gazetteer, kilometres
from .home import home, settle, votes
from .names import name_of
from .relations import relations

_CONTAINED, _CONTAINS, _SAME_COUNTRY, _OTHER_COUNTRY = 8.0, 6.0, 3.0, -3.0
_HOME, _KIND, _WRONG_KIND, _CHOSEN_BEFORE = 5.0, 3.0, -5.0, 3.0
_NEAR = ((30.0, 3.0), (100.0, 2.0), (300.0, 1.0))
_LEAST_ABROAD = 5.5
_PASSES = 2
_ANY_KIND = frozenset({"area", "countryside"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What the text says around its places: mentions, their containers, the shares of countries."""

    book: Gazetteer
    mentions: Sequence[Mention]
    outer: Mapping[int, int]
    inner: Mapping[int, list[int]]
    shares: Mapping[str, float]
    home: str | None


@Language.component("newsevents_toponyms", requires=["doc._.places"], assigns=["doc._.locations"])
def toponyms(doc: Doc) -> Doc:
    """Choose a place for each name."""
    chosen: dict[int, tuple[Place | None, str]] = {}
    for _ in range(_PASSES):
        scene = scene_of(doc)
        chosen = choose(scene, {i: place for i, (place, _) in chosen.items() if place})
        settle(doc, {i: place for i, (place, _) in chosen.items()})
    related, anchors = relations(doc, scene.mentions)
    doc._.locations = [
        location(doc, scene, index, chosen, (related.get(index), index in anchors)) for index in range(len(scene.mentions))
    ]
    return doc


def scene_of(doc: Doc) -> Scene:
    """The place mentions of a document and what links them."""
    mentions = layer(doc, "places")
    outer = containers(doc, mentions)
    inner: dict[int, list[int]] = {}
    for index, container in outer.items():
        inner.setdefault(container, []).append(index)
    counted = votes(doc)
    total = sum(counted.values()) or 1.0
    shares = {country: weight / total for country, weight in counted.items()}
    return Scene(gazetteer(lexicons(doc)), mentions, outer, inner, shares, home(doc))


def choose(scene: Scene, known: Mapping[int, Place]) -> dict[int, tuple[Place | None, str]]:
    """The best candidate of each mention with the reason, given the places known so far."""
    return {index: best(scene, index, known) for index in range(len(scene.mentions))}


def best(scene: Scene, index: int, known: Mapping[int, Place]) -> tuple[Place | None, str]:
    """The candidate with the highest score, or None where none is likely."""
    scored = [(*score(scene, index, place, known), place) for place in candidates_of(scene.mentions[index])]
    if not scored:
        return None, "no table has the name"
    points, reason, place = max(scored, key=lambda each: (each[0], each[2].rank, -scene.book.level(each[2].kind)))
    foreign = scene.home is not None and place.country not in (scene.home, "")
    if points < (_LEAST_ABROAD if foreign else 0):
        return None, f"unlikely in an article about {scene.home}"
    return place, reason


def score(scene: Scene, index: int, place: Place, known: Mapping[int, Place]) -> tuple[float, str]:
    """How well a candidate fits, and the strongest reason."""
    parts = {
        "rank": float(place.rank),
        "chain": chain(scene, index, place),
        f"country {place.country}": _HOME * scene.shares.get(place.country, 0.0),
        "class word": kind(scene, index, place),
        "nearness": nearness(scene, index, place, known),
    }
    reasons = {name: points for name, points in parts.items() if name != "rank" and points > 1}
    return sum(parts.values()), max(reasons, key=lambda name: reasons[name], default="rank")


def chain(scene: Scene, index: int, place: Place) -> float:
    """Whether the places that the text puts around it, or in it, agree."""
    points = 0.0
    above = {each.id for each in scene.book.containers(place)}
    if index in scene.outer:
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
    return _SAME_COUNTRY if any(each.country == place.country for each in outer) else _OTHER_COUNTRY


def kind(scene: Scene, index: int, place: Place) -> float:
    """Whether it is of the kind that the class word asks for."""
    mention = scene.mentions[index]
    asked = mention.slots.get("class")
    if asked is None or asked.value in _ANY_KIND or asked.start == mention.start:
        return 0.0
    apart = abs(scene.book.level(str(asked.value)) - scene.book.level(place.kind))
    return _KIND + (asked.value == place.kind) if not apart else _WRONG_KIND if apart > 1 else 0.0


def nearness(scene: Scene, index: int, place: Place, known: Mapping[int, Place]) -> float:
    """Whether other places of the text are near; the same name chosen before counts too."""
    if not known:
        return 0.0
    others = [other for i, other in known.items() if i != index and other.id != place.id and scene.book.level(other.kind) > 1]
    nearest = min((kilometres(place, other) for other in others), default=float("inf"))
    return next((points for limit, points in _NEAR if nearest < limit), 0.0)


def location(
    doc: Doc, scene: Scene, index: int, chosen: Mapping[int, tuple[Place | None, str]], tie: tuple[Relation | None, bool]
) -> Mention:
    """The place mention as a location."""
    mention, (place, reason), (relation, is_anchor) = scene.mentions[index], chosen[index], tie
    asked = mention.slots.get("class")
    said = str(asked.value) if asked is not None and asked.value != "area" else ""
    value = Location(
        name_of(doc, mention), said or (place.kind if place else "area"), place,
        f"anchor of a distance; {reason}" if is_anchor else reason, within(doc, scene, index, chosen), relation,
    )  # fmt: skip
    return Mention("location", mention.start, mention.end, value, mention.row, mention.proclitic, mention.slots)


def within(
    doc: Doc, scene: Scene, index: int, chosen: Mapping[int, tuple[Place | None, str]]
) -> tuple[Place, ...]:
    """The larger places that the text names: along its chain, then among the gazetteer's containers."""
    found: dict[str, Place] = {}
    at, seen = scene.outer.get(index), {index}
    while at is not None and at not in seen:
        place = chosen[at][0] or unknown(doc, scene, at)
        found.setdefault(place.id or fold(place.name), place)
        seen.add(at)
        at = scene.outer.get(at)
    own = chosen[index][0]
    named = {place.id for place, _ in chosen.values() if place}
    for base in (own, *list(found.values())):
        for place in scene.book.containers(base) if base else ():
            if place.id in named and (own is None or place.name != own.name):
                found.setdefault(place.id, place)
    return tuple(found.values())


def unknown(doc: Doc, scene: Scene, index: int) -> Place:
    """A place of the text that no table has, as it can be given in ``within``."""
    asked = scene.mentions[index].slots.get("class")
    return Place("", name_of(doc, scene.mentions[index]), "", str(asked.value) if asked else "area", scene.home or "", None, None, None, 0)
