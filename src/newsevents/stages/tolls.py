"""Casualties: the rows that the harm words of a clause give, subsets folded into the rows they detail."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from spacy.tokens import Doc

from ..layers import text_of, words
from ..schema import Amount, Mention, Toll
from .chains import distance, of
from .clauses import Clause
from .connectives import connectives
from .reports import heads_figure, report
from .victims import counts, subject_first, victims_of
from .whose import type_of

_KINDS = ("killed", "wounded", "detained", "abducted", "missing", "displaced")
_UNSPLIT = Amount(None, None, None, vague=True)
_UNKNOWN = "unknown"
_TAKEN_UP = frozenset(("casualties", "bodies"))
_SEVERAL = 2


def tolls(doc: Doc, clause: Clause) -> list[Toll]:
    """The casualty rows of a clause; people of no known type are taken for more of those before."""
    found: list[Toll] = []
    used: set[int] = set()
    for index, trigger in enumerate(clause.triggers):
        until = reach(doc, clause, index)
        for toll in counted(doc, clause, trigger, until, used):
            known = next((t.victim_type for t in reversed(found) if t.victim_type != _UNKNOWN), _UNKNOWN)
            found.append(replace(toll, victim_type=known) if toll.victim_type == _UNKNOWN else toll)
    means = report(doc, clause.start, clause.end)
    totals = {t.kind for t in found if t.toll == "total"}
    return [replace(t, toll=means) if means and t.toll == "new" and t.kind not in totals else t for t in found]


def reach(doc: Doc, clause: Clause, index: int) -> int:
    """How far the victims of a trigger may stand: up to the next one, or past it where that is the subject.

    "قتل قصف مدفعي 12 مدنيا": the act right behind the verb did it, its victims follow.
    """
    trigger, rest = clause.triggers[index], clause.triggers[index + 1 :]
    if rest and distance(doc, trigger.end, rest[0].start) <= 0 and rest[0].row and not rest[0].row.get("harm"):
        rest = rest[1:]
    return rest[0].start if rest else clause.end


def counted(doc: Doc, clause: Clause, trigger: Mention, until: int, used: set[int]) -> Iterator[Toll]:
    """The rows that one harm word gives."""
    harm, voice = (trigger.row["harm"], trigger.row["voice"]) if trigger.row else ("", "")
    if voice == "none":
        yield from (zero(doc, trigger, kind) for kind in ("killed", "wounded"))
        return
    kinds = ("killed", "wounded") if harm == "joint" else (harm,)
    victims = [v for v in victims_of(doc, clause, trigger, until, used) if harm]
    slain = subject_first(doc, clause, trigger, used) if harm == "joint" and voice == "passive" else []
    used.update(v.start for v in [*slain, *victims])
    if slain and victims:
        yield from rows(doc, "killed", trigger, slain, joint=False)
        yield from rows(doc, "wounded", trigger, victims, joint=False)
        return
    means = "total" if heads_total(doc, trigger) else "new"
    for kind in kinds:
        if kind in _KINDS:
            found = rows(doc, kind, trigger, victims, joint=harm == "joint")
            yield from (replace(t, toll=means) if t.toll == "new" else t for t in found)


def heads_total(doc: Doc, trigger: Mention) -> bool:
    """Whether the noun that is counted announces a total: "ليرتفع عدد القتلى إلى تسعة"."""
    sums = words(doc).forms[words(doc).position[trigger.start]] in connectives(doc, "sums")
    return counts(trigger) and (sums or heads_figure(doc, trigger.start))


def zero(doc: Doc, trigger: Mention, kind: str) -> Toll:
    """A row that says there were none: دون وقوع إصابات."""
    told = text_of(doc, trigger.start, trigger.end)
    return Toll(kind, Amount.exactly(0), trigger.start, trigger.end, told, _UNKNOWN, rule=trigger.source)


def rows(doc: Doc, kind: str, trigger: Mention, victims: list[Mention], joint: bool) -> Iterator[Toll]:
    """One row per victim type; parts of one type are summed, subsets become of_whom."""
    parts = tuple((of(v).group, of(v).amount.best) for v in victims if of(v).subset)
    by_type: dict[Group, Toll] = {}
    for victim in anew(victims):
        key = group(doc, victim, by_type)
        toll = row(doc, kind, trigger, victim, joint)
        old = by_type.get(key)
        by_type[key] = replace(old, amount=old.amount + toll.amount, end=max(old.end, toll.end)) if old else toll
    for index, (key, toll) in enumerate(by_type.items()):
        yield replace(toll, victim_type=key.type, of_whom=parts if index == len(by_type) - 1 else ())


def anew(victims: list[Mention]) -> list[Mention]:
    """The victims that make rows: parts instead of their whole; people told of before only where none are new."""
    if found := whole_of_parts(victims):
        return found
    whole = [v for v in victims if not of(v).subset]
    return [v for v in whole if not told_before(v)] or [v for v in whole if of(v).group not in _TAKEN_UP]


def whole_of_parts(victims: list[Mention]) -> list[Mention]:
    """ "13 قتيلا هم أربعة عسكريين وتسعة موظفين": parts of several types that add up to the whole."""
    parts = [v for v in victims if of(v).subset]
    if len(victims) != len(parts) + 1 or len({of(v).type for v in parts} - {_UNKNOWN}) < _SEVERAL:
        return []
    figures = [of(v).amount.best for v in parts]
    return parts if None not in figures and sum(filter(None, figures)) == of(victims[0]).amount.best else []


class Group(NamedTuple):
    """Whose figures are summed: one victim type, exact figures apart from vague ones and from "8 others"."""

    type: str
    vague: bool = False
    others: bool = False


def group(doc: Doc, victim: Mention, told: Iterable[Group]) -> Group:
    """The group of a victim beside those told before; of no known type, it is more of the first."""
    people, first, own = of(victim), next(iter(told), None), type_of(doc, victim)
    type_ = first.type if own == _UNKNOWN and first else own
    return Group(type_, people.amount.vague, people.group == "others" and first is not None)


def told_before(victim: Mention) -> bool:
    """People already counted: الجنود الأربعة، القتلى."""
    people = of(victim)
    return people.definite and (people.amount.best != 1) and (people.counted or people.group in _TAKEN_UP)


def row(doc: Doc, kind: str, trigger: Mention, victim: Mention, joint: bool) -> Toll:
    """The row of one group."""
    people = of(victim)
    return Toll(
        kind=kind,
        amount=halved(people.amount) if joint else people.amount,
        start=min(trigger.start, victim.start),
        end=max(trigger.end, victim.end),
        victims=people.noun or text_of(doc, victim.start, victim.end),
        victim_type=people.type,
        toll="joint" if joint else "repeat" if told_before(victim) else "new",
        rule=trigger.source,
        victim_start=victim.start,
        group=people.group,
    )


def halved(amount: Amount) -> Amount:
    """A joint figure bounds each kind from above and says nothing more; a vague one says nothing."""
    return _UNSPLIT if amount.vague else Amount(None, None, amount.best)
