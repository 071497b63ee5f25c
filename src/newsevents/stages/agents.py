"""Agents: people beside a harm word who did it, or whom it spared."""

from __future__ import annotations

from spacy.tokens import Doc

from ..layers import beginning, layer, words
from ..schema import Mention
from .chains import distance, linked, of
from .connectives import connectives

_WEAPON_BEFORE = 14
_ARMED = frozenset(("non_state_fighters", "state_forces", "external_forces"))


def without_agents(doc: Doc, trigger: Mention, behind: list[Mention]) -> list[Mention]:
    """Those who did it are not counted: behind برصاص، على يد, or the subject of an active verb."""
    kept = [p for p in behind if not behind_agent_word(doc, p)]
    if len(kept) > 1 and subject(doc, trigger, kept):
        return kept[1:]
    return kept[1:] if kept and takers(doc, trigger, kept[0]) else kept


def takers(doc: Doc, trigger: Mention, first: Mention) -> bool:
    """ "اختطف مسلحون المحامي", "اغتال مسلحان تاجرا": gunmen right behind a verb of taking or murder are who did it."""
    acts = str(trigger.value) == "abduction" or (trigger.row is not None and trigger.row.get("voice") == "active")
    has_subject = any(
        trigger.start < w.end for w in beginning(layer(doc, "weapons"), trigger.start - _WEAPON_BEFORE, trigger.end)
    )
    armed = of(first).type == "non_state_fighters" and distance(doc, trigger.end, first.start) <= 1
    one_word = distance(doc, trigger.start, trigger.end) == 1  # "تمكن الجيش من القضاء على" has its subject inside
    return acts and armed and one_word and not has_subject


def behind_agent_word(doc: Doc, people: Mention) -> bool:
    """ "برصاص جنود": the word before tells an agent."""
    at = words(doc).position[people.start]
    return at > 0 and words(doc).forms[at - 1] in connectives(doc, "agent")


def subject(doc: Doc, trigger: Mention, behind: list[Mention]) -> bool:
    """ "اغتال مسلحان تاجرا": armed people right behind the verb, and others behind them without و."""
    first, second = behind[0], behind[1]
    armed = of(first).type in _ARMED and distance(doc, trigger.end, first.start) <= 1
    close = distance(doc, first.end, second.start) <= 1
    return armed and close and not linked(doc, second) and not of(second).subset


def attacked(doc: Doc, people: Mention, trigger: Mention) -> bool:
    """ "مسلحين هجموا على القرية وقتلوا مؤذنا": those who attacked just before are not whom they killed."""
    acts = beginning(layer(doc, "triggers"), people.end, trigger.start)
    return any(t.row is not None and t.row.get("voice") == "active" and not t.row.get("harm") for t in acts) and (
        words(doc).forms[words(doc).position[trigger.start]].endswith("وا")
    )


def objects(doc: Doc, trigger: Mention, inside: list[Mention]) -> list[Mention]:
    """The people of an idiom without its subject: "أسر المقاتلون سبعة جنود", "عثر السكان على ثلاث جثث"."""
    active = trigger.row is not None and trigger.row.get("voice") in ("active", "either")
    if active and len(inside) > 1 and not linked(doc, inside[1]):
        return inside[1:]
    return inside
