"""Distances and bearings from a named place: "80 كلم غرب القطرون", "غرب بنغازي"; the way between two places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc

from ..layers import beginning, layer, lexicons, words
from ..patterns import Match
from ..schema import Amount, Mention, Relation
from .containment import gaps, link_words
from .gazetteer import bare_forms
from .names import name_of
from .placecues import Cues, cues, word_set

_MOST_SKIPPED, _LONGEST_WAY, _LONGEST_NUMBER = 2, 5, 60

Related = dict[int, tuple[Relation, tuple[int, ...]]]
"""The relation of a mention, by its number, and the numbers of the mentions that it counts from."""


def relations(doc: Doc, mentions: Sequence[Mention]) -> tuple[Related, set[int]]:
    """The relation of each mention that has one, and the mentions that only serve to count from."""
    found: Related = between_pairs(doc, mentions)
    anchors: set[int] = set()
    between = gaps(doc, mentions)
    for index, mention in enumerate(mentions):
        relation = relation_to(doc, mention)
        if relation is None:
            continue
        subject = index - 1
        if index and relation.distance_km is not None and between[subject] is not None:
            found.setdefault(subject, (relation, (index,)))
            anchors.add(index)
        else:
            found[index] = relation, (index,)
    return found, anchors


def between_pairs(doc: Doc, mentions: Sequence[Mention]) -> Related:
    """ "بين مجدول والقطرون", "بين مدينتي غاو وكيدال": each of the two with the way between them."""
    found: Related = {}
    read, allowed = words(doc), word_set(lexicons(doc), "between")
    for index, (first, second) in enumerate(pairwise(mentions)):
        start, after = class_start(doc, first), read.position[first.end]
        joined = after == class_start(doc, second) and read.forms[after].startswith("و")
        if start and joined and not allowed.isdisjoint(bare_forms(read.forms[start - 1])):
            relation = Relation(None, None, name_of(doc, first), name_of(doc, second))
            found |= {at: (relation, (index, index + 1)) for at in (index, index + 1)}
    return found


def relation_to(doc: Doc, anchor: Mention) -> Relation | None:
    """What the words around a name say of the way from it."""
    around = cues(doc)
    direction, before = direction_before(doc, anchor, around)
    km = distance_ending(doc, before, around)
    if km is None:
        km = distance_after(doc, anchor, around)
    if direction is None and km is None:
        return None
    bearing = direction.row["bearing"] if direction else bearing_after(doc, anchor, around)
    return Relation(km, bearing, name_of(doc, anchor))


def direction_before(doc: Doc, anchor: Mention, around: Cues) -> tuple[Match | None, int]:
    """The direction word before a name (and its class word), and the word where what precedes it ends."""
    start = class_start(doc, anchor)
    at = skip_back(doc, start)
    direction = around.before(at, "direction")
    if direction is None or not counts_from(doc, direction, at < start):
        return None, at
    return direction, skip_back(doc, direction.start)


def counts_from(doc: Doc, direction: Match, linked: bool) -> bool:
    """شمال س stands alone; الشمال and شمالا need من before the place they count from (خيبر الجنوب بعسير has none)."""
    word = words(doc).forms[direction.end - 1]
    return linked or not word.startswith("ال")


def class_start(doc: Doc, mention: Mention) -> int:
    """The word at which a name begins, its class word included."""
    asked = mention.slots.get("class")
    start = asked.start if asked is not None and asked.start < mention.start else mention.start
    at = words(doc).position[start]
    before = cues(doc).before(at, "class")
    return before.start if before else at


def skip_back(doc: Doc, at: int) -> int:
    """Past words such as من, عن and إلى before a word."""
    forms, allowed = words(doc).forms, link_words(lexicons(doc), "from")
    for _ in range(_MOST_SKIPPED):
        if at and not allowed.isdisjoint(bare_forms(forms[at - 1])):
            at -= 1
    return at


def distance_ending(doc: Doc, end: int, around: Cues) -> float | None:
    """The kilometres that end just before a word."""
    unit = around.before(end, "unit")
    if unit is None:
        return None
    amount = amount_ending(doc, unit.start)
    return None if amount is None else round(amount * float(unit.row["km"]), 3)


def amount_ending(doc: Doc, end: int) -> float | None:
    """The number that ends at a word: a mention of the numbers, or digits."""
    position, forms = words(doc).position, words(doc).forms
    last = words(doc).token[end - 1] + 1 if end else 0
    for mention in beginning(layer(doc, "numbers"), last - _LONGEST_NUMBER, last):
        if position[mention.end] == end and isinstance(mention.value, Amount):
            value = mention.value.best or mention.value.high or mention.value.low
            return None if value is None else float(value)
    return float(forms[end - 1]) if end and forms[end - 1].isdecimal() else None


def distance_after(doc: Doc, anchor: Mention, around: Cues) -> float | None:
    """The kilometres after a name: "غرب القطرون بحوالي (80كلم)", "عن مأرب نحو 170 كم"."""
    read = words(doc)
    start = read.position[anchor.end]
    for at in range(start, min(start + _LONGEST_WAY, len(read.forms))):
        unit = around.at(at, "unit")
        if unit is not None:
            allowed = link_words(lexicons(doc), "from")
            if counts_on(doc, unit.end, around):
                return None
            linked = all(w.isdigit() or not allowed.isdisjoint(bare_forms(w)) for w in read.forms[start : at - 1])
            return distance_ending(doc, unit.end, around) if linked else None
    return None


def counts_on(doc: Doc, end: int, around: Cues) -> bool:
    """ "جبل عصيدة على بعد 80 كيلومترا غرب القطرون": the way counts from the name behind, not from the one before."""
    direction = around.at(end, "direction")
    if direction is None:
        return False
    behind = words(doc).token[direction.end : direction.end + _MOST_SKIPPED + 1]
    return bool(behind and beginning(layer(doc, "places"), behind[0], behind[-1] + 1))


def bearing_after(doc: Doc, anchor: Mention, around: Cues) -> str | None:
    """A direction just after the name, where a distance stood before it."""
    direction = around.at(words(doc).position[anchor.end], "direction")
    return direction.row["bearing"] if direction else None
