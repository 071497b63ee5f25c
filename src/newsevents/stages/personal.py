"""Victims known by name: اغتيال عماد مغنية، إن محمد الشدادي أصيب، الشبان صهيب ومحمد وأشرف."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from ..layers import beginning, layer, lexicons, text_of, words
from ..lexicons import Lexicons
from ..patterns import SENTENCE_ENDS, expand
from ..schema import Amount, Mention, People
from .chains import distance, of
from .clauses import Clause
from .connectives import connectives

_LONGEST = 6
_BEFORE = 14
_STEPS = 3
_SERVANT = "عبدال"
_COMMAS = frozenset("،,")


def by_name(doc: Doc, clause: Clause, trigger: Mention) -> list[Mention]:
    """ "اغتيال عماد مغنية", "اختطف مسلحون محمد الشدادي": people known by name alone count one each."""
    at = object_at(doc, clause, trigger)
    names = list(named_from(doc, at)) or announced(doc, clause, trigger)
    if not names:
        return []
    start, end = words(doc).span(*names[0])
    noun = text_of(doc, start, end)
    return [Mention("people", start, end, People(Amount.exactly(len(names)), "persons", "unknown", noun), trigger.row)]


def object_at(doc: Doc, clause: Clause, trigger: Mention) -> int:
    """The word behind the trigger, past the act or party right behind it that is its subject, and past a date."""
    token = trigger.end
    for _ in range(_STEPS):
        if opens_name(doc, words(doc).position[token]):
            break
        over = [
            *clause.triggers,
            *layer(doc, "actors"),
            *layer(doc, "dates"),
            *beginning(layer(doc, "people"), token, token + _STEPS),
        ]
        ends = [m.end for m in over if m.end > token >= trigger.end and 0 <= m.start - token <= 1]
        if not ends:
            break
        token = max(ends)
    return words(doc).position[token]


def named_from(doc: Doc, at: int) -> Iterator[tuple[int, int]]:
    """The names in a row from this word on: "محمد عويس (28 عاما)، وأشرف السعدي"."""
    forms = words(doc).forms
    while opens_name(doc, at):
        end = next_name(doc, at + 1)
        yield at, min(at + 2, len(forms))
        if end is None:
            return
        at = end


def next_name(doc: Doc, at: int) -> int | None:
    """Where و opens the next name of a list, within a few words."""
    forms = words(doc).forms
    for word in range(at, min(at + _LONGEST, len(forms))):
        if forms[word] in SENTENCE_ENDS:
            return None
        if forms[word].startswith("و") and opens_name(doc, word):
            return word
    return None


def opens_name(doc: Doc, at: int) -> bool:
    """Whether a first name or أبو stands here, also behind و, with another word of the name behind it."""
    forms = words(doc).forms
    if at + 1 >= len(forms) or forms[at + 1] in SENTENCE_ENDS | _COMMAS:
        return False
    known = first_names(lexicons(doc)) | connectives(doc, "kunya")
    if forms[at] in connectives(doc, "against"):
        return forms[at + 1] in known
    word = forms[at].removeprefix("و")
    return forms[at] in known or word in known or word.startswith(_SERVANT)


def announced(doc: Doc, clause: Clause, trigger: Mention) -> list[tuple[int, int]]:
    """ "إن محمد الشدادي نائب الرئيس أصيب": a name that opens what is said, before a passive verb."""
    if trigger.row is None or trigger.row.get("voice") not in ("passive", "agentless"):
        return []
    position, forms = words(doc).position, words(doc).forms
    last = position[trigger.start]
    for at in range(last - 1, max(last - _BEFORE, position[clause.start]) - 1, -1):
        if forms[at] in connectives(doc, "that"):
            return [(at + 1, at + 3)] if opens_name(doc, at + 1) else []
        if any(distance(doc, t.start, trigger.start) == last - at for t in clause.triggers if t is not trigger):
            return []
    return []


def with_names(doc: Doc, victims: list[Mention]) -> list[Mention]:
    """ "الشبان صهيب الغول ومحمد عويس": people listed by name are as many as the names."""
    return [listed(doc, victim) for victim in victims]


def listed(doc: Doc, victim: Mention) -> Mention:
    """The group with the count of the names behind it."""
    people = of(victim)
    if not (people.definite and people.amount.vague and not people.subset):
        return victim
    behind = words(doc).position[victim.end]
    second = next_name(doc, behind + 1)
    names = 1 + len(list(named_from(doc, second))) if second and not of_place(doc, behind) else 0
    return replace(victim, value=replace(people, amount=Amount.exactly(names), counted=False)) if names > 1 else victim


def of_place(doc: Doc, at: int) -> bool:
    """Whether a small word stands here, where a name should."""
    return words(doc).forms[at] in connectives(doc, "in") | connectives(doc, "from") | connectives(doc, "relative")


@cache
def first_names(tables: Lexicons) -> frozenset[str]:
    """The folded first names of toponyms/people.tsv."""
    rows = (row for row in tables.rows("toponyms/people.tsv") if row["cue"] in ("first", "weak"))
    return frozenset(
        str(items[0]) for row in rows for items in expand(row["pattern"], row.source) if isinstance(items[0], str)
    )
