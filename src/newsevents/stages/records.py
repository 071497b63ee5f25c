"""Records: an event as the flat, documented thing that leaves the library."""

from __future__ import annotations

from functools import partial
from hashlib import blake2b
from typing import Any

from spacy.tokens import Doc

from .. import __version__
from ..layers import article, lexicons, text_of
from ..schema import Argument, Event, Location, Party, Place, Record, Row, Toll
from . import filling
from .casting import cast
from .choosing import level
from .confidence import confidence
from .dates import published
from .home import home
from .spans import evidence, span
from .status import status
from .totals import sum_up, typed

SCHEMA_VERSION = "1"
_CIVILIAN = "مدنيون"
_CROWDS = {
    "peaceful_protest": ("متظاهرون", "Protesters", "protesters"),
    "protest_intervention": ("متظاهرون", "Protesters", "protesters"),
    "violent_demonstration": ("محتجون", "Rioters", "rioters"),
}
_NAMELESS = frozenset(("casualties", "bodies", "others", "persons"))


def record(doc: Doc, event: Event) -> Record:
    """The record of one event."""
    kind = type_row(doc, filling.event_type(doc, event))
    given, today = article(doc), published(doc)
    first = event.frames[0].triggers[0]
    date, place = date_field(doc, event), location_field(doc, event)
    weapon = next(filling.arguments(event, "weapon"), None)
    casualties = typed(sum_up(event), filling.target_types(event))
    return Record(
        schema_version=SCHEMA_VERSION,
        extractor_version=__version__,
        event_id=event_id(doc, kind["id"], date, place, first.start),
        doc_id=given.id,
        source_url=given.url,
        publisher=given.publisher,
        title=given.title,
        published=today.isoformat() if today else None,
        event_type=kind["event_type"],
        sub_event_type=kind["sub_event_type"],
        plover=kind["plover"] or None,
        weapon=str(weapon.mention.value) if weapon else None,
        date=date,
        location=place,
        other_locations=tuple(place_fields(doc, other) for other in filling.location_of(doc, event)[2]),
        actors=(
            *map(partial(actor_field, doc), cast(doc, event)),
            *crowd(doc, event),
            *victims(doc, event, casualties),
        ),
        casualties=tuple(casualty_field(doc, toll) for toll in casualties),
        fatalities=fatalities(casualties),
        status=status(doc, event),
        background=filling.is_background(event),
        attribution=attribution(doc, event),
        confidence=confidence(event),
        evidence=tuple(evidence_of(doc, event, casualties)),
        section="related" if all(f.section == "related" for f in event.frames) else "body",
        sentence=sentence(doc, event),
    )


def type_row(doc: Doc, kind: str) -> Row:
    """The row of event_types.tsv for an inner type id."""
    return {row["id"]: row for row in lexicons(doc).rows("event_types.tsv")}[kind]


def event_id(doc: Doc, kind: str, date: dict[str, Any], place: dict[str, Any], trigger: int) -> str:
    """Document id and a hash of type, date, place and trigger offset: the same input gives the same ids."""
    told = f"{kind}|{date['start']}|{place['name']}|{span(doc, trigger, trigger + 1)}"
    digest = blake2b(told.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{article(doc).id or 'article'}:{digest}"


def date_field(doc: Doc, event: Event) -> dict[str, Any]:
    """The record's date."""
    day, mention = filling.date_of(doc, event)
    return {
        "start": day.start.isoformat() if day.start else None,
        "end": day.end.isoformat() if day.end else None,
        "precision": day.precision,
        "time_of_day": day.time_of_day,
        "text": text_of(doc, mention.start, mention.end) if mention else None,
        "span": span(doc, mention.start, mention.end) if mention else None,
    }


def location_field(doc: Doc, event: Event) -> dict[str, Any]:
    """The record's location; a bare country gives the country alone."""
    chosen, around, _ = filling.location_of(doc, event)
    if chosen is None or level(chosen.mention) == 0:
        place = chosen.mention.value.place if chosen else None  # type: ignore[attr-defined]
        return {**EMPTY_PLACE, "within": [], "country": (place.country if place else None) or home(doc)}
    fields = place_fields(doc, chosen)
    fields["within"] = list(dict.fromkeys([*fields["within"], *(a.name for a in around)]))
    return fields


EMPTY_PLACE: dict[str, Any] = {
    "name": None, "canonical_ar": None, "canonical_en": None, "span": None, "within": [], "country": None,
    "admin1": None, "lat": None, "lon": None, "geo_precision": None, "gazetteer": None, "gazetteer_id": None,
    "relation": None,
}  # fmt: skip


def place_fields(doc: Doc, argument: Argument) -> dict[str, Any]:
    """A location as RECORD describes it."""
    location = argument.mention.value
    if not isinstance(location, Location):
        return dict(EMPTY_PLACE)
    place, around = location.place, next((p for p in location.within if p.lat is not None), None)
    point = place if place and place.lat is not None else around
    relation = location.relation
    return {
        "name": location.name,
        "canonical_ar": place.name if place else None,
        "canonical_en": place.name_en if place else None,
        "span": span(doc, argument.mention.start, argument.mention.end),
        "within": [p.name for p in location.within if p.kind != "country"],
        "country": place.country if place else (around.country if around else home(doc)),
        "admin1": admin1(place, location.within),
        "lat": point.lat if point else None,
        "lon": point.lon if point else None,
        "geo_precision": precision(argument, place),
        "gazetteer": "newsevents" if place else None,
        "gazetteer_id": place.id if place else None,
        "relation": {"distance_km": relation.distance_km, "bearing": relation.bearing, "anchor": relation.anchor}
        if relation
        else None,
    }


def admin1(place: Place | None, within: tuple[Place, ...]) -> str | None:
    """The English name of the first-level unit."""
    return next((p.name_en for p in (*((place,) if place else ()), *within) if p.kind == "admin1"), None)


def precision(argument: Argument, place: Place | None) -> int:
    """1 the named town or nearer, 2 near it or a place that no table has, 3 a region only (ACLED's scale)."""
    if place is None:
        return 2
    return 3 if level(argument.mention) <= 2 else 1


def actor_field(doc: Doc, argument: Argument) -> dict[str, Any]:
    """An actor as RECORD describes it."""
    party = argument.mention.value
    if not isinstance(party, Party):
        return {}
    return {
        "name": party.name,
        "canonical_ar": party.canonical_ar,
        "canonical_en": party.canonical_en,
        "id": party.id,
        "role": argument.role,
        "type": party.type,
        "country": party.country,
        "span": span(doc, argument.mention.start, argument.mention.end),
    }


def crowd(doc: Doc, event: Event) -> list[dict[str, Any]]:
    """A protest has protesters, a riot rioters, also where no word but the act names them."""
    kind = _CROWDS.get(filling.event_type(doc, event))
    if kind is None or any(a.role == "perpetrator" for a in cast(doc, event)):
        return []
    name, english, type_ = kind
    trigger = event.frames[0].triggers[0]
    return [
        {
            "name": name,
            "canonical_ar": name,
            "canonical_en": english,
            "id": type_,
            "role": "perpetrator",
            "type": type_,
            "country": None,
            "span": span(doc, trigger.start, trigger.end),
        }
    ]


def victims(doc: Doc, event: Event, tolls: list[Toll]) -> list[dict[str, Any]]:
    """Civilians killed, wounded or taken are a side too, where no named target of theirs is there."""
    if any(a.role == "target" and civil(a) for a in cast(doc, event)):
        return []
    told = [t for t in tolls if t.victim_type == "civilians" and t.amount.best != 0 and t.group not in _NAMELESS]
    return [
        {
            "name": toll.victims,
            "canonical_ar": _CIVILIAN,
            "canonical_en": "Civilians",
            "id": "civilians",
            "role": "target",
            "type": "civilians",
            "country": None,
            "span": span(doc, toll.start, toll.end),
        }
        for toll in told[:1]
    ]


def civil(argument: Argument) -> bool:
    """Whether the party is civilians."""
    return isinstance(argument.mention.value, Party) and argument.mention.value.type == "civilians"


def casualty_field(doc: Doc, toll: Toll) -> dict[str, Any]:
    """A casualty row as RECORD describes it."""
    return {
        "kind": toll.kind,
        "low": toll.amount.low,
        "best": toll.amount.best,
        "high": toll.amount.high,
        "vague": toll.amount.vague,
        "toll": toll.toll,
        "victims": toll.victims,
        "victim_type": toll.victim_type,
        "side": toll.side,
        "of_whom": [{"group": group, "count": count} for group, count in toll.of_whom],
        "text": text_of(doc, toll.start, toll.end),
        "span": span(doc, toll.start, toll.end),
    }


def fatalities(tolls: list[Toll]) -> dict[str, int | None]:
    """All killed together: what is counted is added up, what is not leaves the upper bound open; None: nothing said."""
    killed = [t.amount for t in tolls if t.kind == "killed"]
    highs = [amount.high for amount in killed]
    return {
        "low": added([amount.low for amount in killed]),
        "best": added([amount.best for amount in killed]),
        "high": None if None in highs else added(highs),
    }


def added(figures: list[int | None]) -> int | None:
    """The sum of the figures that are known; None where none is."""
    known = [figure for figure in figures if figure is not None]
    return sum(known) if known else None


def attribution(doc: Doc, event: Event) -> dict[str, Any] | None:
    """Who says so: the source of the first frame that has one."""
    source = next((f.source for f in event.frames if f.source), None)
    if source is None:
        return None
    kind = source.row.get("kind") if source.row else None
    return {"name": text_of(doc, source.start, source.end), "kind": kind, "span": span(doc, source.start, source.end)}


def evidence_of(doc: Doc, event: Event, tolls: list[Toll]) -> list[dict[str, Any]]:
    """The words of every slot, with the row that decided."""
    found = [evidence(doc, "event_type", t.start, t.end, t.source) for f in event.frames for t in f.triggers]
    mention = filling.date_of(doc, event)[1]
    if mention:
        found.append(evidence(doc, "date", mention.start, mention.end, mention.source))
    chosen = filling.location_of(doc, event)[0]
    if chosen:
        found.append(evidence(doc, "location", chosen.mention.start, chosen.mention.end, chosen.mention.source))
    for a in cast(doc, event):
        found.append(evidence(doc, f"actors.{a.role}", a.mention.start, a.mention.end, a.rule))
    found += [evidence(doc, f"casualties.{t.kind}", t.start, t.end, t.rule) for t in tolls]
    return found


def sentence(doc: Doc, event: Event) -> str:
    """The sentence that tells most."""
    best = max(event.frames, key=lambda f: (f.section != "headline", len(f.arguments) + 2 * len(f.tolls)))
    bounds = doc._.sentences[best.sentence]
    return text_of(doc, bounds.start, bounds.end).strip()
