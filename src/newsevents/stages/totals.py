"""Totals: the tolls that several sentences give for one happening, as one row per kind and side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..schema import Amount, Event, Frame, Party, Toll

_UNKNOWN = "unknown"
_REPEAT = "repeat"
_SOLDIERS = {"state_forces", "external_forces"}
_SURE = 0.8
_ARMED = frozenset(("state_forces", "non_state_fighters", "external_forces"))
# Nouns that only members of some force bear: عناصر, قادة.
_OF_A_FORCE = frozenset(("members", "commanders"))
VICTIM_TYPES = {
    "state_forces": "state_forces", "external_forces": "external_forces", "rebel": "non_state_fighters",
    "political_militia": "non_state_fighters", "identity_militia": "non_state_fighters", "civilians": "civilians",
    "protesters": "civilians", "rioters": "civilians",
}  # fmt: skip


def sum_up(event: Event) -> list[Toll]:
    """One row per kind and victim type: repeated figures once, later totals instead of earlier ones."""
    found: list[Toll] = []
    for frame in event.frames:
        mine: list[Toll] = []
        for toll in frame.tolls:
            place = same_row(found, toll)
            if toll.toll == _REPEAT:
                continue
            if place is None and (part := increment(mine, toll)) is not None:
                mine[part] = toll
            elif place is None and (told := rival(mine, toll)) is not None:
                mine[told] = beside(mine[told], toll)
            elif place is None:
                mine.append(toll)
            else:
                found[place] = update(found[place], toll)
        found += mine
    found += told_once(found, [toll for frame in event.frames for toll in frame.tolls if toll.toll == _REPEAT])
    return [toll for toll in found if not (is_zero(toll) and contradicted(toll, found))]


def told_once(found: list[Toll], repeats: list[Toll]) -> list[Toll]:
    """ "قتلت القوات المسلحين الأربعة": people told of as known that no row counts."""
    rows: list[Toll] = []
    for toll in repeats:
        if same_row([*found, *rows], toll) is None:
            rows.append(replace(toll, toll="new"))
    return rows


def increment(mine: list[Toll], toll: Toll) -> int | None:
    """ "توفي جريح ليرتفع عدد القتلى إلى اثنين": the row of the sentence that its total already counts."""
    if toll.toll != "total" or toll.amount.best is None:
        return None
    fitting = [n for n, other in enumerate(mine) if other.kind == toll.kind and fits(other, toll)]
    return next((n for n in fitting if (mine[n].amount.best or 0) <= toll.amount.best), None)


def rival(mine: list[Toll], toll: Toll) -> int | None:
    """ "7 قتلى … بينما تحدثت مصادر أخرى عن 9 قتلى": a bare toll once more in one sentence is of the same people."""
    bare = [n for n, other in enumerate(mine) if other.kind == toll.kind and other.group == toll.group == "casualties"]
    return bare[0] if bare and mine[bare[0]].victims == toll.victims else None


def beside(old: Toll, new: Toll) -> Toll:
    """Two counts of one toll by different sources: the first is the best, both are its bounds."""
    if old.amount.best is None or new.amount.best is None:
        return update(old, new)
    low, high = sorted((old.amount.best, new.amount.best))
    return replace(old, amount=replace(old.amount, low=low, high=high))


def typed(event: Event, tolls: list[Toll]) -> list[Toll]:
    """Victims whose type no word tells: as those counted or struck in their sentence, else as those of the event.

    With none of these, victims are civilians (ACLED's default for people with no weapon in the text).
    """
    return [replace(toll, victim_type=guess(event, tolls, toll)) if open_type(toll) else toll for toll in tolls]


def guess(event: Event, tolls: list[Toll], toll: Toll) -> str:
    """The likeliest victim type of people of no known type."""
    here = [frame for frame in event.frames if frame.start <= toll.start < frame.end]
    own = [t.victim_type for frame in here for t in frame.tolls]
    kinds = [*own, *struck(here), *(t.victim_type for t in tolls)]
    if toll.group in _OF_A_FORCE:
        return next((kind for kind in kinds if kind in _ARMED), "non_state_fighters")
    return next((kind for kind in kinds if kind != _UNKNOWN), "civilians")


def struck(frames: Iterable[Frame]) -> list[str]:
    """The victim types of the targets that the frames name, the surest first."""
    found = [a for frame in frames for a in frame.arguments if a.role == "target" and a.score >= _SURE]
    parties = [a.mention.value for a in sorted(found, key=lambda a: -a.score)]
    return [VICTIM_TYPES.get(party.type, _UNKNOWN) for party in parties if isinstance(party, Party)]


def open_type(toll: Toll) -> bool:
    """Whether there are victims and nothing tells their type."""
    return toll.victim_type == _UNKNOWN and not is_zero(toll)


def same_row(found: list[Toll], toll: Toll) -> int | None:
    """The row that this toll repeats or updates: same kind, and a victim type that fits."""
    return next((n for n, other in enumerate(found) if other.kind == toll.kind and fits(other, toll)), None)


def fits(one: Toll, other: Toll) -> bool:
    """Whether both may count the same people: soldiers of a state are soldiers from abroad where the figure is one."""
    types = {one.victim_type, other.victim_type}
    return len(types) == 1 or _UNKNOWN in types or (types == _SOLDIERS and one.amount.best == other.amount.best)


def update(old: Toll, new: Toll) -> Toll:
    """The fuller of two reports of one figure; where both are figures, the later total with the old as low."""
    kept = replace(old, victim_type=better(old.victim_type, new.victim_type))
    parts = old.of_whom or new.of_whom
    if new.amount.best is None or (new.amount.vague and not old.amount.vague):
        return replace(kept, of_whom=parts)
    if old.amount.best is None or old.amount.vague or old.amount == Amount.exactly(0):
        return replace(new, victim_type=kept.victim_type, of_whom=parts)
    if new.toll == "earlier":
        low = min(old.amount.best, new.amount.best)
        return replace(kept, amount=replace(old.amount, low=low), of_whom=parts)
    if old.toll == "earlier" and new.amount.best >= old.amount.best:
        return replace(
            new, amount=replace(new.amount, low=old.amount.best), victim_type=kept.victim_type, of_whom=parts
        )
    if new.toll == "total" and new.amount.best > old.amount.best:
        amount = replace(new.amount, low=old.amount.best)
        return replace(new, amount=amount, victim_type=kept.victim_type, of_whom=parts)
    return replace(kept, of_whom=parts)


def better(old: str, new: str) -> str:
    """The fuller of two victim types of the same people."""
    return new if old == _UNKNOWN or new == "external_forces" else old


def is_zero(toll: Toll) -> bool:
    """A stated zero."""
    return toll.amount == Amount.exactly(0)


def contradicted(toll: Toll, found: list[Toll]) -> bool:
    """Another row counts some of that kind."""
    return any(other.kind == toll.kind and other is not toll and not is_zero(other) for other in found)
