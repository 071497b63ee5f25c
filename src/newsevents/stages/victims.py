"""Victims: which of the people in a clause a harm word counts."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from ..layers import beginning, layer, words
from ..schema import Mention, People
from .agents import attacked, objects, without_agents
from .chains import chain, distance, joined, of, overlaps
from .clauses import Clause
from .connectives import connectives
from .personal import by_name, with_names
from .reports import figure_behind, heads_figure, lone_figure

_REACH = 8
_LOOK_BACK = 6
_RELATIVE = 14
_TAKES_UP = ("ه", "ها", "هم", "هما", "وا", "دا", "تا", "يبا", "لا")


def victims_of(doc: Doc, clause: Clause, trigger: Mention, until: int, used: set[int]) -> list[Mention]:
    """The people a harm word counts: inside an idiom, behind it, or (subject first) before it."""
    people = available(doc, clause, trigger, used)
    if counts(trigger):
        return counted_noun(doc, clause, trigger, people, until)
    if inside := [p for p in people if overlaps(p, trigger) and p.start > trigger.start]:
        return chain(doc, objects(doc, trigger, inside, people)[0], people, until)
    if found := heads_relative(doc, clause, trigger, people, used):
        return found
    behind = [p for p in people if trigger.end <= p.start < until and distance(doc, trigger.end, p.start) <= _REACH]
    behind = without_agents(doc, trigger, behind)
    if behind and not of(behind[0]).subset:
        return with_names(doc, chain(doc, behind[0], people, until))
    first = before(doc, trigger, people) or taken_up(doc, clause, trigger, used) or by_name(doc, clause, trigger)
    return [*first, *(p for p in behind if of(p).subset)]


def heads_relative(doc: Doc, clause: Clause, trigger: Mention, people: list[Mention], used: set[int]) -> list[Mention]:
    """Those before a relative clause whose verb is the trigger; for "عدد المدنيين الذين قتلوا … 32" with the figure."""
    if not is_relative(doc, trigger) or right_behind(doc, trigger, people):
        return []
    found = antecedents(doc, clause, trigger, used)
    if found and of(found[0]).amount.vague and heads_figure(doc, found[0].start):
        figure = lone_figure(doc, trigger.end, doc._.sentences[clause.sentence].end)
        return [replace(found[0], value=replace(of(found[0]), amount=figure, definite=False))] if figure else found
    return found


def subject_first(doc: Doc, clause: Clause, trigger: Mention, used: set[int]) -> list[Mention]:
    """ "إن جنديا قتل وأصيب آخر": those right before the verb died, those behind it were wounded."""
    found = before(doc, trigger, available(doc, clause, trigger, used))
    return found if found and distance(doc, found[-1].end, trigger.start) <= 1 else []


def taken_up(doc: Doc, clause: Clause, trigger: Mention, used: set[int]) -> list[Mention]:
    """A pronoun on the harm word takes up the people named just before: "جنديين … استشهدا", "ما أدى إلى مقتله"."""
    form = words(doc).forms[words(doc).position[trigger.end - 1]]
    return antecedents(doc, clause, trigger, used) if form.endswith(_TAKES_UP) else []


def is_relative(doc: Doc, trigger: Mention) -> bool:
    """ "جنديين … اللذين استشهدا": the verb of a relative clause has its victims before it."""
    at = words(doc).position[trigger.start]
    passive = trigger.row is not None and trigger.row.get("voice") in ("passive", "either", "agentless")
    return passive and at > 0 and words(doc).forms[at - 1].lstrip("و") in connectives(doc, "relative")


def right_behind(doc: Doc, trigger: Mention, people: list[Mention]) -> bool:
    """ "التفجير الذي أودى بحياة 27 شخصا": the verb of the relative clause has its victims behind it."""
    return any(trigger.end <= p.start and distance(doc, trigger.end, p.start) == 0 for p in people)


def antecedents(doc: Doc, clause: Clause, trigger: Mention, used: set[int]) -> list[Mention]:
    """The people named last before the trigger, in its sentence."""
    sentence = doc._.sentences[clause.sentence]
    near = [
        p
        for p in beginning(layer(doc, "people"), sentence.start, trigger.start)
        if distance(doc, p.end, trigger.start) <= _RELATIVE and named_before(trigger, of(p))
    ]
    return [p for p in near[-1:] if p.start not in used]


def named_before(trigger: Mention, people: People) -> bool:
    """Whether a pronoun on the harm word can mean these people: no parts, no bare toll, no gunmen who take somebody."""
    takers_too = str(trigger.value) == "abduction" and people.type == "non_state_fighters"
    return not people.subset and people.group != "casualties" and not takers_too


def available(doc: Doc, clause: Clause, trigger: Mention, used: set[int]) -> list[Mention]:
    """The clause's people that no other harm word has; a group round another harm word is that one's."""
    others = [t for t in clause.triggers if t is not trigger and counts(t)]
    return [
        p
        for p in beginning(layer(doc, "people"), clause.start, clause.end)
        if p.start not in used and not any(overlaps(p, t) for t in others)
    ]


def counts(trigger: Mention) -> bool:
    """Whether the trigger is itself the noun that is counted: قتيلا، شهداء، جريح."""
    return trigger.row is not None and trigger.row.get("voice") == "count"


def died(doc: Doc, trigger: Mention, inside: list[Mention]) -> bool:
    """ "بعد وفاة جريحين", "وفاة خمسة من الجرحى": the wounded who died are no new wounded."""
    at = words(doc).position[min([trigger.start, *(p.start for p in inside)])]
    wounded = trigger.row is not None and trigger.row.get("harm") == "wounded"
    return wounded and at > 0 and words(doc).forms[at - 1] in connectives(doc, "death")


def with_parts(found: list[Mention], people: list[Mention], until: int) -> list[Mention]:
    """ "9 قتلى بينهم طفلان": the group and the parts told of it before the next harm word."""
    parts = [p for p in people if found and found[-1].end <= p.start < until and of(p).subset]
    return [*found, *parts]


def before_between(doc: Doc, trigger: Mention, people: list[Mention]) -> list[Mention]:
    """ "58 شخصا بين قتيل وجريح", "ضابط و14 جنديا بين شهيد ومصاب": those counted stand just before."""
    last = [p for p in people if p.end <= trigger.start and distance(doc, p.end, trigger.start) <= 1][-1:]
    joint = trigger.row is not None and trigger.row.get("harm") == "joint"
    return whole_before(doc, last[0], people) if last and joint else last


def whole_before(doc: Doc, last: Mention, people: list[Mention]) -> list[Mention]:
    """A group with those before it that it is coordinated with."""
    whole = [last]
    for mention in reversed([p for p in people if p.end <= last.start]):
        if not joined(doc, mention, whole[0]):
            break
        whole.insert(0, mention)
    return whole


def counted_noun(doc: Doc, clause: Clause, trigger: Mention, people: list[Mention], until: int) -> list[Mention]:
    """The group round the noun; for a heading (عدد القتلى … إلى 15) the figure behind إلى."""
    inside = [p for p in people if overlaps(p, trigger)]
    if not heads_figure(doc, trigger.start):
        before_it = before_between(doc, trigger, people)
        vague = bool(inside) and of(inside[0]).amount.vague and bool(before_it)
        found = [] if died(doc, trigger, inside) else before_it if vague else inside[:1] or before_it
        return with_parts(found, people, until)
    at = figure_behind(doc, trigger.end, clause.end)
    figure = [p for p in people if at is not None and words(doc).position[p.start] == at]
    return [p for p in figure if of(p).group in ("persons", "casualties") or of(p).type != "unknown"]


def before(doc: Doc, trigger: Mention, people: list[Mention]) -> list[Mention]:
    """Subject first: "ضابط وجنديان قتلوا"."""
    fled = trigger.row is not None and trigger.row.get("harm") == "displaced"
    if trigger.row is None or not (fled or trigger.row.get("voice") in ("passive", "either", "agentless")):
        return []
    near = [p for p in people if p.end <= trigger.start and distance(doc, p.end, trigger.start) <= _LOOK_BACK]
    found = [p for p in people if near and p.start <= near[-1].start and not of(p).subset]
    if not found or distance(doc, found[-1].end, near[-1].start) > _LOOK_BACK or attacked(doc, found[-1], trigger):
        return []
    if not named_before(trigger, of(found[-1])):
        return []
    return whole_before(doc, found[-1], people)
