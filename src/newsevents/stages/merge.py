"""Merge: frames about one happening become one event; each decision is a small function with a name."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from ..arabic import fold
from ..layers import lexicons, words
from ..lexicons import Lexicons
from ..schema import Day, Discard, Event, Frame, Location, Party
from .choosing import level
from .kinds import family

_TOWN = 3
_JOIN = 0.5
_OWN = 0.5
_OWN_DAY = 0.6
_WAR, _MANY, _EXODUS = 1000, 100, 100_000
# Burning, looting and entering inside an attack belong to the attack (the guide, "One event").
_ACCESSORY = frozenset(("destruction", "other", "raid"))
_SPECIFIC = frozenset(("air_strike", "shelling", "ied", "suicide_bomb", "grenade", "chemical", "armed_clash", "attack",
                       "gov_regains", "nonstate_overtakes", "sexual_violence"))  # fmt: skip


@Language.component("newsevents_merge", requires=["doc._.frames"], assigns=["doc._.events"])
def merge(doc: Doc) -> Doc:
    """Put each frame to the event it fits best, or open a new one; drop events that tell nothing."""
    told = [frame for frame in doc._.frames if not left_out(doc, frame)]
    events: list[Event] = []
    for frame in sorted(told, key=lambda f: f.section == "headline"):
        place(doc, frame, events)
    body = any(frame.section != "headline" for event in events for frame in event.frames)
    doc._.events = [event for event in events if tells(doc, event, body) and not sums_up(doc, event, events)]
    return doc


def place(doc: Doc, frame: Frame, events: list[Event]) -> None:
    """Put a frame to the event it fits best, or open a new one. The body is placed before the headline."""
    ranked = sorted(((affinity(doc, frame, event), -n) for n, event in enumerate(events)), reverse=True)
    if ranked and ranked[0][0] >= _JOIN:
        best, chosen = ranked[0][0], -ranked[0][1]
        old = events[chosen]
        events[chosen] = Event((*old.frames, frame), (*old.reasons, f"joined at {best:.2f}"))
    elif only_refers(doc, frame) and any(not other_kind(frame, f) for event in events for f in event.frames):
        doc._.discards = [*doc._.discards, *(Discard(t, "refers to what was told, and adds nothing") for t in frame.triggers)]
    else:
        events.append(Event((frame,), ("first",)))


def only_refers(doc: Doc, frame: Frame) -> bool:
    """ "المعركة", "الهجوم" and nothing counted: the frame takes up a happening, it does not tell one."""
    known = references(lexicons(doc))
    forms = words(doc).forms
    return not counted(frame) and all(
        t.end == t.start + 1 and forms[words(doc).position[t.start]].lstrip("ول") in known for t in frame.triggers
    )


def left_out(doc: Doc, frame: Frame) -> bool:
    """Totals over a long time are no event; they are kept among the discards."""
    if is_aggregate(frame):
        doc._.discards = [*doc._.discards, *(Discard(t, "statistic") for t in frame.triggers)]
        return True
    return False


def is_aggregate(frame: Frame) -> bool:
    """More dead than one happening has, or many since a day long ago."""
    most = max((t.amount.best or 0 for t in frame.tolls if t.kind in ("killed", "wounded")), default=0)
    fled = max((t.amount.best or 0 for t in frame.tolls if t.kind in ("displaced", "missing")), default=0)
    return most >= _WAR or fled >= _EXODUS or (most >= _MANY and frame.modality == "past")


def tells(doc: Doc, event: Event, body: bool) -> bool:
    """Whether there is enough for a record; what is dropped is kept among the discards with the reason."""
    reason = too_little(event)
    if body and all(f.section == "headline" for f in event.frames):
        reason = "told only in the headline, while the body tells of others"
    if reason:
        doc._.discards = [*doc._.discards, *(Discard(f.triggers[0], reason) for f in event.frames)]
    return not reason


def sums_up(doc: Doc, event: Event, events: list[Event]) -> bool:
    """A lead that only adds up what is then told place by place."""
    parts = [e for e in events if e is not event and any(places(f) for f in e.frames) and same_family(e, event)]
    if len(parts) < 2 or any(places(f) for f in event.frames):
        return False
    mine = most(event, "killed"), most(event, "wounded")
    theirs = sum(most(e, "killed") for e in parts), sum(most(e, "wounded") for e in parts)
    if sum(mine) < 2 or mine != theirs:
        return False
    doc._.discards = [*doc._.discards, *(Discard(f.triggers[0], "statistic") for f in event.frames)]
    return True


def same_family(one: Event, other: Event) -> bool:
    """Whether the first frames of both are of one family of types."""
    return family(one.frames[0].event_type) == family(other.frames[0].event_type)


def most(event: Event, kind: str) -> int:
    """The highest figure an event gives for a kind."""
    return max((t.amount.best or 0 for f in event.frames for t in f.tolls if t.kind == kind), default=0)


def too_little(event: Event) -> str:
    """The reason why these frames make no event; empty where they do."""
    rich = any(places(f) or f.tolls or f.first("date") or f.first("perpetrator") for f in event.frames)
    if all(f.section == "headline" for f in event.frames) and not rich:
        return "told only in the headline, with no place, date, actor or casualty"
    if all(f.modality == "reaction" for f in event.frames) and not any(f.tolls for f in event.frames):
        return "only condemned, with no casualty"
    if not rich:
        return "no place, date, actor or casualty"
    poor = not any(named(f) or counted(f) or (day(f) and acted(f)) for f in event.frames)
    return "no place and no casualty, and one sentence only" if poor and len(event.frames) == 1 else ""


def named(frame: Frame) -> bool:
    """Whether the frame's own clause names a place below the country."""
    return any(a.role == "place" and a.score > _OWN and level(a.mention) > 0 for a in frame.arguments)


def acted(frame: Frame) -> bool:
    """Whether the frame says with some right who did it."""
    argument = frame.first("perpetrator")
    return argument is not None and argument.score > _OWN


def counted(frame: Frame) -> bool:
    """Whether the frame counts any casualty."""
    return any(toll.amount.best or toll.amount.vague for toll in frame.tolls)


def affinity(doc: Doc, frame: Frame, event: Event) -> float:
    """How well a frame fits an event: -1 where anything contradicts, else the sum of what pulls together."""
    if any(contradicts(frame, other) for contradicts in CONTRADICTIONS for other in event.frames):
        return -1.0
    pull = max(sum(pulls(doc, frame, other) for pulls in PULLS) for other in event.frames)
    return pull - (1.0 if frame.cue == "new" else 0.0)


def other_section(frame: Frame, other: Frame) -> bool:
    """Headlines of other stories never mix with this one."""
    return (frame.section == "related") != (other.section == "related")


def other_kind(frame: Frame, other: Frame) -> bool:
    """Arrest, abduction, protest, attack and the rest are different happenings."""
    a, b = family(frame.event_type), family(other.event_type)
    if harm_only(frame) or harm_only(other) or a == b:
        return False
    beside = frame.sentence - other.sentence <= 1 and not other_place(frame, other)
    return not ((a in _ACCESSORY or b in _ACCESSORY) and beside)


def harm_only(frame: Frame) -> bool:
    """Only casualties are told, not how."""
    return all(t.value == "harm" for t in frame.triggers)


def other_place(frame: Frame, other: Frame) -> bool:
    """Each names where it was, and the finest of these places are neither one nor one inside the other."""
    a, b = finest(frame), finest(other)
    return bool(a and b) and not any(same_or_within(x, y) for x in a for y in b)


def finest(frame: Frame) -> list[Location]:
    """The places of the finest level that the frame's own clause names, below the country."""
    own = [a.mention for a in frame.arguments if a.role == "place" and a.score > _OWN and level(a.mention) > 0]
    most = max((min(level(m), _TOWN) for m in own), default=0)
    return [m.value for m in own if isinstance(m.value, Location) and min(level(m), _TOWN) == most]


def other_day(frame: Frame, other: Frame) -> bool:
    """Each has a day of its own, and they do not touch."""
    a, b = day(frame), day(other)
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


def figures(frame: Frame) -> set[tuple[str, int]]:
    """The counts a frame gives, beyond one."""
    return {(t.kind, t.amount.best) for t in frame.tolls if (t.amount.best or 0) > 1}


def earlier_toll(frame: Frame) -> bool:
    """An older figure of what is already told: وكانت حصيلة سابقة ذكرت …"""
    return any(toll.toll == "earlier" for toll in frame.tolls)


def other_specific_kind(_: Doc, frame: Frame, other: Frame) -> float:
    """An air strike and a car bomb are two happenings unless something else says one."""
    pair = {frame.event_type, other.event_type}
    two = len(pair) == 2 and pair <= _SPECIFIC and pair not in COMPATIBLE
    return -0.4 if two and not (harm_only(frame) or harm_only(other)) else 0.0


COMPATIBLE = (
    {"armed_clash", "gov_regains"}, {"armed_clash", "nonstate_overtakes"}, {"armed_clash", "attack"}, {"armed_clash", "ied"},
    {"attack", "suicide_bomb"}, {"attack", "ied"}, {"suicide_bomb", "ied"}, {"armed_clash", "suicide_bomb"}, {"air_strike", "attack"},
    {"shelling", "attack"}, {"gov_regains", "nonstate_overtakes"}, {"air_strike", "shelling"},
)  # fmt: skip
CONTRADICTIONS: tuple[Callable[[Frame, Frame], bool], ...] = (
    other_section, other_kind, other_place, other_day, other_time,
)  # fmt: skip


def places(frame: Frame) -> list[Location]:
    """The frame's towns and smaller places."""
    found = [a.mention for a in frame.arguments if a.role == "place" and a.score > 0.5]
    return [m.value for m in found if isinstance(m.value, Location) and level(m) >= _TOWN]


def same_or_within(a: Location, b: Location) -> bool:
    """One place, or one inside the other by the gazetteer or by the text."""
    if a.name == b.name or (a.place and b.place and a.place.id == b.place.id):
        return True
    around_a = {p.id for p in a.within} | {p.name for p in a.within}
    around_b = {p.id for p in b.within} | {p.name for p in b.within}
    return bool(identity(b) & around_a or identity(a) & around_b)


def identity(location: Location) -> set[str]:
    """The names and the id a place can be known by."""
    return {location.name, *((location.place.id, location.place.name) if location.place else ())}


def day(frame: Frame) -> Day | None:
    """The frame's day, where it is known to the day."""
    argument = frame.first("date")
    if argument and argument.score < _OWN_DAY:
        return None
    value = argument.mention.value if argument else None
    return value if isinstance(value, Day) and value.precision in ("day", "range") else None


def nearness(_: Doc, frame: Frame, other: Frame) -> float:
    """The next sentence is likely about the same; the headline about the lead."""
    apart = frame.sentence - other.sentence
    return 0.5 if apart <= 1 else 0.3 if other.section == "headline" else 0.2


def detail(_: Doc, frame: Frame, other: Frame) -> float:
    """Casualties with neither town nor day of their own detail what was just told."""
    bare = harm_only(frame) and not places(frame) and day(frame) is None
    return 0.3 if bare and frame.sentence - other.sentence <= 3 else 0.0


def same_place(_: Doc, frame: Frame, other: Frame) -> float:
    """One place, or one inside the other."""
    a, b = places(frame), places(other)
    return 0.5 if any(same_or_within(x, y) for x in a for y in b) else 0.0


def same_toll(_: Doc, frame: Frame, other: Frame) -> float:
    """Equal figures pull together, different ones of one kind and side push apart."""
    mine = {(t.kind, t.amount.best) for t in frame.tolls if t.amount.best}
    theirs = {(t.kind, t.amount.best) for t in other.tolls if t.amount.best}
    if mine & theirs:
        return 0.6
    if earlier_toll(frame) or any(t.toll == "total" for t in frame.tolls):
        return 0.5
    clash = {k for k, _ in mine} & {k for k, _ in theirs}
    total = any(t.toll == "total" for t in (*frame.tolls, *other.tolls))
    return -0.4 if clash and not total and "headline" not in (frame.section, other.section) else 0.0


def same_parties(_: Doc, frame: Frame, other: Frame) -> float:
    """Common actors pull together."""
    return 0.2 if party_names(frame) & party_names(other) else 0.0


def party_names(frame: Frame) -> set[str]:
    """The ids or names of a frame's actors."""
    parties = (a.mention.value for a in frame.arguments if a.role in ("perpetrator", "target"))
    return {p.id or p.name for p in parties if isinstance(p, Party)}


def referred_to(doc: Doc, frame: Frame, _: Frame) -> float:
    """ "الهجوم", "الحادث": a definite noun takes up what was told."""
    known = references(lexicons(doc))
    start, end = words(doc).position[frame.start], words(doc).position[frame.end]
    return 0.3 if known & set(words(doc).forms[start:end]) else 0.0


@cache
def references(tables: Lexicons) -> frozenset[str]:
    """The folded words of references.tsv."""
    return frozenset(fold(row["pattern"]) for row in tables.rows("references.tsv"))


PULLS: tuple[Callable[[Doc, Frame, Frame], float], ...] = (
    nearness, detail, same_place, same_toll, same_parties, referred_to, other_specific_kind,
)  # fmt: skip
