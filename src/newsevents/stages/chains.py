"""Chains: groups of people that one word counts together: "ضابط وأربعة جنود بينهم جريح"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from ..layers import words
from ..schema import Mention, People

_NEXT = 5
_NAMED = 14
_POSSESSIVE = ("ه", "ها", "هم", "هما")


def of(mention: Mention) -> People:
    """The people that a mention counts."""
    value = mention.value
    if not isinstance(value, People):
        raise TypeError(f"not a mention of people: {mention}")
    return value


def chain(doc: Doc, first: Mention, people: list[Mention], until: int) -> list[Mention]:
    """The first group, the groups coordinated with it, and the subsets that detail them."""
    found = [first]
    for mention in people:
        if not first.start < mention.start < until:
            continue
        if of(mention).subset:
            found.append(mention)
        elif joined(doc, found[-1], mention):
            found.append(as_subset(mention) if of(found[-1]).subset and close(doc, found[-1], mention) else mention)
    return found


def as_subset(mention: Mention) -> Mention:
    """ "بينهم ثلاث نساء وطفل": what is coordinated with a detail is one too."""
    return replace(mention, value=replace(of(mention), subset=True))


def close(doc: Doc, last: Mention, mention: Mention) -> bool:
    """Right behind it."""
    return distance(doc, last.end, mention.start) <= 1


def joined(doc: Doc, last: Mention, mention: Mention) -> bool:
    """ "ضابط وأربعة جنود", "القيادي خالد العمر ومرافقه": the next group stands behind و within a few words."""
    gap = distance(doc, last.end, mention.start)
    word = words(doc).forms[words(doc).position[mention.start]]
    reach = _NAMED if word.startswith("و") and word.endswith(_POSSESSIVE) else _NEXT
    return gap <= reach and linked(doc, mention)


def linked(doc: Doc, mention: Mention) -> bool:
    """Whether the group stands behind و."""
    at = words(doc).position[mention.start]
    forms = words(doc).forms
    attached = forms[at].startswith("و") and not forms[at].startswith("واحد")
    return attached or (at > 0 and forms[at - 1] == "و")


def overlaps(people: Mention, trigger: Mention) -> bool:
    """Whether the two share a word."""
    return people.start < trigger.end and trigger.start < people.end


def distance(doc: Doc, start: int, end: int) -> int:
    """Words between two tokens."""
    position = words(doc).position
    return position[end] - position[start]
