"""Filling: one value per slot of an event, from the frames that were merged into it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from ..schema import Argument, Day, Event, Location, Mention, Party
from .carrying import carried_day, carried_place
from .casting import ROLES, own_cast
from .choosing import level
from .kinds import decide, told
from .likeness import lies_in, same
from .reportdays import report_day

_PROVINCE, _TOWN, _NEARLY = 1, 3, 0.35
_SURE = 0.5
_OWN = 0.5
_PRECISION = {"day": 0.0, "range": 0.05, "week": 0.3, "month": 0.5, "year": 0.7, "unknown": 0.9}
_HEADLINE = 0.15


def arguments(event: Event, role: str) -> Iterator[Argument]:
    """The arguments in a role, those of the headline a little lower: it has less room for detail."""
    for frame in event.frames:
        for argument in frame.arguments:
            if argument.role == role:
                lower = _HEADLINE if frame.section == "headline" else 0.0
                yield replace(argument, score=argument.score - lower) if lower else argument


def event_type(doc: Doc, event: Event) -> str:
    """The type that all triggers, weapons, targets and casualties together give."""
    triggers = [t for frame in event.frames for t in frame.triggers]
    weapons = [a.mention for a in arguments(event, "weapon")]
    who = [a for role in ROLES for a in arguments(event, role)]
    tolls = [t for frame in event.frames for t in frame.tolls]
    return decide(doc, told(triggers, weapons, who, tolls))


def target_types(event: Event) -> list[str]:
    """The party types of the targets, the surest first."""
    targets = sorted((a for a in own_cast(event) if a.role == "target"), key=lambda a: -a.score)
    return [a.mention.value.type for a in targets if isinstance(a.mention.value, Party)]


def is_background(event: Event) -> bool:
    """All frames tell of the past."""
    return all(frame.modality == "past" for frame in event.frames)


def date_of(doc: Doc, event: Event) -> tuple[Day, Mention | None]:
    """The most precise and best placed date; none: fresh news has the day of publication, precision week."""
    dated = [a for a in arguments(event, "date") if isinstance(a.mention.value, Day)]
    if dated:
        best = day_within(max(dated, key=lambda a: a.score - _PRECISION[a.mention.value.precision]), dated)  # type: ignore[attr-defined]
        if isinstance(best.mention.value, Day):
            return best.mention.value, best.mention
    carried = carried_day(doc, event)
    if carried and isinstance(carried.mention.value, Day):
        return carried.mention.value, carried.mention
    today = report_day(doc)
    if today is None or is_background(event):
        return Day(None, None, "unknown"), None
    return Day(today, today, "week"), None


def day_within(best: Argument, dated: list[Argument]) -> Argument:
    """A day told elsewhere wins over the range, week or month that it lies in."""
    whole = best.mention.value
    if not isinstance(whole, Day) or whole.precision == "day" or not whole.start or not whole.end:
        return best
    inner = [a for a in dated if isinstance(a.mention.value, Day) and a.mention.value.precision == "day"]
    inside = [a for a in inner if a.score > _OWN and whole.start <= a.mention.value.start <= whole.end]  # type: ignore[attr-defined]
    return max(inside, key=lambda a: a.score, default=best)


def places_of(event: Event) -> list[Argument]:
    """The event's places, one entry a place, the chosen one first."""
    ranked = sorted(arguments(event, "place"), key=lambda a: -rank(a))
    found: list[Argument] = []
    for argument in ranked:
        if all(argument.mention.value.name != other.mention.value.name for other in found):  # type: ignore[attr-defined]
            found.append(argument)
    return found


def rank(argument: Argument) -> float:
    """A place's score; borrowed ones and bare countries come last."""
    return argument.score - (1.0 if level(argument.mention) == 0 else 0.0)


def location_of(doc: Doc, event: Event) -> tuple[Argument | None, list[Location], list[Argument]]:
    """The chosen place, the larger places around it, and the other places of the event."""
    found = [a for a in places_of(event) if isinstance(a.mention.value, Location)]
    named = [a for a in found if level(a.mention) > 0]
    if not named:
        carried = carried_place(doc, event)
        return (carried or (found[0] if found else None)), [], []
    chosen = most_specific(named)
    rest = [a for a in named if a is not chosen]
    around = [a.mention.value for a in rest if contains(a, chosen)]
    others = [a for a in rest if a.score > _SURE and not contains(a, chosen) and level(a.mention) >= 3]
    return chosen, around, others  # type: ignore[return-value]


def most_specific(ranked: list[Argument]) -> Argument:
    """The best place, or one that lies inside it and scores nearly as well."""
    best = ranked[0]
    for argument in ranked[1:]:
        if level(argument.mention) > level(best.mention) and (inside(best, argument) or instead(best, argument)):
            best = argument
    return best


def inside(outer: Argument, inner: Argument) -> bool:
    """A place of this event that lies in the chosen one, and does not only say in which direction that is."""
    location = inner.mention.value
    relation = location.relation if isinstance(location, Location) else None
    points = relation is not None and isinstance(location, Location) and relation.anchor == location.name
    return inner.score > _SURE and not points and contains(outer, inner)


def instead(outer: Argument, inner: Argument) -> bool:
    """A town beside a province, nearly as well placed, of the same country or of none known."""
    a, b = outer.mention.value, inner.mention.value
    far = (
        isinstance(a, Location)
        and isinstance(b, Location)
        and a.place
        and b.place
        and a.place.country != b.place.country
    )
    fine = level(outer.mention) <= _PROVINCE and level(inner.mention) >= _TOWN
    return fine and not far and inner.score > outer.score - _NEARLY


def contains(outer: Argument, inner: Argument) -> bool:
    """Whether the outer place is known, by text or gazetteer, to hold the inner one."""
    a, b = outer.mention.value, inner.mention.value
    if not isinstance(a, Location) or not isinstance(b, Location) or level(outer.mention) >= level(inner.mention):
        return False
    return same(a, b) or lies_in(b, a)
