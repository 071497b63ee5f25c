"""Who did it and to whom: every actor of a frame is ranked for every role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from ..layers import layer, lexicons, words
from ..schema import Argument, Mention, Party, Row, Toll
from .clauses import Clause
from .connectives import connectives
from .kinds import family

_ACTIVE = frozenset(("active", "either"))
_OF_THE_CROWD = frozenset(("peaceful_protest", "violent_demonstration", "mob_violence"))
_CLASHES = frozenset(("armed_clash",))
_WEAK = 0.3
_FAR = 40
_OWN_ACTS = frozenset(("arrest", "foiled", "destruction", "violence"))
_MARKER_SLACK = 1


@dataclass(frozen=True, slots=True)
class Marker:
    """A row of roles.tsv found at words [start:end)."""

    start: int
    end: int
    row: Row


@dataclass(frozen=True, slots=True)
class Scene:
    """A clause with its actors, casualty rows and role markers."""

    clause: Clause
    actors: list[Mention]
    tolls: list[Toll]
    markers: list[Marker]

    def victims(self, trigger: Mention) -> Toll | None:
        """The casualty row that a trigger gave."""
        return next(
            (t for t in self.tolls if t.start <= trigger.start < t.end and t.victim_start > trigger.start), None
        )

    def counts(self, trigger: Mention, actor: Mention) -> bool:
        """Whether the actor stands among those counted before a verb: "ثلاثة جنود قتلوا"."""
        return any(t.victim_start <= actor.start < trigger.start < t.end for t in self.tolls if t.victim_start >= 0)

    def between(self, trigger: Mention, actor: Mention) -> list[Mention]:
        """The actors between a trigger and an actor behind it."""
        return [a for a in self.actors if trigger.end <= a.start < actor.start]


def roles(doc: Doc, clause: Clause, actors: list[Mention], tolls: list[Toll]) -> list[Argument]:
    """Each actor of the clause in its best role, with the rule that gave it."""
    scene = Scene(clause, actors, tolls, list(markers_of(doc, clause)))
    found: list[Argument] = []
    for actor in actors:
        ranked = sorted(candidates(doc, scene, actor), key=lambda a: -a.score)
        if ranked:
            found.append(ranked[0])
    return shared(doc, found)


def markers_of(doc: Doc, clause: Clause) -> Iterator[Marker]:
    """The role markers of the clause."""
    all_words = words(doc)
    first, last = all_words.position[clause.start], all_words.position[clause.end]
    for match in lexicons(doc).patterns("roles.tsv").find(all_words.forms[first:last]):
        yield Marker(first + match.start, first + match.end, match.row)


def candidates(doc: Doc, scene: Scene, actor: Mention) -> Iterator[Argument]:
    """Every role the actor could have, lower where its kind rarely has it."""
    for argument in (
        *by_marker(doc, actor, scene.markers),
        *by_weapon(doc, actor),
        *by_speech(doc, scene.clause, actor),
        *(a for trigger in scene.clause.triggers for a in by_position(doc, scene, trigger, actor)),
        by_order(scene.clause, actor),
    ):
        yield replace(argument, score=argument.score - unlikely(scene.clause, argument))


def unlikely(clause: Clause, argument: Argument) -> float:
    """Civilians hardly ever strike; protesters hardly ever are the target of their own protest."""
    party = argument.mention.value
    kind = party.type if isinstance(party, Party) else ""
    protest = any(family(t.value) == "protest" for t in clause.triggers)
    if kind in ("protesters", "rioters"):
        return 0.4 if protest == (argument.role == "target") else 0.0
    if argument.rule == "order of words" and argument.role == "perpetrator" and kind in ("civilians", ""):
        return _WEAK
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


def by_weapon(doc: Doc, actor: Mention) -> Iterator[Argument]:
    """ "مسيّرة تركية", "طائرات التحالف", "زوارق الاحتلال": who owns the weapon strikes."""
    for weapon in layer(doc, "weapons"):
        if not -_FAR < weapon.start - actor.start < _FAR:
            continue
        inside = weapon.start < actor.end and actor.start < weapon.end
        beside = gap_between(doc, weapon.end, actor.start) == 0 and not actor.proclitic.startswith(("و", "ب"))
        if inside or beside:
            yield Argument("perpetrator", actor, 0.8, "owner of the weapon")


def by_speech(doc: Doc, clause: Clause, actor: Mention) -> Iterator[Argument]:
    """ "أعلنت الشرطة اعتقال", "أعلن الجيش تدمير": who announces an act of force as its own."""
    if words(doc).position[actor.start] not in speaking(doc, clause.start, clause.end):
        return
    for trigger in clause.triggers:
        gap = gap_between(doc, actor.end, trigger.start)
        own = trigger.row is not None and trigger.row.get("voice") == "noun" and family(trigger.value) in _OWN_ACTS
        if own and gap is not None and gap <= 3:
            yield Argument("perpetrator", actor, 0.7, "announces an act of its own")


def by_position(doc: Doc, scene: Scene, trigger: Mention, actor: Mention) -> Iterator[Argument]:
    """Roles that the place beside the trigger gives, by the trigger's voice."""
    voice = trigger.row.get("voice") if trigger.row else ""
    victims = scene.victims(trigger)
    if trigger.start <= actor.start and actor.end <= trigger.end:
        acts = voice == "active" or trigger.value in _OF_THE_CROWD
        yield Argument("perpetrator" if acts else "target", actor, 0.9, "inside the idiom")
    elif scene.counts(trigger, actor):
        yield Argument("target", actor, 0.85, "the victims")
    elif victims and trigger.end <= actor.start:
        yield from beside_victims(doc, victims, trigger, actor, voice)
    elif trigger.value in _CLASHES:
        yield from sides_of_clash(doc, scene, trigger, actor)
    else:
        yield from beside(doc, scene, trigger, actor)


def beside(doc: Doc, scene: Scene, trigger: Mention, actor: Mention) -> Iterator[Argument]:
    """Roles beside a noun, an active and a passive verb."""
    voice = trigger.row.get("voice") if trigger.row else ""
    gap = gap_between(doc, trigger.end, actor.start)
    if voice == "noun" and gap in (0, 1) and is_subject(doc, scene, trigger):
        yield Argument("target", actor, 0.9, "object of the verb whose subject is the act")
    elif voice == "noun":
        yield from beside_noun(doc, trigger, actor)
    elif voice in _ACTIVE:
        yield from beside_verb(doc, scene, trigger, actor)
    elif voice == "passive" and gap in (0, 1, 2):
        yield Argument("target", actor, 0.8, "subject of a passive verb")


def is_subject(doc: Doc, scene: Scene, trigger: Mention) -> bool:
    """ "استهدفت غارة جوية حركة الشباب": an act right behind a verb of attack is its subject."""
    verbs = (t for t in scene.clause.triggers if t.row is not None and t.row.get("voice") == "active")
    return any(gap_between(doc, verb.end, trigger.start) == 0 for verb in verbs)


def beside_victims(doc: Doc, victims: Toll, trigger: Mention, actor: Mention, voice: str) -> Iterator[Argument]:
    """ "خطف داعش 230 مدنيا": between verb and victims stands who did it; behind them, whose they are."""
    if actor.end <= victims.victim_start:
        if voice in _ACTIVE and gap_between(doc, trigger.end, actor.start) in (0, 1):
            yield Argument("perpetrator", actor, 0.9, "between the verb and its victims")
    elif actor.start < victims.end:
        yield Argument("target", actor, 0.85, "the victims")
    elif gap_between(doc, victims.end, actor.start) in (0, 1, 2):
        yield Argument("target", actor, 0.8, "whose the victims are")


def beside_noun(doc: Doc, trigger: Mention, actor: Mention) -> Iterator[Argument]:
    """ "قصف الحوثيين", "هجوم لتنظيم": the owner; "هجوم على الجيش", "مقتل جنود": the target."""
    gap = gap_between(doc, trigger.end, actor.start)
    if gap is None or gap > 4:
        return
    harm = bool(trigger.row and trigger.row.get("harm"))
    if harm or connectives(doc, "against") & set(between(doc, trigger, actor)):
        yield Argument("target", actor, 0.85 - 0.03 * gap, "after the noun of harm" if harm else "after على")
    elif gap == 0 or (gap <= 3 and actor.proclitic.endswith("ل")):
        yield Argument("perpetrator", actor, 0.85, "owner of the act")
    elif gap <= 2:
        yield Argument("perpetrator", actor, 0.7, "owner of the act")


def beside_verb(doc: Doc, scene: Scene, trigger: Mention, actor: Mention) -> Iterator[Argument]:
    """Verb first: subject, then object; subject first: the actor just before the verb."""
    after = gap_between(doc, trigger.end, actor.start)
    before = gap_between(doc, actor.end, trigger.start)
    if before is not None and before <= 3 and not actor.proclitic.startswith("ب"):
        yield Argument("perpetrator", actor, 0.75, "subject before the verb")
    if after is None or after > 8:
        return
    if connectives(doc, "against") & set(between(doc, trigger, actor)) or actor.proclitic.endswith("ل"):
        yield Argument("target", actor, 0.85, "behind على or ل")
    elif scene.between(trigger, actor):
        yield Argument("target", actor, 0.7 - 0.02 * after, "object of the verb")
    elif after == 0:
        yield Argument("perpetrator", actor, 0.9, "subject of the verb")
    elif after <= 3:
        yield Argument("target", actor, 0.5, "object of the verb")


def sides_of_clash(doc: Doc, scene: Scene, trigger: Mention, actor: Mention) -> Iterator[Argument]:
    """بين X وY، مع Y: the first side is written as perpetrator, the second as target."""
    if actor.start < trigger.start:
        yield Argument("perpetrator", actor, 0.5, "side of a clash")
    elif connectives(doc, "with") & set(between(doc, trigger, actor)) or scene.between(trigger, actor):
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
    read, through = words(doc), connectives(doc, "through")
    first, last = read.position[start], read.position[end]
    return min(last - first, _FAR) if last - first > _FAR else sum(w not in through for w in read.forms[first:last])


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
    return [
        a
        for a in layer(doc, "actors")
        if start <= a.start < end
        and isinstance(a.value, Party)
        and a.value.name
        and not any(s.start <= a.start < s.end for s in sources)
    ]


def speaking(doc: Doc, start: int, end: int) -> set[int]:
    """The words right behind a verb of saying: who stands there reports, and does not act."""
    position = words(doc).position
    first = position[start]
    found = lexicons(doc).patterns("structure/speech.tsv").find(words(doc).forms[first : position[end]])
    return {first + match.end for match in found}
