"""Where, as RECORD describes it: the event's location and the other places it names."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from spacy.tokens import Doc

from ..layers import lexicons
from ..schema import Argument, Event, Location, Mention, Place, Relation
from . import filling
from .choosing import level
from .gazetteer import gazetteer
from .home import countries_at, home
from .spans import span

EMPTY_PLACE: dict[str, Any] = {
    "name": None, "canonical_ar": None, "canonical_en": None, "span": None, "within": [], "country": None,
    "admin1": None, "lat": None, "lon": None, "geo_precision": None, "gazetteer": None, "gazetteer_id": None,
    "relation": None, "radius_km": None,
}  # fmt: skip


def location_field(doc: Doc, event: Event) -> dict[str, Any]:
    """The record's location; a bare country gives the country alone."""
    chosen, around, _ = filling.location_of(doc, event)
    if chosen is None or level(chosen.mention) == 0:
        place = chosen.mention.value.place if chosen else None  # type: ignore[attr-defined]
        return {**EMPTY_PLACE, "within": [], "country": (place.country if place else None) or home(doc)}
    located = located_of(event, chosen)
    relation = located.relation
    fields = {**place_fields(doc, chosen), **computed(located)}
    anchors = [relation.anchor] if relation and relation.other is None and relation.anchor != located.name else []
    fields["within"] = list(dict.fromkeys([*fields["within"], *(a.name for a in around), *anchors]))
    fields["relation"] = relation_field(relation)
    return fields


def other_fields(doc: Doc, event: Event) -> tuple[dict[str, Any], ...]:
    """The other places of the event, but for the one its place is counted from."""
    chosen, _, others = filling.location_of(doc, event)
    relation = located_of(event, chosen).relation if chosen else None
    anchors = (relation.anchor, relation.other) if relation else ()
    fields = (place_fields(doc, other) for other in others)
    return tuple(f for f in fields if f["name"] not in anchors)


def located_of(event: Event, chosen: Argument) -> Location:
    """The event's place; where its frames say "80 km west of القطرون" of it, the mention that they say it of."""
    named = [chosen, *(a for a in filling.arguments(event, "place") if name(a) == name(chosen))]
    same = [a.mention.value for a in named if isinstance(a.mention.value, Location)]
    return next((place for place in same if place.relation), same[0])


def computed(located: Location) -> dict[str, Any]:
    """The coordinates that a distance gives, where the place has none of its own or is the one that it counts from."""
    point, relation, place = located.point, located.relation, located.place
    if (
        point is None
        or relation is None
        or (place and place.lat and located.name not in (relation.anchor, relation.other))
    ):
        return {}
    return {"lat": point.lat, "lon": point.lon, "geo_precision": 2, "radius_km": point.radius_km}


def name(argument: Argument) -> str:
    """The name of a place as written."""
    return argument.mention.value.name if isinstance(argument.mention.value, Location) else ""


def relation_field(relation: Relation | None) -> dict[str, Any] | None:
    """Distance, bearing and anchor as plain values."""
    if relation is None:
        return None
    return asdict(relation)


def place_fields(doc: Doc, argument: Argument) -> dict[str, Any]:
    """A location as RECORD describes it."""
    location = argument.mention.value
    if not isinstance(location, Location):
        return dict(EMPTY_PLACE)
    place, around = location.place, next((p for p in location.within if p.lat is not None), None)
    point = place if place and place.lat is not None else around
    return {
        "name": location.name,
        "canonical_ar": place.name if place else None,
        "canonical_en": place.name_en if place else None,
        "span": span(doc, argument.mention.start, argument.mention.end),
        "within": [p.name for p in location.within if p.kind != "country"],
        "country": country(doc, argument.mention, around),
        "admin1": admin1(doc, place, location.within),
        "lat": point.lat if point else None,
        "lon": point.lon if point else None,
        "geo_precision": precision(argument, place),
        "gazetteer": "newsevents" if place else None,
        "gazetteer_id": place.id if place else None,
        "relation": relation_field(location.relation),
        "radius_km": None,
    }


def country(doc: Doc, mention: Mention, around: Place | None) -> str | None:
    """The country of a place, of what holds it, of its paragraph's other names, else of the article."""
    location = mention.value
    known = location.place if isinstance(location, Location) else None
    named = next((place.country for place in (known, around) if place and place.country), None)
    return named or next(iter(countries_at(doc, mention.start)), None)


def admin1(doc: Doc, place: Place | None, within: tuple[Place, ...]) -> str | None:
    """The English name of the first-level unit, by the gazetteer or by the text."""
    known = (place, *gazetteer(lexicons(doc)).containers(place)) if place else ()
    return next((p.name_en for p in (*known, *within) if p.kind == "admin1"), None)


def precision(argument: Argument, place: Place | None) -> int:
    """1 the named town or nearer, 2 near it or a place that no table has, 3 a region only (ACLED's scale)."""
    if place is None:
        return 2
    return 3 if level(argument.mention) <= 2 else 1
