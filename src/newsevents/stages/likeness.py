"""Likeness: what speaks for and against two frames telling of one happening."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from spacy.tokens import Doc

from ..arabic import fold
from ..layers import lexicons, words
from ..lexicons import Lexicons
from ..schema import Event, Frame, Location
from .facts import day, earlier_toll, exact, figures, finest, harm_only, in_role, names, party_names, period, places
from .kinds import family

# What pulls frames together and pushes them apart; chosen on the development sets by tools/tune_merge.py.
WEIGHTS = {
    "next": 0.2, "headline": 0.3, "far": 0.5, "detail": 0.3, "place": 0.5, "toll": 0.6, "update": 0.5,
    "other toll": 0.0,
    "parties": 0.2, "reference": 0.3, "other kind": -0.4, "new": -1.0,
}  # fmt: skip
_MOST = 16
# Burning, looting and entering inside an attack belong to the attack (the guide, "One event").
_ACCESSORY = frozenset(("destruction", "other", "raid"))
# Acts that nobody dies or is wounded of: casualties told in another sentence are of something else.
_BLOODLESS = frozenset(("arrest", "agreement", "change", "transfer", "base"))
_SPECIFIC = frozenset(("air_strike", "shelling", "ied", "suicide_bomb", "grenade", "chemical", "armed_clash", "attack",
                       "gov_regains", "nonstate_overtakes", "sexual_violence"))  # fmt: skip
_COMPATIBLE = (
    {"armed_clash", "gov_regains"}, {"armed_clash", "nonstate_overtakes"}, {"armed_clash", "attack"},
    {"armed_clash", "ied"}, {"attack", "suicide_bomb"}, {"attack", "ied"},
    {"suicide_bomb", "ied"}, {"armed_clash", "suicide_bomb"},
    {"air_strike", "attack"}, {"shelling", "attack"}, {"gov_regains", "nonstate_overtakes"}, {"air_strike", "shelling"},
)  # fmt: skip


def affinity(doc: Doc, frame: Frame, event: Event) -> float:
    """How well a frame fits an event: -1 where anything contradicts, else the sum of what pulls together."""
    told = telling(event)
    for other in told:
        for contradicts in CONTRADICTIONS:
            if contradicts(frame, other):
                return -1.0
    pull = max(sum(pulls(doc, frame, other) for pulls in PULLS) for other in told)
    return pull + (WEIGHTS["new"] if frame.cue == "new" else 0.0)


def telling(event: Event) -> tuple[Frame, ...]:
    """The frames to compare with: all, or of very many the first and the last, so that time stays linear."""
    return event.frames if len(event.frames) <= _MOST else (*event.frames[: _MOST // 2], *event.frames[-_MOST // 2 :])


def other_section(frame: Frame, other: Frame) -> bool:
    """Headlines of other stories never mix with this one."""
    return (frame.section == "related") != (other.section == "related")


def other_kind(frame: Frame, other: Frame) -> bool:
    """Arrest, abduction, protest, attack and the rest are different happenings."""
    a, b = family(frame.event_type), family(other.event_type)
    if harm_only(frame) or harm_only(other):
        apart = frame.sentence != other.sentence and "headline" not in (frame.section, other.section)
        return apart and bool({a, b} & _BLOODLESS)
    if a == b:
        return False
    beside = frame.sentence - other.sentence <= 1 and not other_place(frame, other)
    return not ((a in _ACCESSORY or b in _ACCESSORY) and beside)


def other_place(frame: Frame, other: Frame) -> bool:
    """Each names where it was, and the finest of these places are neither one nor one inside the other."""
    a, b = finest(frame), finest(other)
    return bool(a and b) and not any(same_or_within(x, y) for x in a for y in b)


def other_day(frame: Frame, other: Frame) -> bool:
    """Each has a day, or a month or year, of its own, and they do not touch."""
    a, b = period(frame), period(other)
    if not a or not b or not a.start or not b.start:
        return False
    return (a.end or a.start) < b.start or (b.end or b.start) < a.start


def other_time(frame: Frame, other: Frame) -> bool:
    """Background and news are two happenings."""
    if earlier_toll(frame) or earlier_toll(other) or (figures(frame) & figures(other)):
        return False
    if places(frame) and places(other) and not other_place(frame, other) and not (day(frame) and day(other)):
        return False
    return (frame.modality == "past") != (other.modality == "past")


def other_figures(frame: Frame, other: Frame) -> bool:
    """Each counts its own dead of one side, neither as a new total, at places that are not the same."""
    if "headline" in (frame.section, other.section) or any(t.toll != "new" for t in (*frame.tolls, *other.tolls)):
        return False
    mine, theirs = exact(frame), exact(other)
    differ = any(mine[key] != theirs[key] for key in mine.keys() & theirs.keys())
    return differ and names(frame) != names(other)


def other_roles(frame: Frame, other: Frame) -> bool:
    """Who strikes in one is struck in the other, at places that are not the same."""
    here_strikes = in_role(frame, "perpetrator") & in_role(other, "target")
    turned = here_strikes or in_role(frame, "target") & in_role(other, "perpetrator")
    here, there = names(frame), names(other)
    return bool(turned and here and there and here != there)


CONTRADICTIONS: tuple[Callable[[Frame, Frame], bool], ...] = (
    other_section, other_kind, other_place, other_day, other_time, other_figures, other_roles,
)  # fmt: skip


def same_or_within(a: Location, b: Location) -> bool:
    """One place, or one inside the other by the gazetteer or by the text."""
    return same(a, b) or lies_in(a, b) or lies_in(b, a)


def same(a: Location, b: Location) -> bool:
    """One place."""
    return a.name == b.name or bool(a.place and b.place and a.place.id == b.place.id)


def lies_in(inner: Location, outer: Location) -> bool:
    """Whether the second is among the larger places around the first."""
    return bool(identity(outer) & {known for place in inner.within for known in (place.id, place.name)})


def identity(location: Location) -> set[str]:
    """The names and the id a place can be known by."""
    return {location.name, *((location.place.id, location.place.name) if location.place else ())}


def nearness(_: Doc, frame: Frame, other: Frame) -> float:
    """The next sentence is likely about the same; the headline about the lead."""
    apart = frame.sentence - other.sentence
    return WEIGHTS["next" if apart <= 1 else "headline" if other.section == "headline" else "far"]


def detail(_: Doc, frame: Frame, other: Frame) -> float:
    """Casualties with neither town nor day of their own detail what was just told."""
    bare = harm_only(frame) and not places(frame) and day(frame) is None
    return WEIGHTS["detail"] if bare and frame.sentence - other.sentence <= 3 else 0.0


def other_specific_kind(_: Doc, frame: Frame, other: Frame) -> float:
    """An air strike and a car bomb are two happenings unless something else says one."""
    pair = {frame.event_type, other.event_type}
    two = len(pair) == 2 and pair <= _SPECIFIC and pair not in _COMPATIBLE
    return WEIGHTS["other kind"] if two and not (harm_only(frame) or harm_only(other)) else 0.0


def same_place(_: Doc, frame: Frame, other: Frame) -> float:
    """One place, or one inside the other."""
    a, b = places(frame), places(other)
    return WEIGHTS["place"] if any(same_or_within(x, y) for x in a for y in b) else 0.0


def same_toll(_: Doc, frame: Frame, other: Frame) -> float:
    """Equal figures pull together, different ones of one kind and side push apart."""
    mine = {(t.kind, t.amount.best) for t in frame.tolls if t.amount.best}
    theirs = {(t.kind, t.amount.best) for t in other.tolls if t.amount.best}
    if mine & theirs:
        return WEIGHTS["toll"]
    if earlier_toll(frame) or any(t.toll == "total" for t in frame.tolls):
        return WEIGHTS["update"]
    clash = {k for k, _ in mine} & {k for k, _ in theirs}
    total = any(t.toll == "total" for t in (*frame.tolls, *other.tolls))
    return WEIGHTS["other toll"] if clash and not total and "headline" not in (frame.section, other.section) else 0.0


def same_parties(_: Doc, frame: Frame, other: Frame) -> float:
    """Common actors pull together."""
    return WEIGHTS["parties"] if party_names(frame) & party_names(other) else 0.0


def referred_to(doc: Doc, frame: Frame, _: Frame) -> float:
    """ "الهجوم", "الحادث": a definite noun takes up what was told."""
    known = references(lexicons(doc))
    start, end = words(doc).position[frame.start], words(doc).position[frame.end]
    return WEIGHTS["reference"] if known & set(words(doc).forms[start:end]) else 0.0


@cache
def references(tables: Lexicons) -> frozenset[str]:
    """The folded words of references.tsv."""
    return frozenset(fold(row["pattern"]) for row in tables.rows("references.tsv"))


PULLS: tuple[Callable[[Doc, Frame, Frame], float], ...] = (
    nearness, detail, same_place, same_toll, same_parties, referred_to, other_specific_kind,
)  # fmt: skip
