"""When and where: the date and the place that a frame's trigger governs."""

from __future__ import annotations

from spacy.tokens import Doc

from ..layers import beginning, layer, words
from ..schema import Argument, Day, Location, Mention
from .clauses import Clause
from .connectives import connectives
from .dates import published
from .elsewhere import elsewhere, is_no_scene, is_told_of
from .reportdays import reported

LEVELS = {
    "country": 0, "region": 1, "admin1": 1, "desert": 1, "sea": 1, "admin2": 2, "admin3": 3, "island": 2, "river": 2,
    "countryside": 2, "city": 3, "mountain": 4, "valley": 4, "town": 4, "village": 5, "camp": 5, "base": 5, "port": 5,
    "airport": 5, "crossing": 5, "oilfield": 5, "front": 5, "road": 4, "checkpoint": 6, "quarter": 6, "facility": 6,
    "junction": 6,
}  # fmt: skip


_LONGEST_NAME = 30
_TOLD_OF = 0.3
_POINTING = 4
_ASIDE = 4


def date_of(doc: Doc, clause: Clause) -> Argument | None:
    """The best date of the clause: not in the future, near the trigger, not the day of the report."""
    usable = [d for d in beginning(layer(doc, "dates"), clause.start, clause.end) if is_past(doc, clause, d)]
    ranked = sorted((Argument("date", d, date_score(doc, clause, d), d.source) for d in usable), key=lambda a: -a.score)
    return ranked[0] if ranked else None


def is_past(doc: Doc, clause: Clause, mention: Mention) -> bool:
    """Whether the day can be that of an event: known or relative, not after publication, not "since", and
    no bare year in fresh news: that is somebody's biography."""
    day = mention.value
    if not isinstance(day, Day) or (mention.row and mention.row.get("means") == "since"):
        return False
    today = published(doc)
    if day.start and today and day.start > today:
        return False
    return (
        day.precision != "year"
        or clause.background
        or (today is not None and day.start == today.replace(month=1, day=1))
    )


def date_score(doc: Doc, clause: Clause, mention: Mention) -> float:
    """Nearness to a trigger, less for a date right behind a verb of saying, more for a day than a month."""
    position = words(doc).position
    gap = min(
        abs(position[mention.start] - position[t.end])
        if mention.start >= t.end
        else position[t.start] - position[mention.end]
        for t in clause.triggers
    )
    score = 1.0 - 0.02 * max(gap, 0)
    if reported(doc, clause, mention):
        score -= 0.4
    if aside(doc, clause, mention):
        score -= 0.3
    day = mention.value
    return score - (0.2 if isinstance(day, Day) and day.precision in ("month", "year", "unknown") else 0.0)


def aside(doc: Doc, clause: Clause, mention: Mention) -> bool:
    """ "القاعدة التي استعادها الثوار قبل يومين شهدت مواجهات": a day in a relative clause before the trigger."""
    if mention.start > clause.triggers[0].start:
        return False
    position, forms = words(doc).position, words(doc).forms
    at = position[mention.start]
    return not connectives(doc, "relative").isdisjoint(forms[max(at - _ASIDE, position[clause.start]) : at])


def places_of(doc: Doc, clause: Clause, start: int, end: int) -> list[Argument]:
    """The locations between these tokens, best first; those inside actors, sources and datelines are none."""
    found = [
        Argument("place", place, place_score(doc, clause, place), reason(place))
        for place in beginning(layer(doc, "locations"), start, end)
        if not is_no_scene(doc, place)
    ]
    return sorted(found, key=lambda a: (-a.score, a.mention.start))


def reason(place: Mention) -> str:
    """Why toponym resolution chose the place."""
    return place.value.reason if isinstance(place.value, Location) else ""


def only_points(doc: Doc, place: Mention) -> bool:
    """ "ولاية عين الدفلى جنوب غرب العاصمة": behind another place and a direction, the name only says where that is."""
    location, position = place.value, words(doc).position
    if not isinstance(location, Location) or location.relation is None or location.relation.anchor != location.name:
        return False
    before = beginning(layer(doc, "locations"), place.start - _LONGEST_NAME, place.start)
    return any(0 < position[place.start] - position[other.end] <= _POINTING for other in before)


def came_from(doc: Doc, before: list[str]) -> bool:
    """ "تعزيزات من بنغازي" left the place; "بالقرب من بنغازي" is at it."""
    near = len(before) > 1 and before[-2] in connectives(doc, "near")
    return before[-1] in connectives(doc, "from") and not near


def level(place: Mention) -> int:
    """How specific: 0 a country … 6 a quarter or a building; names no table has count by their class word."""
    location = place.value
    if not isinstance(location, Location):
        return 0
    return LEVELS.get(location.kind, 4)


def place_score(doc: Doc, clause: Clause, place: Mention) -> float:
    """Specific over general, behind a preposition of place over bare, near the trigger over far."""
    position = words(doc).position
    gaps = [position[place.start] - position[t.end] for t in clause.triggers]
    nearest = min((gap if gap >= 0 else -gap + 4 for gap in gaps), default=10)
    score = 1.0 + 0.06 * level(place) - 0.015 * min(nearest, 40) - elsewhere(doc, place)
    before = words(doc).forms[max(position[place.start] - 3, 0) : position[place.start]]
    if before and (before[-1] in connectives(doc, "towards") or came_from(doc, before)):
        score -= 0.4
    if reason(place).startswith("anchor") or only_points(doc, place):
        score -= 0.5
    if place.proclitic.endswith("ب") or any(
        w.lstrip("و") in connectives(doc, "in") or w.startswith("ب") for w in before
    ):
        score += 0.25
    return score + (_TOLD_OF if is_told_of(doc, clause, place) else 0.0)
