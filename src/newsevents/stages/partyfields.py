"""Who and how many, as RECORD describes them: actors, crowds, victims and casualty rows."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from ..layers import beginning, layer, text_of, words
from ..schema import Argument, Event, Mention, Party, People, Toll
from . import filling
from .casting import cast
from .spans import span
from .totals import VICTIM_TYPES

_CIVILIAN = "مدنيون"
_CROWDS = {
    "peaceful_protest": ("متظاهرون", "Protesters", "protesters"),
    "protest_intervention": ("متظاهرون", "Protesters", "protesters"),
    "violent_demonstration": ("محتجون", "Rioters", "rioters"),
}
_WITHOUT_ARMS = frozenset(("civilians", "protesters", "rioters"))
_NEAR, _AROUND = 2, 12
_NAMELESS = frozenset(("casualties", "bodies", "others", "persons"))


def actor_field(doc: Doc, argument: Argument) -> dict[str, Any]:
    """An actor as RECORD describes it."""
    party = argument.mention.value
    if not isinstance(party, Party):
        return {}
    return {
        "name": party.name,
        "canonical_ar": party.canonical_ar,
        "canonical_en": party.canonical_en,
        "id": party.id,
        "role": argument.role,
        "type": party.type,
        "country": party.country,
        "span": span(doc, argument.mention.start, argument.mention.end),
    }


def crowd(doc: Doc, event: Event) -> list[dict[str, Any]]:
    """A protest has protesters, a riot rioters: under the name of who is said to protest, else of the crowd."""
    kind = _CROWDS.get(filling.event_type(doc, event))
    if kind is None or any(a.role == "perpetrator" for a in cast(doc, event)):
        return []
    name, english, type_ = kind
    trigger = event.frames[0].triggers[0]
    who = protesting(doc, event)
    start, end = (who.start, who.end) if who else (trigger.start, trigger.end)
    return [
        {
            "name": who.value.noun if who and isinstance(who.value, People) else name,
            "canonical_ar": name,
            "canonical_en": english,
            "id": type_,
            "role": "perpetrator",
            "type": type_,
            "country": None,
            "span": span(doc, start, end),
        }
    ]


def protesting(doc: Doc, event: Event) -> Mention | None:
    """The people right behind a word of protest, or right before it: "تظاهر مئات العمال", "السكان يحتجون"."""
    position = words(doc).position
    for trigger in (t for frame in event.frames for t in frame.triggers if t.value in _CROWDS):
        first, last = position[trigger.start], position[trigger.end]
        for mention in people_near(doc, trigger):
            behind, before = position[mention.start] - last, first - position[mention.end]
            if -(last - first) <= behind <= _NEAR or 0 <= before <= _NEAR:
                return mention
    return None


def people_near(doc: Doc, trigger: Mention) -> list[Mention]:
    """The people without arms around a word of protest, those inside and behind it first."""
    near = beginning(layer(doc, "people"), trigger.start - _AROUND, trigger.end + _AROUND)
    return sorted(filter(unarmed, near), key=lambda m: (m.start < trigger.start, abs(m.start - trigger.start)))


def unarmed(mention: Mention) -> bool:
    """Whether the mention is people without arms, of whom none was counted as dead or wounded before."""
    who = mention.value
    return isinstance(who, People) and who.type == "civilians" and not who.subset and who.group != "casualties"


def victims(doc: Doc, event: Event, tolls: list[Toll]) -> list[dict[str, Any]]:
    """Civilians killed, wounded or taken are a side too, where no named target of theirs is there."""
    if any(a.role == "target" and civil(a) for a in cast(doc, event)):
        return []
    told = [t for t in tolls if t.victim_type == "civilians" and t.amount.best != 0 and t.group not in _NAMELESS]
    return [
        {
            "name": toll.victims,
            "canonical_ar": _CIVILIAN,
            "canonical_en": "Civilians",
            "id": "civilians",
            "role": "target",
            "type": "civilians",
            "country": None,
            "span": span(doc, toll.start, toll.end),
        }
        for toll in told[:1]
    ]


def civil(argument: Argument) -> bool:
    """Whether the party is people without arms: civilians, or the crowd of a protest."""
    return isinstance(argument.mention.value, Party) and argument.mention.value.type in _WITHOUT_ARMS


def casualty_field(doc: Doc, toll: Toll) -> dict[str, Any]:
    """A casualty row as RECORD describes it."""
    return {
        "kind": toll.kind,
        "low": toll.amount.low,
        "best": toll.amount.best,
        "high": toll.amount.high,
        "vague": toll.amount.vague,
        "toll": toll.toll,
        "victims": toll.victims,
        "victim_type": toll.victim_type,
        "side": toll.side,
        "of_whom": [{"group": group, "count": count} for group, count in toll.of_whom],
        "text": text_of(doc, toll.start, toll.end),
        "span": span(doc, toll.start, toll.end),
    }


def with_side(toll: Toll, parties: list[Argument]) -> Toll:
    """The casualties with the party they belong to: the one of their kind, a target before a perpetrator."""
    if toll.victim_type == "civilians":
        return replace(toll, side=toll.victims)
    ranked = sorted(parties, key=lambda a: (last_word(a) not in toll.victims, a.role != "target"))
    sides = (a.mention.value for a in ranked if isinstance(a.mention.value, Party))
    return replace(toll, side=next((p.name for p in sides if VICTIM_TYPES.get(p.type) == toll.victim_type), None))


def last_word(argument: Argument) -> str:
    """The last word of a party's name: it is what "آخرين من تنظيم داعش" repeats."""
    party = argument.mention.value
    return party.name.split()[-1] if isinstance(party, Party) and party.name.split() else "\n"


def fatalities(tolls: list[Toll]) -> dict[str, int | None]:
    """All killed together: what is counted is added up, what is not leaves the upper bound open; None: nothing said."""
    killed = [t.amount for t in tolls if t.kind == "killed"]
    highs = [amount.high for amount in killed]
    return {
        "low": added([amount.low for amount in killed]),
        "best": added([amount.best for amount in killed]),
        "high": None if None in highs else added(highs),
    }


def added(figures: list[int | None]) -> int | None:
    """The sum of the figures that are known; None where none is."""
    known = [figure for figure in figures if figure is not None]
    return sum(known) if known else None
