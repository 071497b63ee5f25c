"""Corrected tasks to gold: what ``newsevents evaluate`` reads."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from ..errors import ArticleError
from .task import ACTORS, CASUALTIES, Link, Span, Task, labels, types

logger = logging.getLogger(__name__)

Gold = dict[str, Any]
FIGURES = ("low", "best", "high")


def gold(task: Task) -> Gold:
    """The document in gold's form. Raises ArticleError for a label or a role that nobody knows."""
    unknown = sorted({span.label for span in task.spans} - set(labels()))
    if unknown:
        raise ArticleError(f"{task.id}: no label {unknown[0]!r}; the labels are {', '.join(labels())}")
    triggers = [span for span in task.spans if span.label in types()]
    linked = with_the_only_trigger(task, triggers)
    events = [event(task, trigger, linked) for trigger in triggers]
    return {"id": task.id, "published": task.published, "events": events}


def with_the_only_trigger(task: Task, triggers: list[Span]) -> tuple[Link, ...]:
    """The links; arguments that none has go to the only event, or are left out, which is said."""
    taken = {link.argument for link in task.links}
    loose = [span for span in task.spans if span.label not in types() and span.id not in taken]
    if len(triggers) == 1:
        roles = {"date": "date", "location": "location", "actor": "actor"}
        return (*task.links, *(Link(triggers[0].id, span.id, roles.get(span.label, "casualty")) for span in loose))
    if loose:
        logger.warning("%s: %d spans belong to no event; link each to its trigger", task.id, len(loose))
    return task.links


def event(task: Task, trigger: Span, links: tuple[Link, ...]) -> Gold:
    """The event of a trigger, from the spans that its links lead to."""
    by_id = {span.id: span for span in task.spans}
    spans = [(by_id[link.argument], link.role) for link in links if link.trigger == trigger.id]
    event_type, sub_event_type = types()[trigger.label]
    places = [span for span, _ in spans if span.label == "location"]
    return {
        "event_type": event_type,
        "sub_event_type": sub_event_type,
        "date": day(task, next((span for span, _ in spans if span.label == "date"), trigger)),
        "location": place(task, places[0]) if places else None,
        "other_locations": [place(task, span) for span in places[1:]],
        "actors": [actor(task, span, role) for span, role in spans if span.label == "actor"],
        "casualties": [casualty(task, span) for span, _ in spans if span.label in CASUALTIES],
        "status": trigger.notes.get("status"),
        "evidence": task.words(trigger),
        "span": [trigger.start, trigger.end],
    }


def day(task: Task, span: Span) -> Gold:
    """The day that its notes tell, else the one that its words name."""
    start, end = span.notes.get("start"), span.notes.get("end")
    if start is None and span.label == "date":
        start, end = read_day(task.words(span), task.published)
    return {"start": start, "end": end or start, "span": [span.start, span.end] if span.label == "date" else None}


def read_day(words: str, published: str | None) -> tuple[str | None, str | None]:
    """The first and last day that words name; None where they name none."""
    from .. import api

    found = next((row for row in api.dates(words, published) if row["start"]), None)
    return (str(found["start"]), str(found["end"])) if found else (None, None)


def place(task: Task, span: Span) -> Gold:
    """A place."""
    lat, lon = (float(span.notes[axis]) if axis in span.notes else None for axis in ("lat", "lon"))
    name, country = span.notes.get("name") or task.words(span), span.notes.get("country")
    return {"name": name, "country": country, "lat": lat, "lon": lon, "span": [span.start, span.end]}


def actor(task: Task, span: Span, role: str) -> Gold:
    """An actor in its role."""
    name = span.notes.get("name") or task.words(span)
    told = role if role in ACTORS and role != "actor" else None
    return {"name": name, "type": span.notes.get("type"), "role": told, "span": [span.start, span.end]}


def casualty(task: Task, span: Span) -> Gold:
    """A casualty row: its notes tell the figures, else its words."""
    figures = figures_of(span.notes) if "best" in span.notes else read_figures(task.words(span), span.label)
    words = task.words(span)
    return {"kind": span.label, **figures, "text": words, "span": [span.start, span.end]}


def figures_of(notes: Mapping[str, str]) -> Gold:
    """The figures of notes; what is no number is unknown."""
    figures = {bound: int(notes[bound]) if notes.get(bound, "").isdecimal() else None for bound in FIGURES}
    return {**figures, "victim_type": notes.get("victim_type")}


def read_figures(words: str, kind: str) -> Gold:
    """The figures that words give for a kind of harm; unknown where they give none."""
    from .. import api

    rows = [row for row in api.casualties(words) if row["kind"] == kind]
    return {name: rows[0][name] if rows else None for name in (*FIGURES, "victim_type")}
