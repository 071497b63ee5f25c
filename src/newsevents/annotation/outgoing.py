"""Articles and their events to tasks for annotators."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping

from ..flat import Fields
from ..schema import Article, Record
from .task import ACTORS, Link, Span, Task, types

logger = logging.getLogger(__name__)

Bounds = tuple[int, int]
Argument = tuple[str, str, Bounds, dict[str, str]]  # label, role, bounds, notes


def task(article: Article, records: Iterable[Record]) -> Task:
    """The task of an article; spans that two events share stand once."""
    spans: dict[object, Span] = {}
    links: list[Link] = []
    for record in records:
        bounds = anchor(record)
        if bounds is None:
            logger.warning("%s: no words of the event %s stand in the text; left out", article.id, record.event_id)
            continue
        trigger = Span(f"T{len(spans) + 1}", label(record), *bounds, trigger_notes(record))
        spans[record.event_id, len(spans)] = trigger
        for name, role, (start, end), notes in arguments(record):
            key = (name, start, end, tuple(notes.items()))
            span = spans.setdefault(key, Span(f"T{len(spans) + 1}", name, start, end, notes))
            links.append(Link(trigger.id, span.id, role))
    published = article.published.isoformat() if article.published else None
    return Task(article.id or "article", article.text, published, tuple(spans.values()), tuple(links))


def label(record: Record) -> str:
    """The trigger label of an event: the id that has its types."""
    wanted = (record.event_type, record.sub_event_type)
    return next((name for name, found in types().items() if found == wanted), record.sub_event_type)


def anchor(record: Record) -> Bounds | None:
    """Where the event's trigger stands; else the first of its words that stand in the text."""
    entries = sorted(record.evidence, key=lambda entry: entry["slot"] != "event_type")
    return next(filter(None, map(bounds_of, entries)), None)


def bounds_of(fields: Fields) -> Bounds | None:
    """The span of a field as bounds; None where it has none."""
    match fields.get("span"):
        case [int(start), int(end)] if start < end:
            return start, end
    return None


def arguments(record: Record) -> Iterator[Argument]:
    """The arguments of an event whose words stand in the text."""
    if bounds := bounds_of(record.date):
        yield "date", "date", bounds, known(record.date, "start", "end")
    if bounds := bounds_of(record.location):
        yield "location", "location", bounds, known(record.location, "name", "country", "lat", "lon")
    for actor in record.actors:
        if bounds := bounds_of(actor):
            role = str(actor.get("role"))
            yield "actor", role if role in ACTORS else "actor", bounds, known(actor, "name", "type")
    for row in record.casualties:
        if bounds := bounds_of(row):
            yield str(row["kind"]), "casualty", bounds, casualty_notes(row)


def trigger_notes(record: Record) -> dict[str, str]:
    """What the event has no words for: a day that the text does not name, a status."""
    undated = known(record.date, "start", "end") if bounds_of(record.date) is None else {}
    return {**undated, "status": record.status}


def casualty_notes(row: Fields) -> dict[str, str]:
    """The figures; "best=?" says that the words give none."""
    return {"best": "?", **known(row, "low", "best", "high", "victim_type")}


def known(fields: Mapping[str, object], *names: str) -> dict[str, str]:
    """The fields that have a value, as notes."""
    found = {name: fields.get(name) for name in names}
    return {name: " ".join(str(value).replace(";", ",").split()) for name, value in found.items() if value is not None}
