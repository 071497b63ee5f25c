"""Places that a sentence names for another reason than that it happened there: hospital, home, office, capital."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from ..arabic import fold
from ..layers import beginning, layer, words
from ..schema import Location, Mention
from ..tree import SENTENCE_ENDS
from .clauses import Clause
from .connectives import connectives
from .relations import class_start

_LONGEST_NAME = 30
_REACH = {"carried": 8, "lives": 3, "office": 5, "origin": 1}
_COST = {"carried": 0.5, "lives": 0.5, "office": 0.35, "origin": 0.25}
_INSIDE_PARTY, _ADJECTIVES = 0.2, 2


def elsewhere(doc: Doc, place: Mention) -> float:
    """How much speaks against it: victims were taken there, somebody lives or speaks there."""
    before = words_before(doc, place)
    costs = [cost for means, cost in _COST.items() if connectives(doc, means) & set(before[-_REACH[means] :])]
    return max(costs, default=0.0) + (_INSIDE_PARTY if any(parties_around(doc, place)) else 0.0)


def words_before(doc: Doc, place: Mention) -> list[str]:
    """The words of the sentence before a name and its class word."""
    start = class_start(doc, place)
    found = words(doc).forms[max(start - max(_REACH.values()), 0) : start]
    ends = [index for index, word in enumerate(found) if word in SENTENCE_ENDS]
    return found[ends[-1] + 1 :] if ends else found


def is_no_scene(doc: Doc, place: Mention) -> bool:
    """A city that stands for its state (اتهمت أنقرة), or a place inside an actor's name (أمن القطرون).

    قوات الطوارئ بمنطقة عسير are there.
    """
    if set(words_before(doc, place)[-1:]) & connectives(doc, "statehood") and "class" not in place.slots:
        return True
    return any(not stands_in(doc, place, party) for party in parties_around(doc, place))


def parties_around(doc: Doc, place: Mention) -> Iterator[Mention]:
    """The actors and sources whose words hold the place."""
    for name in ("actors", "sources"):
        for party in beginning(layer(doc, name), place.start - _LONGEST_NAME, place.end):
            if party.start <= place.start and place.end <= party.end:
                yield party


def stands_in(doc: Doc, place: Mention, party: Mention) -> bool:
    """Whether a preposition of place ties it to the party, whose own name in the tables does not have it."""
    asked, start = place.slots.get("class"), class_start(doc, place)
    proclitics = (place.proclitic, asked.proclitic if asked else "")
    behind = words(doc).forms[start - 1] if start else ""
    name = place.value.name if isinstance(place.value, Location) else ""
    known = party.row is not None and fold(name) in fold(party.row.get("name"))
    return not known and (behind in connectives(doc, "in") or any(p.endswith("ب") for p in proclitics))


def is_told_of(doc: Doc, clause: Clause, place: Mention) -> bool:
    """ "مدينة تدمر الأثرية، التي سيطر عليها": the trigger's relative clause is about the place."""
    position, forms = words(doc).position, words(doc).forms
    end = position[place.end]
    for trigger in clause.triggers:
        at = position[trigger.start] - 1
        if end <= at <= end + _ADJECTIVES and forms[at] in connectives(doc, "relative"):
            return True
    return False
