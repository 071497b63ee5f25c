"""Whose people a pronoun means: "أربعة من أفرادها" of a family are civilians, "ثلاثة منهم" of a crowd as well."""

from __future__ import annotations

from spacy.tokens import Doc

from ..layers import beginning, layer, lexicons, words
from ..schema import Mention, Party
from .chains import of
from .connectives import connectives
from .sides import TYPES

_REACH = 30
_FEMININE = ("ه", "ات", "يا")
_OWN = ("members", "police", "soldiers", "officers", "commanders", "fighters")
_UNKNOWN, _EXTERNAL, _STATE = "unknown", "external_forces", "state_forces"


def type_of(doc: Doc, victim: Mention) -> str:
    """The victim type of a group, where no word of its own tells it that of what its pronoun takes up."""
    people = of(victim)
    last = words(doc).position[victim.end]
    forms = words(doc).forms
    following = forms[last] if last < len(forms) else ""
    if people.type == _UNKNOWN and following in connectives(doc, "of_them"):
        return crowd(doc, victim, last)
    if people.group not in _OWN or people.type not in (_UNKNOWN, _STATE):
        return people.type
    found = holder(doc, victim, forms[last - 1])
    return found if found and (people.type == _UNKNOWN or found == _EXTERNAL) else people.type


def crowd(doc: Doc, victim: Mention, at: int) -> str:
    """منهم: the people named last before them."""
    first = words(doc).token[max(at - _REACH, 0)]
    before = [of(p) for p in beginning(layer(doc, "people"), first, victim.start)]
    known = [p.type for p in before if p.amount.best != 1 and p.type != _UNKNOWN and not p.subset]
    return known[-1] if known else _UNKNOWN


def holder(doc: Doc, victim: Mention, word: str) -> str:
    """أفرادها, أفراده: the family or force named last before them, feminine or not; "" where there is none."""
    feminine = word.endswith("ها")
    if not feminine and not word.endswith("ه"):
        return ""
    position, forms = words(doc).position, words(doc).forms
    at = position[victim.start]
    actors = {position[m.start]: m for m in layer(doc, "actors")}
    families = lexicons(doc).patterns("people.tsv")
    for word_at in range(at - 1, max(at - _REACH, 0) - 1, -1):
        if forms[word_at] == ".":
            return ""
        actor = actors.get(word_at)
        agrees = forms[word_at].endswith(_FEMININE) is feminine
        if actor is not None and isinstance(actor.value, Party) and agrees:
            return TYPES.get(actor.value.type, "")
        found = families.match(forms, word_at)
        if found and found.row["group"] == "families" and feminine:
            return str(found.row["type"])
    return ""
