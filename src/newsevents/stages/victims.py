"""Victims: which of the people in a clause a harm word counts."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from ..layers import beginning, layer, lexicons, text_of, words
from ..lexicons import Lexicons
from ..patterns import expand
from ..schema import Amount, Mention, People
from .clauses import Clause
from .connectives import connectives
from .reports import figure_behind, heads_figure

_REACH = 8
_LOOK_BACK = 6
_NEXT = 5
_RELATIVE = 14
_ONE = Amount.exactly(1)
_ARMED = frozenset(("non_state_fighters", "state_forces", "external_forces"))
_TAKES_UP = ("ه", "ها", "هم", "هما", "وا", "دا", "تا", "يبا", "لا")
_POSSESSIVE = ("ه", "ها", "هم", "هما")


def of(mention: Mention) -> People:
    """The people that a mention counts."""
    value = mention.value
    if not isinstance(value, People):
        raise TypeError(f"not a mention of people: {mention}")
    return value


def victims_of(doc: Doc, clause: Clause, trigger: Mention, until: int, used: set[int]) -> list[Mention]:
    """The people a harm word counts: inside an idiom, behind it, or (subject first) before it."""
    people = available(doc, clause, trigger, used)
    inside = [p for p in people if overlaps(p, trigger)]
    if counts(trigger):
        return counted_noun(doc, clause, trigger, inside, people)
    inside = [p for p in inside if p.start > trigger.start]
    if inside:
        return chain(doc, objects(doc, trigger, inside)[0], people, until)
    if (
        is_relative(doc, trigger)
        and not right_behind(doc, trigger, people)
        and (antecedent := antecedents(doc, clause, trigger, used))
    ):
        return antecedent
    behind = [p for p in people if trigger.end <= p.start < until and distance(doc, trigger.end, p.start) <= _REACH]
    behind = without_agents(doc, trigger, behind)
    if behind and not of(behind[0]).subset:
        return chain(doc, behind[0], people, until)
    first = before(doc, trigger, people) or taken_up(doc, clause, trigger, used) or by_name(doc, trigger)
    return [*first, *(p for p in behind if of(p).subset)]


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


def died(doc: Doc, trigger: Mention) -> bool:
    """ "بعد وفاة جريحين": the wounded who died are no new wounded."""
    at = words(doc).position[trigger.start]
    wounded = trigger.row is not None and trigger.row.get("harm") == "wounded"
    return wounded and at > 0 and words(doc).forms[at - 1] in connectives(doc, "death")


def before_between(doc: Doc, trigger: Mention, people: list[Mention]) -> list[Mention]:
    """ "58 شخصا بين قتيل وجريح": those counted stand just before."""
    return [p for p in people if p.end <= trigger.start and distance(doc, p.end, trigger.start) <= 1][-1:]


def objects(doc: Doc, trigger: Mention, inside: list[Mention]) -> list[Mention]:
    """The people of an idiom without its subject: "أسر المقاتلون سبعة جنود", "عثر السكان على ثلاث جثث"."""
    active = trigger.row is not None and trigger.row.get("voice") in ("active", "either")
    if active and len(inside) > 1 and not linked(doc, inside[1]):
        return inside[1:]
    return inside


def overlaps(people: Mention, trigger: Mention) -> bool:
    """Whether the two share a word."""
    return people.start < trigger.end and trigger.start < people.end


def by_name(doc: Doc, trigger: Mention) -> list[Mention]:
    """ "اغتيال عماد مغنية", "أصيب محمد الشدادي": somebody known by name alone counts one."""
    at = words(doc).position[trigger.end]
    forms = words(doc).forms
    if at + 1 >= len(forms) or forms[at] not in first_names(lexicons(doc)) - connectives(doc, "against"):
        return []
    start, end = words(doc).span(at, min(at + 3, len(forms)))
    noun = text_of(doc, start, words(doc).token[at + 1] + 1)
    return [Mention("people", start, end, People(_ONE, "persons", "unknown", noun), trigger.row)]


@cache
def first_names(tables: Lexicons) -> frozenset[str]:
    """The folded first names of toponyms/people.tsv."""
    rows = (row for row in tables.rows("toponyms/people.tsv") if row["cue"] in ("first", "weak"))
    return frozenset(
        str(items[0]) for row in rows for items in expand(row["pattern"], row.source) if isinstance(items[0], str)
    )


def counted_noun(
    doc: Doc, clause: Clause, trigger: Mention, inside: list[Mention], people: list[Mention]
) -> list[Mention]:
    """The group round the noun; for a heading (عدد القتلى … إلى 15) the figure behind إلى."""
    if not heads_figure(doc, trigger.start):
        before_it = before_between(doc, trigger, people)
        vague = bool(inside) and of(inside[0]).amount.vague and bool(before_it)
        return [] if died(doc, trigger) else before_it if vague else inside[:1] or before_it
    at = figure_behind(doc, trigger.end, clause.end)
    figure = [p for p in people if at is not None and words(doc).position[p.start] == at]
    return [p for p in figure if of(p).group in ("persons", "casualties") or of(p).type != "unknown"]


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
        trigger.start < w.end for w in beginning(layer(doc, "weapons"), trigger.start - _RELATIVE, trigger.end)
    )
    armed = of(first).type == "non_state_fighters" and distance(doc, trigger.end, first.start) <= 1
    one_word = distance(doc, trigger.start, trigger.end) == 1  # "تمكن الجيش من القضاء على" has its subject inside
    return acts and armed and one_word and not has_subject


def behind_agent_word(doc: Doc, people: Mention) -> bool:
    """ "برصاص جنود", "باستثناء المهاجم": the word before tells an agent, or one who is not counted."""
    at = words(doc).position[people.start]
    before_it = connectives(doc, "agent") | connectives(doc, "except")
    return at > 0 and words(doc).forms[at - 1] in before_it


def subject(doc: Doc, trigger: Mention, behind: list[Mention]) -> bool:
    """ "اغتال مسلحان تاجرا": armed people right behind the verb, and others behind them without و."""
    first, second = behind[0], behind[1]
    armed = of(first).type in _ARMED and distance(doc, trigger.end, first.start) <= 1
    close = distance(doc, first.end, second.start) <= 1
    return armed and close and not linked(doc, second) and not of(second).subset


def before(doc: Doc, trigger: Mention, people: list[Mention]) -> list[Mention]:
    """Subject first: "ضابط وجنديان قتلوا"."""
    fled = trigger.row is not None and trigger.row.get("harm") == "displaced"
    if trigger.row is None or not (fled or trigger.row.get("voice") in ("passive", "either", "agentless")):
        return []
    near = [p for p in people if p.end <= trigger.start and distance(doc, p.end, trigger.start) <= _LOOK_BACK]
    found = [p for p in people if near and p.start <= near[-1].start and not of(p).subset]
    if not found or distance(doc, found[-1].end, near[-1].start) > _LOOK_BACK or attacked(doc, found[-1], trigger):
        return []
    whole = [found[-1]]
    for mention in reversed([p for p in people if p.end <= found[-1].start]):
        if not joined(doc, mention, whole[0]):
            break
        whole.insert(0, mention)
    return whole


def attacked(doc: Doc, people: Mention, trigger: Mention) -> bool:
    """ "مسلحين هجموا على القرية وقتلوا مؤذنا": those who attacked just before are not whom they killed."""
    acts = beginning(layer(doc, "triggers"), people.end, trigger.start)
    return any(t.row is not None and t.row.get("voice") == "active" and not t.row.get("harm") for t in acts) and (
        words(doc).forms[words(doc).position[trigger.start]].endswith("وا")
    )


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
    reach = _RELATIVE if word.startswith("و") and word.endswith(_POSSESSIVE) else _NEXT
    return gap <= reach and linked(doc, mention)


def linked(doc: Doc, mention: Mention) -> bool:
    """Whether the group stands behind و."""
    at = words(doc).position[mention.start]
    forms = words(doc).forms
    attached = forms[at].startswith("و") and not forms[at].startswith("واحد")
    return attached or (at > 0 and forms[at - 1] == "و")


def distance(doc: Doc, start: int, end: int) -> int:
    """Words between two tokens."""
    position = words(doc).position
    return position[end] - position[start]
