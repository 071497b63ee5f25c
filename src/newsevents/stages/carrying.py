"""Carrying: what an event does not say itself, it takes from what was told just before it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc

from ..layers import beginning, layer
from ..schema import Argument, Day, Event, Location
from .choosing import level
from .dates import published
from .facts import names

_SENTENCES = 1
_OWN_DAY = 0.5
_OWN_PLACE = 0.5
_TOWN = 3
_STUB = 5


def before(doc: Doc, event: Event) -> Iterator[Event]:
    """The events told just before this one, the nearest first; background carries nothing on."""
    at = first_sentence(event)
    earlier = [e for e in doc._.events if e is not event and last_sentence(e, at) is not None and not past(e)]
    for other in sorted(earlier, key=lambda e: -(last_sentence(e, at) or 0)):
        if at - (last_sentence(other, at) or 0) <= _SENTENCES:
            yield other


def first_sentence(event: Event) -> int:
    """Where the event is first told in the body."""
    return min((f.sentence for f in event.frames if f.section != "headline"), default=0)


def last_sentence(event: Event, until: int) -> int | None:
    """The last sentence up to that one that tells of the event."""
    return max((f.sentence for f in event.frames if f.sentence <= until and f.section != "headline"), default=None)


def past(event: Event) -> bool:
    """Whether the event is background."""
    return all(frame.modality == "past" for frame in event.frames)


def carried_day(doc: Doc, event: Event) -> Argument | None:
    """The day of the event told before."""
    if past(event):
        return None
    for other in before(doc, event):
        days = [
            a
            for f in other.frames
            if (a := f.first("date")) and a.score > _OWN_DAY and is_day(a) and spreads(doc, event, a)
        ]
        if days:
            return max(days, key=lambda a: a.score)
    return None


def is_day(argument: Argument) -> bool:
    """A date known to the day, and no stretch up to now (منذ ليل الاثنين)."""
    day, row = argument.mention.value, argument.mention.row
    if row and row["means"].startswith("lasting"):
        return False
    return isinstance(day, Day) and day.precision in ("day", "range") and day.start is not None


def spreads(doc: Doc, event: Event, argument: Argument) -> bool:
    """Whether a day holds for what is told after it: the days of the lead and of publication hold on, any other
    only until another town is named or "من جهة أخرى" opens something new."""
    day, frame = argument.mention.value, event.frames[0]
    return (isinstance(day, Day) and day.start in lead_days(doc)) or not (frame.cue or names(frame))


def lead_days(doc: Doc) -> set[date | None]:
    """The day of publication and the days that the headline and the lead name."""
    body = [s for s in doc._.sentences if s.section == "body"]
    long = (n for n, s in enumerate(body) if n and s.end - s.start > _STUB)  # "… الحوثيين.أمس الخميس." is one lead
    end = body[next(long, len(body)) - 1].end if body else 0
    return {published(doc)} | {
        d.value.start for d in beginning(layer(doc, "dates"), 0, end) if isinstance(d.value, Day)
    }


def carried_place(doc: Doc, event: Event) -> Argument | None:
    """The place of the event told before."""
    if past(event):
        return None
    for other in before(doc, event):
        places = [
            a
            for f in other.frames
            for a in f.all("place")
            if a.score > _OWN_PLACE and isinstance(a.mention.value, Location) and level(a.mention) >= _TOWN
        ]
        if places:
            return max(places, key=lambda a: a.score)
    return None
