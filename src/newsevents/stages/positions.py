"""Where an actor stands beside a trigger, and the role that the place gives it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from ..layers import beginning, layer, words
from ..schema import Argument, Mention, Row, Toll
from .clauses import Clause
from .connectives import connectives

FAR = 40
_ACTIVE = frozenset(("active", "either"))
_OF_THE_CROWD = frozenset(("peaceful_protest", "violent_demonstration", "mob_violence"))
_TAKING = frozenset(("abduction", "arrests"))
_CLASHES = frozenset(("armed_clash",))


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


def by_position(doc: Doc, scene: Scene, trigger: Mention, actor: Mention) -> Iterator[Argument]:
    """Roles that the place beside the trigger gives, by the trigger's voice."""
    voice = trigger.row.get("voice") if trigger.row else ""
    victims = scene.victims(trigger)
    if words(doc).forms[words(doc).position[trigger.start]].lstrip("و") in connectives(doc, "finds"):
        return
    if trigger.start <= actor.start and actor.end <= trigger.end:
        role = "perpetrator" if acts_inside(doc, scene, trigger, actor, voice) else "target"
        yield Argument(role, actor, 0.9, "inside the idiom")
    elif scene.counts(trigger, actor):
        yield Argument("target", actor, 0.85, "the victims")
    elif victims and trigger.end <= actor.start:
        yield from beside_victims(doc, victims, trigger, actor, voice)
    elif trigger.value in _CLASHES:
        yield from sides_of_clash(doc, scene, trigger, actor)
    else:
        yield from beside(doc, scene, trigger, actor)


def acts_inside(doc: Doc, scene: Scene, trigger: Mention, actor: Mention, voice: str) -> bool:
    """Whether an actor in the words of a trigger acts: "شن الطيران غارات", not "استهداف دبابة", "هجوم على الجيش"."""
    position, forms = words(doc).position, words(doc).forms
    first, at = position[trigger.start], position[actor.start]
    if connectives(doc, "against") & set(forms[first:at]) or any(
        trigger.start <= a.start and a.end <= actor.start for a in scene.actors
    ):
        return False
    if forms[first] in connectives(doc, "striking") and at == first + 1 and not strikes_itself(doc, actor):
        return False
    deed = voice == "noun" and not (trigger.row and trigger.row.get("harm"))
    return voice == "active" or deed or trigger.value in _OF_THE_CROWD


def strikes_itself(doc: Doc, actor: Mention) -> bool:
    """Whether the actor is a weapon that strikes from afar: مسيرة إسرائيلية, not دبابة إسرائيلية."""
    near = beginning(layer(doc, "weapons"), actor.start - 2, actor.end)
    return any(w.end > actor.start and w.row is not None and w.row.get("event_type") for w in near)


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
        takes = voice in _ACTIVE or trigger.value in _TAKING
        if takes and gap_between(doc, trigger.end, actor.start) in (0, 1):
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
    elif scene.between(trigger, actor) or has_subject(doc, scene, trigger):
        yield Argument("target", actor, 0.7 - 0.02 * after, "object of the verb")
    elif after == 0:
        yield Argument("perpetrator", actor, 0.9, "subject of the verb")
    elif after <= 3:
        yield Argument("target", actor, 0.5, "object of the verb")


def has_subject(doc: Doc, scene: Scene, trigger: Mention) -> bool:
    """ "طائرات التحالف قصفت الحوثيين", "أنها استهدفت دبابة": the subject, or a pronoun, stands before the verb."""
    at, forms = words(doc).position[trigger.start], words(doc).forms
    if any(trigger.start <= a.start and a.end <= trigger.end for a in scene.actors):
        return True
    if trigger.proclitic:
        return False
    pronoun = at > 0 and forms[at - 1].lstrip("و") in connectives(doc, "pronoun") | connectives(doc, "relative")
    return pronoun or any(gap_between(doc, a.end, trigger.start) == 0 for a in scene.actors)


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


def gap_between(doc: Doc, start: int, end: int) -> int | None:
    """Words from one token to a later one; None where it is not later."""
    if end < start:
        return None
    read, through = words(doc), connectives(doc, "through")
    first, last = read.position[start], read.position[end]
    return min(last - first, FAR) if last - first > FAR else sum(w not in through for w in read.forms[first:last])
