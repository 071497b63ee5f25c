"""Records: an event as the flat, documented thing that leaves the library."""

from __future__ import annotations

from functools import cache, partial
from hashlib import blake2b
from typing import Any

from spacy.tokens import Doc

from .. import __version__
from ..layers import article, lexicons, text_of
from ..lexicons import Lexicons
from ..schema import Event, Record, Row, Toll
from . import filling
from .casting import cast
from .confidence import confidence
from .dates import published
from .partyfields import actor_field, casualty_field, crowd, fatalities, victims, with_side
from .placefields import location_field, other_fields
from .spans import evidence, span
from .status import status
from .totals import sum_up, typed

SCHEMA_VERSION = "1"


def record(doc: Doc, event: Event) -> Record:
    """The record of one event."""
    kind = type_row(doc, filling.event_type(doc, event))
    given, today = article(doc), published(doc)
    first = event.frames[0].triggers[0]
    date, place = date_field(doc, event), location_field(doc, event)
    weapon = next(filling.arguments(event, "weapon"), None)
    parties = cast(doc, event)
    casualties = typed(event, sum_up(event))
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
        other_locations=other_fields(doc, event),
        actors=(
            *map(partial(actor_field, doc), parties),
            *crowd(doc, event),
            *victims(doc, event, casualties),
        ),
        casualties=tuple(casualty_field(doc, with_side(toll, parties)) for toll in casualties),
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
    return type_rows(lexicons(doc))[kind]


@cache
def type_rows(tables: Lexicons) -> dict[str, Row]:
    """The rows of event_types.tsv by id."""
    return {row["id"]: row for row in tables.rows("event_types.tsv")}


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


def attribution(doc: Doc, event: Event) -> dict[str, Any] | None:
    """Who says so: the source of the first frame that has one."""
    source = next((f.source for f in event.frames if f.source), None)
    if source is None:
        return None
    return {
        "name": text_of(doc, source.start, source.end),
        "kind": source.value,
        "span": span(doc, source.start, source.end),
    }


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
