"""Casting: the parties of an event, each once and in one role; generic ones give way to named ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc

from ..layers import beginning, layer
from ..schema import Argument, Event, Mention, Party

ROLES = ("perpetrator", "target", "associate")
_LEAST = 0.32
_BEHIND = 4
_HEADLINE = 0.15
_OFTEN = 0.05
_GENERIC = "actors/common.tsv"
_CLASSES = {
    "state_forces": "state", "external_forces": "state", "rebel": "armed", "political_militia": "armed",
    "identity_militia": "armed",
}  # fmt: skip
_FROM_AFAR = frozenset(("air_strike", "shelling"))


def cast(doc: Doc, event: Event) -> list[Argument]:
    """The event's parties; an air strike with none takes the one force that strikes elsewhere in the article."""
    found = own_cast(event)
    if any(a.role == "perpetrator" for a in found):
        return found
    if speaker := spoken_for(doc, event, found):
        return [speaker, *found]
    if not strikes(event):
        return found
    others = [a for other in doc._.events if other is not event and strikes(other) for a in own_cast(other)]
    forces = {named(a): a for a in others if a.role == "perpetrator" and not generic(a.mention)}
    if len(forces) != 1:
        return found
    striker = next(iter(forces.values()))
    return [replace(striker, score=_LEAST, rule="the force that strikes elsewhere in the article"), *found]


@lru_cache(maxsize=256)
def own_cast(event: Event) -> list[Argument]:
    """The parties that the event's own frames name."""
    return without_generic([a for a in best_roles(event) if a.score > _LEAST])


def spoken_for(doc: Doc, event: Event, found: list[Argument]) -> Argument | None:
    """ "قال الناطق باسم القيادة العامة … القضاء على عناصر التنظيم": the force that tells of its enemy's dead."""
    struck = {named(a) for a in found if a.role == "target" and kind(a)[1] == "armed"}
    if not struck or any(a.role == "target" and kind(a)[1] != "armed" for a in found):
        return None
    for frame in event.frames:
        source = frame.source
        around = beginning(layer(doc, "actors"), source.start, source.end + _BEHIND) if source else ()
        for actor in around:
            force = Argument("perpetrator", actor, _LEAST, "its spokesman tells of its enemy's dead")
            if kind(force)[1] in _CLASSES.values() and named(force) not in struck:
                return force
    return None


def strikes(event: Event) -> bool:
    """Whether any frame tells of an air strike or shelling."""
    return any(frame.event_type in _FROM_AFAR for frame in event.frames)


def arguments(event: Event) -> Iterable[Argument]:
    """The party arguments of all frames, those of the headline a little lower."""
    for frame in event.frames:
        lower = _HEADLINE if frame.section == "headline" else 0.0
        for argument in frame.arguments:
            if argument.role in ROLES and isinstance(argument.mention.value, Party):
                yield replace(argument, score=argument.score - lower) if lower else argument


def best_roles(event: Event) -> list[Argument]:
    """Each party in the role it has with the best score, a little more where it has it often."""
    weight: dict[tuple[str, str], float] = {}
    best: dict[tuple[str, str], Argument] = {}
    for argument in arguments(event):
        key = (named(argument), argument.role)
        weight[key] = max(weight.get(key, 0.0), argument.score) + _OFTEN
        if key not in best or argument.score > best[key].score:
            best[key] = argument
    chosen: dict[str, tuple[str, str]] = {}
    for key in best:
        if key[0] not in chosen or weight[key] > weight[chosen[key[0]]]:
            chosen[key[0]] = key
    return [best[key] for key in chosen.values()]


def named(argument: Argument) -> str:
    """The id of a party, or its name where no table has it."""
    party = argument.mention.value
    return (party.id or party.name) if isinstance(party, Party) else ""


def generic(mention: Mention) -> bool:
    """Whether the mention is a description anybody fits: جنود، مسلحون، الجيش."""
    return mention.source.startswith(_GENERIC)


def kind(argument: Argument) -> tuple[str, str]:
    """The role and the broad class of a party: state, armed, or its type."""
    party = argument.mention.value
    type_ = party.type if isinstance(party, Party) else ""
    return argument.role, _CLASSES.get(type_, type_)


def without_generic(found: list[Argument]) -> list[Argument]:
    """In each role and class the named parties; where none is named, the best description."""
    specific = {kind(a) for a in found if not generic(a.mention)}
    kept: list[Argument] = []
    seen: set[tuple[str, str]] = set()
    for argument in sorted(found, key=lambda a: -a.score):
        if not generic(argument.mention):
            kept.append(argument)
        elif kind(argument) not in specific | seen:
            seen.add(kind(argument))
            kept.append(argument)
    return sorted(kept, key=lambda a: (ROLES.index(a.role), -a.score))
