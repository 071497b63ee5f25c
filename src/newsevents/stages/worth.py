"""Worth: which frames and events make a record, and the reason why the others do not."""

from __future__ import annotations

from spacy.tokens import Doc

from ..schema import Discard, Event, Frame
from .confidence import confidence
from .facts import acted, armed, counted, day, figures, named, places
from .kinds import family

# Below it an event costs more in precision than it brings in recall (measured on the development sets).
LEAST_SURE = 0.45
# More than one happening has killed; many, in a sentence about the past; a whole people in flight.
_WAR, _MANY, _EXODUS = 1000, 100, 100_000


def left_out(doc: Doc, frame: Frame) -> bool:
    """Totals over a long time are no event; they are kept among the discards."""
    if is_aggregate(frame):
        doc._.discards.extend(Discard(t, "statistic") for t in frame.triggers)
        return True
    return False


def is_aggregate(frame: Frame) -> bool:
    """More dead than one happening has, or many since a day long ago."""
    most = max((t.amount.best or 0 for t in frame.tolls if t.kind in ("killed", "wounded")), default=0)
    fled = max((t.amount.best or 0 for t in frame.tolls if t.kind in ("displaced", "missing")), default=0)
    return most >= _WAR or fled >= _EXODUS or (most >= _MANY and frame.modality == "past")


def sure(doc: Doc, event: Event) -> bool:
    """Whether the event is likelier right than not, nearly; what is dropped is kept with its probability."""
    chance = confidence(event)
    if chance < LEAST_SURE:
        reason = f"too unsure: confidence {chance:.2f}"
        doc._.discards.extend(Discard(f.triggers[0], reason) for f in event.frames)
    return chance >= LEAST_SURE


def tells(doc: Doc, event: Event, body: bool) -> bool:
    """Whether there is enough for a record; what is dropped is kept among the discards with the reason."""
    reason = too_little(event)
    if body and all(f.section == "headline" for f in event.frames):
        reason = "told only in the headline, while the body tells of others"
    if reason:
        doc._.discards.extend(Discard(f.triggers[0], reason) for f in event.frames)
    return not reason


def too_little(event: Event) -> str:
    """The reason why these frames make no event; empty where they do."""
    rich = any(places(f) or f.tolls or f.first("date") or f.first("perpetrator") for f in event.frames)
    if all(f.section == "headline" for f in event.frames) and not rich:
        return "told only in the headline, with no place, date, actor or casualty"
    if all(f.modality == "reaction" for f in event.frames) and not any(f.tolls for f in event.frames):
        return "only condemned, with no casualty"
    if not rich:
        return "no place, date, actor or casualty"
    poor = not any(named(f) or counted(f) or (day(f) and acted(f)) or armed(f) for f in event.frames)
    return "no place and no casualty, and one sentence only" if poor and len(event.frames) == 1 else ""


def sums_up(doc: Doc, event: Event, events: list[Event]) -> bool:
    """A lead that only adds up what is then told place by place."""
    mine = most(event, "killed"), most(event, "wounded")
    if sum(mine) < 2 or any(places(f) for f in event.frames):
        return False
    parts = [e for e in events if e is not event and any(places(f) for f in e.frames) and same_family(e, event)]
    theirs = sum(most(e, "killed") for e in parts), sum(most(e, "wounded") for e in parts)
    if len(parts) < 2 or mine != theirs:
        return False
    doc._.discards.extend(Discard(f.triggers[0], "statistic") for f in event.frames)
    return True


def repeats(doc: Doc, event: Event, events: list[Event]) -> bool:
    """A headline of another story that tells what the body tells, or counts nothing: no event of its own."""
    if any(frame.section != "related" for frame in event.frames):
        return False
    told = set().union(*(figures(f) for e in events if e is not event for f in e.frames if f.section != "related"))
    mine = set().union(*(figures(f) for f in event.frames))
    if mine and not mine <= told:
        return False
    doc._.discards.extend(Discard(f.triggers[0], "told in the body") for f in event.frames)
    return True


def same_family(one: Event, other: Event) -> bool:
    """Whether the first frames of both are of one family of types."""
    return family(one.frames[0].event_type) == family(other.frames[0].event_type)


def most(event: Event, kind: str) -> int:
    """The highest figure an event gives for a kind."""
    return max((t.amount.best or 0 for f in event.frames for t in f.tolls if t.kind == kind), default=0)
