"""Who did it and to whom: every actor of a frame is ranked for every role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from ..layers import layer, lexicons, words
from ..schema import Argument, Mention, Party, Row
from .clauses import Clause
from .kinds import family

_ACTIVE = frozenset(("active", "either"))
_AGAINST = frozenset(("علي", "ضد"))
_CLASHES = frozenset(("armed_clash",))
_TRANSPARENT = frozenset(("قد", "امس", "اليوم", "قوات", "عناصر", "افراد"))
_WEAK = 0.3
_MARKER_SLACK = 1


@dataclass(frozen=True, slots=True)
class Marker:
    """A row of roles.tsv found at words [start:end)."""

    start: int
    end: int
    row: Row


def roles(doc: Doc, clause: Clause, actors: list[Mention]) -> list[Argument]:
    """Each actor of the clause in its best role, with the rule that gave it."""
    markers = list(markers_of(doc, clause))
    found: list[Argument] = []
    for actor in actors:
        ranked = sorted(candidates(doc, clause, actor, markers, actors), key=lambda a: -a.score)
        if ranked:
            found.append(ranked[0])
    return shared(doc, found)


def markers_of(doc: Doc, clause: Clause) -> Iterator[Marker]:
    """The role markers of the clause."""
    all_words = words(doc)
    first, last = all_words.position[clause.start], all_words.position[clause.end]
    for match in lexicons(doc).patterns("roles.tsv").find(all_words.forms[first:last]):
        yield Marker(first + match.start, first + match.end, match.row)


def candidates(
    doc: Doc, clause: Clause, actor: Mention, markers: list[Marker], actors: list[Mention]
) -> Iterator[Argument]:
    """Every role the actor could have, lower where its kind rarely has it."""
    for argument in (
        *by_marker(doc, actor, markers),
        *(a for trigger in clause.triggers for a in by_position(doc, trigger, actor, actors)),
        by_order(clause, actor),
    ):
        yield replace(argument, score=argument.score - unlikely(clause, argument))


def unlikely(clause: Clause, argument: Argument) -> float:
    """Civilians hardly ever strike; protesters hardly ever are the target of their own protest."""
    party = argument.mention.value
    kind = party.type if isinstance(party, Party) else ""
    protest = any(family(t.value) == "protest" for t in clause.triggers)
    if kind in ("protesters", "rioters"):
        return 0.4 if protest == (argument.role == "target") else 0.0
    return 0.6 if kind == "civilians" and argument.role == "perpetrator" and not protest else 0.0


def by_marker(doc: Doc, actor: Mention, markers: list[Marker]) -> Iterator[Argument]:
    """Roles that a marker gives: على يد، برصاص، استهدف، بدعم من."""
    position = words(doc).position
    start, end = position[actor.start], position[actor.end]
    for marker in markers:
        reach = int(marker.row["distance"])
        gap = start - marker.end if marker.row["side"] == "after" else marker.start - end
        inside = marker.row["side"] == "inside" and marker.start <= start < marker.end
        if inside or (marker.row["side"] != "inside" and 0 <= gap <= reach):
            score = float(marker.row["score"]) - 0.02 * max(gap, 0)
            yield Argument(marker.row["role"], actor, score, marker.row.source)


def by_position(doc: Doc, trigger: Mention, actor: Mention, actors: list[Mention]) -> Iterator[Argument]:
    """Roles that the place beside the trigger gives, by the trigger's voice."""
    voice = trigger.row.get("voice") if trigger.row else ""
    if trigger.start <= actor.start and actor.end <= trigger.end:
        role = "perpetrator" if voice == "active" else "target"
        yield Argument(role, actor, 0.9, "inside the idiom")
    elif trigger.value in _CLASHES:
        yield from sides_of_clash(doc, trigger, actor, actors)
    elif voice == "noun":
        yield from beside_noun(doc, trigger, actor)
    elif voice in _ACTIVE:
        yield from beside_verb(doc, trigger, actor, actors, voice)
    elif voice == "passive" and gap_between(doc, trigger.end, actor.start) in (0, 1, 2):
        yield Argument("target", actor, 0.8, "subject of a passive verb")


def beside_noun(doc: Doc, trigger: Mention, actor: Mention) -> Iterator[Argument]:
    """ "قصف الحوثيين", "هجوم لتنظيم": the owner; "هجوم على الجيش", "مقتل جنود": the target."""
    gap = gap_between(doc, trigger.end, actor.start)
    if gap is None or gap > 4:
        return
    harm = bool(trigger.row and trigger.row.get("harm"))
    if harm or _AGAINST & set(between(doc, trigger, actor)):
        yield Argument("target", actor, 0.85 - 0.03 * gap, "after the noun of harm" if harm else "after على")
    elif gap == 0 or (gap <= 3 and actor.proclitic.endswith("ل")):
        yield Argument("perpetrator", actor, 0.85, "owner of the act")
    elif gap <= 2:
        yield Argument("perpetrator", actor, 0.7, "owner of the act")


def beside_verb(
    doc: Doc, trigger: Mention, actor: Mention, actors: list[Mention], voice: str
) -> Iterator[Argument]:
    """Verb first: subject, then object; subject first: the actor just before the verb."""
    after = gap_between(doc, trigger.end, actor.start)
    before = gap_between(doc, actor.end, trigger.start)
    if before is not None and before <= 2 and not actor.proclitic.startswith("ب"):
        yield Argument("perpetrator", actor, 0.75, "subject before the verb")
    if after is None or after > 8:
        return
    earlier = [a for a in actors if trigger.end <= a.start < actor.start]
    if _AGAINST & set(between(doc, trigger, actor)):
        yield Argument("target", actor, 0.85, "after على")
    elif earlier:
        yield Argument("target", actor, 0.7 - 0.02 * after, "object of the verb")
    elif after <= 3:
        passive = voice == "either"
        yield Argument("target" if passive else "perpetrator", actor, 0.6 if passive else 0.9, "subject of the verb")


def sides_of_clash(doc: Doc, trigger: Mention, actor: Mention, actors: list[Mention]) -> Iterator[Argument]:
    """بين X وY، مع Y: the first side is written as perpetrator, the second as target."""
    if actor.start < trigger.start:
        yield Argument("perpetrator", actor, 0.5, "side of a clash")
        return
    earlier = [a for a in actors if trigger.end <= a.start < actor.start]
    if "مع" in between(doc, trigger, actor) or earlier:
        yield Argument("target", actor, 0.8, "second side of a clash")
    else:
        yield Argument("perpetrator", actor, 0.8, "first side of a clash")


def between(doc: Doc, trigger: Mention, actor: Mention) -> list[str]:
    """The words from the trigger to an actor behind it."""
    position = words(doc).position
    return words(doc).forms[position[trigger.end] : position[actor.start]]


def by_order(clause: Clause, actor: Mention) -> Argument:
    """Nothing better: before the first trigger is who acts, after it who suffers."""
    before = bool(clause.triggers) and actor.start < clause.triggers[0].start
    return Argument("perpetrator" if before else "target", actor, _WEAK, "order of words")


def gap_between(doc: Doc, start: int, end: int) -> int | None:
    """Words from one token to a later one; None where it is not later."""
    if end < start:
        return None
    position = words(doc).position
    forms = words(doc).forms[position[start] : position[end]]
    return sum(form not in _TRANSPARENT for form in forms)


def shared(doc: Doc, found: list[Argument]) -> list[Argument]:
    """An actor coordinated with the one before it ("و") takes that one's role where its own is weak."""
    done: list[Argument] = []
    for argument in sorted(found, key=lambda a: a.mention.start):
        if done and argument.score <= _WEAK and coordinated(doc, done[-1].mention, argument.mention):
            last = done[-1]
            argument = Argument(last.role, argument.mention, last.score - 0.05, f"coordinated: {last.rule}")
        done.append(argument)
    return done


def coordinated(doc: Doc, last: Mention, mention: Mention) -> bool:
    """ "X وY": the second stands right behind the first."""
    return mention.proclitic.startswith("و") and gap_between(doc, last.end, mention.start) in (0, 1)


def parties(doc: Doc, start: int, end: int) -> list[Mention]:
    """The actors between these tokens that are not the source of the news."""
    sources = layer(doc, "sources")
    speakers = speaking(doc, start, end)
    return [
        a
        for a in layer(doc, "actors")
        if start <= a.start < end
        and isinstance(a.value, Party)
        and words(doc).position[a.start] not in speakers
        and not any(s.start <= a.start < s.end for s in sources)
    ]


def speaking(doc: Doc, start: int, end: int) -> set[int]:
    """The words right behind a verb of saying: who stands there reports, and does not act."""
    position = words(doc).position
    first = position[start]
    found = lexicons(doc).patterns("structure/speech.tsv").find(words(doc).forms[first : position[end]])
    return {first + match.end for match in found}
