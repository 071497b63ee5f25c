"""Agents: people beside a harm word who did it, or whom it spared."""

from __future__ import annotations

from spacy.tokens import Doc

from ..layers import beginning, layer, words
from ..schema import Mention
from .chains import distance, linked, of
from .connectives import connectives

_WEAPON_BEFORE = 14
_SUBJECT_BEFORE = 3
_AFTER_SUBJECT = 4
_RESCUED = 2
_FORCE_NOUNS = frozenset(("members", "fighters", "soldiers", "police"))
_COMMAS = frozenset("،,؛.:")
_FIGHTERS = frozenset(("non_state_fighters",))
_ARMED = frozenset(("non_state_fighters", "state_forces", "external_forces"))


def without_agents(doc: Doc, trigger: Mention, behind: list[Mention]) -> list[Mention]:
    """Those who did it are not counted: behind برصاص، على يد, or the subject of an active verb; nor the spared."""
    kept = [p for p in behind if not behind_agent_word(doc, p)]
    spared = next((n for n, p in enumerate(kept) if is_spared(doc, trigger, p)), len(kept))
    kept = kept[:spared]
    if not kept or has_subject(doc, trigger):
        return kept
    did = (len(kept) > 1 and subject(doc, trigger, kept)) or takers(doc, trigger, kept)
    return kept[1:] if did else kept


def is_spared(doc: Doc, trigger: Mention, people: Mention) -> bool:
    """ "قتلت القوات مسلحا وأنقذت 63 رهينة": behind a word of rescue between the harm word and them."""
    first, last = words(doc).position[trigger.end], words(doc).position[people.start]
    between = words(doc).forms[max(first, last - _RESCUED) : last]
    return not connectives(doc, "rescue").isdisjoint(form.removeprefix("و") for form in between)


def has_subject(doc: Doc, trigger: Mention) -> bool:
    """ "قوات الأمن قتلت": an actor right before an active verb, so that people behind it are its objects."""
    if trigger.row is None or trigger.row.get("voice") not in ("active", "either"):
        return False
    near = list(beginning(layer(doc, "actors"), trigger.start - _SUBJECT_BEFORE * 2, trigger.start))
    return (
        bool(near)
        and distance(doc, near[-1].end, trigger.start) <= _SUBJECT_BEFORE
        and (ended_between(doc, near[-1].end, trigger.start) is False)
    )


def ended_between(doc: Doc, start: int, end: int) -> bool:
    """Whether a comma or a word that opens a clause stands between."""
    position, forms = words(doc).position, words(doc).forms
    return any(form in _COMMAS or form in connectives(doc, "break") for form in forms[position[start] : position[end]])


def takers(doc: Doc, trigger: Mention, behind: list[Mention]) -> bool:
    """ "اختطف مسلحون المحامي", "اغتال مسلحان تاجرا": gunmen right behind a verb of taking or murder are who did it."""
    first, voice = behind[0], trigger.row.get("voice") if trigger.row else ""
    acts = str(trigger.value) == "abduction" or voice == "active"
    weapons = beginning(layer(doc, "weapons"), trigger.start - _WEAPON_BEFORE, trigger.end)
    kinds = _ARMED if of(first).amount.vague and voice == "active" else _FIGHTERS
    armed = of(first).type in kinds and distance(doc, trigger.end, first.start) <= 1
    one_word = distance(doc, trigger.start, trigger.end) == 1  # "تمكن الجيش من القضاء على" has its subject inside
    return acts and armed and one_word and not any(trigger.start < w.end for w in weapons)


def behind_agent_word(doc: Doc, people: Mention) -> bool:
    """ "برصاص جنود", "باستثناء المهاجم": the word before tells an agent, or one who is not counted."""
    at = words(doc).position[people.start]
    return at > 0 and words(doc).forms[at - 1] in connectives(doc, "agent") | connectives(doc, "except")


def subject(doc: Doc, trigger: Mention, behind: list[Mention]) -> bool:
    """ "اغتال مسلحان تاجرا": armed people right behind the verb, and others behind them without و."""
    first, second = behind[0], behind[1]
    armed = of(first).type in _ARMED and distance(doc, trigger.end, first.start) <= 1
    last, next_ = words(doc).position[first.end], words(doc).position[second.start]
    close = next_ - last <= _AFTER_SUBJECT and not any(
        form.startswith("و") or form in _COMMAS for form in words(doc).forms[last:next_]
    )
    return armed and close and not linked(doc, second) and not of(second).subset


def attacked(doc: Doc, people: Mention, trigger: Mention) -> bool:
    """ "مسلحين هجموا على القرية وقتلوا مؤذنا": those who attacked just before are not whom they killed."""
    acts = beginning(layer(doc, "triggers"), people.end, trigger.start)
    return any(t.row is not None and t.row.get("voice") == "active" and not t.row.get("harm") for t in acts) and (
        words(doc).forms[words(doc).position[trigger.start]].endswith("وا")
    )


def objects(doc: Doc, trigger: Mention, inside: list[Mention], people: list[Mention]) -> list[Mention]:
    """The people of an idiom without its subject: "أسر المقاتلون سبعة جنود", "أوقف عناصر من الأمن الناشطة"."""
    active = trigger.row is not None and trigger.row.get("voice") in ("active", "either")
    if active and len(inside) > 1 and not linked(doc, inside[1]):
        return inside[1:]
    after = [p for p in people if trigger.end <= p.start and distance(doc, trigger.end, p.start) <= _AFTER_SUBJECT]
    vague = of(inside[0]).group in _FORCE_NOUNS and of(inside[0]).amount.vague
    if active and vague and after and not linked(doc, after[0]) and not of(after[0]).subset:
        return after
    return inside
