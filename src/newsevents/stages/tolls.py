"""Casualties: which people a harm word counts, of which kind, and what is only a part of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from ..layers import layer, text_of, words
from ..schema import Amount, Mention, People, Toll
from .clauses import Clause

_KINDS = {"killed", "wounded", "detained", "abducted", "missing", "displaced"}
_REACH = 8
_LOOK_BACK = 6
_UNSPLIT = Amount(None, None, None, vague=True)


def tolls(doc: Doc, clause: Clause) -> list[Toll]:
    """The casualty rows of a clause, subsets folded into the rows they detail."""
    found: list[Toll] = []
    used: set[int] = set()
    for index, trigger in enumerate(clause.triggers):
        harm = trigger.row.get("harm") if trigger.row else ""
        if not harm or clause.assertions[index].modality in ("denied", "planned", "threatened", "hypothetical"):
            continue
        until = clause.triggers[index + 1].start if index + 1 < len(clause.triggers) else clause.end
        for toll in counted(doc, clause, trigger, until, used):
            found.append(toll)
    return found


def counted(doc: Doc, clause: Clause, trigger: Mention, until: int, used: set[int]) -> Iterator[Toll]:
    """The rows that one harm word gives."""
    harm = trigger.row["harm"] if trigger.row else ""
    if is_zero(trigger):
        yield from (zero(doc, trigger, kind) for kind in ("killed", "wounded"))
        return
    victims = victims_of(doc, clause, trigger, until, used)
    used.update(v.start for v in victims)
    kinds = ("killed", "wounded") if harm == "joint" else (harm,)
    for kind in kinds:
        if kind in _KINDS:
            yield from rows(doc, kind, trigger, victims, joint=harm == "joint")


def is_zero(trigger: Mention) -> bool:
    """ "دون وقوع إصابات": a stated zero."""
    return bool(trigger.row) and trigger.row.get("voice") in ("none", "zero")  # type: ignore[union-attr]


def zero(doc: Doc, trigger: Mention, kind: str) -> Toll:
    """A row that says there were none."""
    words_ = text_of(doc, trigger.start, trigger.end)
    return Toll(kind, Amount.exactly(0), trigger.start, trigger.end, words_, "unknown", rule=trigger.source)


def victims_of(doc: Doc, clause: Clause, trigger: Mention, until: int, used: set[int]) -> list[Mention]:
    """The people a harm word counts: inside an idiom, behind it, or (subject first) before it."""
    people = [p for p in layer(doc, "people") if clause.start <= p.start < clause.end and p.start not in used]
    inside = [p for p in people if trigger.start <= p.start < trigger.end or p.start <= trigger.start < p.end]
    if inside and any(of(p).amount != Amount.exactly(1) or p.start > trigger.start for p in inside):
        return chain(doc, inside[0], people, until)
    behind = [p for p in people if trigger.end <= p.start < until and near(doc, trigger, p)]
    if behind:
        return chain(doc, behind[0], people, until)
    before = [p for p in people if p.end <= trigger.start and distance(doc, p.end, trigger.start) <= _LOOK_BACK]
    verbal = trigger.row is not None and trigger.row.get("voice") not in ("noun",)
    return before[-1:] if before and verbal else inside[:1]


def near(doc: Doc, trigger: Mention, people: Mention) -> bool:
    """Within reach, and no verb or clause between that could have another subject."""
    return distance(doc, trigger.end, people.start) <= _REACH


def distance(doc: Doc, start: int, end: int) -> int:
    """Words between two tokens."""
    position = words(doc).position
    return position[end] - position[start]


def chain(doc: Doc, first: Mention, people: list[Mention], until: int) -> list[Mention]:
    """The first group, the groups coordinated with it, and the subsets that detail them."""
    found = [first]
    for mention in people:
        last = found[-1]
        if mention.start <= first.start or mention.start >= until:
            continue
        if of(mention).subset or joined(doc, last, mention):
            found.append(mention)
    return found


def joined(doc: Doc, last: Mention, mention: Mention) -> bool:
    """ "ضابط وأربعة جنود": the next group stands behind و within a few words."""
    texts = doc.user_data["token_texts"]
    gap = distance(doc, last.end, mention.start)
    first = texts[mention.start]
    return gap <= 5 and (first.startswith("و") or (mention.start > 0 and texts[mention.start - 1] == "و"))


def of(mention: Mention) -> People:
    """The people that a mention counts."""
    value = mention.value
    if not isinstance(value, People):
        raise TypeError(f"not a mention of people: {mention}")
    return value


def rows(doc: Doc, kind: str, trigger: Mention, victims: list[Mention], joint: bool) -> Iterator[Toll]:
    """One row per victim type; parts of one type are summed, subsets become of_whom."""
    whole = [v for v in victims if not of(v).subset]
    parts = tuple((of(v).group, of(v).amount.best) for v in victims if of(v).subset)
    whole = [v for v in whole if not (of(v).definite and of(v).counted)] or whole[:0]
    if not whole:
        return
    by_type: dict[str, Toll] = {}
    for victim in whole:
        people = of(victim)
        key = people.type if people.type != "unknown" else next(iter(by_type), "unknown")
        amount = halved(people.amount) if joint else people.amount
        if key in by_type:
            by_type[key] = replace(by_type[key], amount=by_type[key].amount + amount, end=victim.end)
        else:
            text = text_of(doc, victim.start, victim.end)
            span = min(trigger.start, victim.start), max(trigger.end, victim.end)
            mode = "joint" if joint else "new"
            by_type[key] = Toll(kind, amount, *span, text, key, toll=mode, rule=trigger.source)
    for index, toll in enumerate(by_type.values()):
        yield replace(toll, of_whom=parts) if index == len(by_type) - 1 else toll


def halved(amount: Amount) -> Amount:
    """A joint figure bounds each kind from above and says nothing more."""
    return Amount(None, None, amount.best, amount.vague)
