"""Toponym resolution: one place (or none) for each name, and the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from ..arabic import fold
from ..layers import layer, lexicons, words
from ..schema import Location, Mention, Place, Point, Relation
from .candidates import Choice, Scene, choose
from .containment import containers
from .gazetteer import bare_forms, gazetteer
from .home import forget, home, settle, votes
from .names import name_of
from .placecues import cues, word_set
from .points import point
from .relations import relations

_PASSES = 2
_LEAST_LEVEL = 3


@Language.component("newsevents_toponyms", requires=["doc._.places"], assigns=["doc._.locations"])
def toponyms(doc: Doc) -> Doc:
    """Choose a place for each name: first by name and country, then also by the places chosen."""
    forget(doc)
    scene = scene_of(doc)
    chosen: Sequence[Choice] = ()
    for _ in range(_PASSES):
        chosen = choose(with_countries(doc, scene), chosen)
        settle(doc, [choice.place for choice in chosen])
    scene = replace(scene, named=frozenset(choice.place.id for choice in chosen if choice.place))
    related, anchors = relations(doc, scene.mentions)
    doc._.locations = [
        location(doc, scene, index, chosen, (related.get(index), index in anchors))
        for index, choice in enumerate(chosen)
        if choice.place or stands(doc, scene.mentions[index])
    ]
    return doc


def stands(doc: Doc, mention: Mention) -> bool:
    """Whether a name without a place is one by its class word or preposition; else it is another word after all."""
    read, announced = words(doc), mention.slots.get("class")
    start, end = read.position[mention.start], read.position[mention.end]
    itself = cues(doc).at(start, "class")
    if itself is not None and itself.end >= end:
        return False
    if mention.proclitic.endswith("ب") or (announced and announced.row and announced.row["opens"] != "no"):
        return True
    return bool(start) and not word_set(lexicons(doc), "placing").isdisjoint(bare_forms(read.forms[start - 1]))


def scene_of(doc: Doc) -> Scene:
    """The place mentions of a document and what the text says of their containment."""
    mentions = layer(doc, "places")
    outer = containers(doc, mentions)
    inner: dict[int, list[int]] = {}
    for index, container in outer.items():
        inner.setdefault(container, []).append(index)
    return Scene(gazetteer(lexicons(doc)), mentions, outer, inner)


def with_countries(doc: Doc, scene: Scene) -> Scene:
    """The scene with the shares of countries as they stand."""
    counted = votes(doc)
    total = sum(counted.values()) or 1.0
    return replace(scene, shares={country: weight / total for country, weight in counted.items()}, home=home(doc))


def location(
    doc: Doc,
    scene: Scene,
    index: int,
    chosen: Sequence[Choice],
    way: tuple[tuple[Relation, tuple[int, ...]] | None, bool],
) -> Mention:
    """The place mention as a location; a place that a distance counts from says so."""
    mention, place, (related, is_anchor) = scene.mentions[index], chosen[index].place, way
    kind = scene.asked(index) or (place.kind if place else "area")
    reason = f"anchor of a distance; {chosen[index].reason}" if is_anchor else chosen[index].reason
    relation = related[0] if related else None
    around = within(doc, scene, index, chosen)
    value = Location(name_of(doc, mention), kind, place, reason, around, relation, counted(scene, chosen, related))
    return Mention("location", mention.start, mention.end, value, mention.row, mention.proclitic, mention.slots)


def counted(scene: Scene, chosen: Sequence[Choice], related: tuple[Relation, tuple[int, ...]] | None) -> Point | None:
    """The coordinates that a relation gives; none where it counts from a whole province."""
    if related is None:
        return None
    anchors = [place for index in related[1] if (place := chosen[index].place)]
    if any(scene.book.level(place.kind) < _LEAST_LEVEL for place in anchors):
        return None
    return point(related[0], anchors)


def within(doc: Doc, scene: Scene, index: int, chosen: Sequence[Choice]) -> tuple[Place, ...]:
    """The larger places that the text names: along its chain, then among the gazetteer's containers."""
    found = {place.id or fold(place.name): place for place in chain(doc, scene, index, chosen)}
    own = chosen[index].place
    for base in (own, *list(found.values())):
        for place in scene.book.containers(base) if base else ():
            if place.id in scene.named and (own is None or place.name != own.name):
                found.setdefault(place.id, place)
    return tuple(found.values())


def chain(doc: Doc, scene: Scene, index: int, chosen: Sequence[Choice]) -> list[Place]:
    """The places that the text puts around a mention, nearest first."""
    found: list[Place] = []
    at, seen = scene.outer.get(index), {index}
    while at is not None and at not in seen:
        found.append(chosen[at].place or unknown(doc, scene, at))
        seen.add(at)
        at = scene.outer.get(at)
    return found


def unknown(doc: Doc, scene: Scene, index: int) -> Place:
    """A place of the text that no table has, as it can be given in ``within``."""
    name, kind = name_of(doc, scene.mentions[index]), scene.asked(index) or "area"
    return Place("", name, "", kind, scene.home or "", None, None, None, 0)
