"""Who did it and to whom: every actor of a frame is ranked for every role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from ..layers import beginning, layer, lexicons, words
from ..schema import Argument, Mention, Party, Toll
from .clauses import Clause
from .connectives import connectives
from .kinds import family
from .positions import FAR, Marker, Scene, by_position, gap_between
from .status import is_belligerent

_WEAK = 0.3
_CARRIED = 5
_OWN_WORD = 12
_OWN_ACTS = frozenset(("arrest", "foiled", "destruction", "violence"))


def roles(doc: Doc, clause: Clause, actors: list[Mention], tolls: list[Toll]) -> list[Argument]:
    """Each actor of the clause in its best role, with the rule that gave it."""
    scene = Scene(clause, actors, tolls, list(markers_of(doc, clause)))
    found: list[Argument] = list(by_own_word(doc, clause))
    for actor in actors:
        ranked = sorted(candidates(doc, scene, actor), key=lambda a: -a.score)
        if ranked:
            found.append(ranked[0])
    return shared(doc, found)


def markers_of(doc: Doc, clause: Clause) -> Iterator[Marker]:
    """The role markers of the clause."""
    all_words = words(doc)
    first, last = all_words.position[clause.start], all_words.position[clause.end]
    for match in lexicons(doc).patterns("roles.tsv").find(all_words.forms, first=first, last=last):
        yield Marker(match.start, match.end, match.row)


def candidates(doc: Doc, scene: Scene, actor: Mention) -> Iterator[Argument]:
    """Every role the actor could have, lower where its kind rarely has it."""
    for argument in (
        *by_marker(doc, actor, scene),
        *by_weapon(doc, actor),
        *by_speech(doc, scene.clause, actor),
        *by_light_verb(doc, scene.clause, actor),
        *(a for trigger in scene.clause.triggers for a in by_position(doc, scene, trigger, actor)),
        by_order(scene.clause, actor),
    ):
        less = unlikely(scene.clause, argument)
        yield replace(argument, score=argument.score - less) if less else argument


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


def by_marker(doc: Doc, actor: Mention, scene: Scene) -> Iterator[Argument]:
    """Roles that a marker gives to the actor next to it: على يد، برصاص، استهدف، بدعم من."""
    position = words(doc).position
    start, end = position[actor.start], position[actor.end]
    for marker in scene.markers:
        if marker.row["side"] == "after" and parted(doc, scene, marker, actor):
            continue
        reach = int(marker.row["distance"])
        gap = start - marker.end if marker.row["side"] == "after" else marker.start - end
        inside = marker.row["side"] == "inside" and marker.start <= start < marker.end
        if inside or (marker.row["side"] != "inside" and 0 <= gap <= reach):
            score = float(marker.row["score"]) - 0.02 * max(gap, 0)
            yield Argument(marker.row["role"], actor, score, marker.row.source)


def parted(doc: Doc, scene: Scene, marker: Marker, actor: Mention) -> bool:
    """ "هاجمت خلية نقطة عسكرية": another actor stands between, and the two are not coordinated."""
    if actor.proclitic.startswith("و"):
        return False
    position = words(doc).position
    return any(marker.end <= position[a.start] and position[a.end] <= position[actor.start] for a in scene.actors)


def by_weapon(doc: Doc, actor: Mention) -> Iterator[Argument]:
    """ "مسيّرة تركية", "طائرات التحالف", "زوارق الاحتلال": who owns the weapon strikes."""
    for weapon in beginning(layer(doc, "weapons"), actor.start - FAR, actor.start + FAR):
        inside = weapon.start < actor.end and actor.start < weapon.end
        beside = gap_between(doc, weapon.end, actor.start) == 0 and not actor.proclitic.startswith(("و", "ب"))
        if inside or beside:
            yield Argument("perpetrator", actor, 0.8, "owner of the weapon")


def by_speech(doc: Doc, clause: Clause, actor: Mention) -> Iterator[Argument]:
    """ "أعلنت الشرطة اعتقال", "أعلن الجيش تدمير": who announces an act of force as its own."""
    own = [trigger for trigger in clause.triggers if is_own_act(doc, actor, trigger)]
    if own and words(doc).position[actor.start] in speaking(doc, clause.start, clause.end):
        yield from (Argument("perpetrator", actor, 0.7, "announces an act of its own") for _ in own)


def is_own_act(doc: Doc, actor: Mention, trigger: Mention) -> bool:
    """Whether the trigger is a noun of force right behind the actor."""
    noun = trigger.row is not None and trigger.row.get("voice") == "noun" and family(trigger.value) in _OWN_ACTS
    gap = gap_between(doc, actor.end, trigger.start) if noun else None
    return gap is not None and gap <= 3


def by_own_word(doc: Doc, clause: Clause) -> Iterator[Argument]:
    """ "أعلنت كتائب القسام أنها استهدفت", "قال الجيش إن قواته قتلت": who tells of its own deed did it."""
    position, forms = words(doc).position, words(doc).forms
    verbs = [t for t in clause.triggers if t.row is not None and t.row.get("voice") in ("active", "either")]
    told = [position[t.start] for t in verbs if not t.proclitic and is_own(doc, forms, position[t.start])]
    if not told:
        return
    sentence = doc._.sentences[clause.sentence]
    speakers = speaking(doc, sentence.start, clause.end)
    for actor in beginning(layer(doc, "actors"), sentence.start, clause.end):
        at, end = position[actor.start], position[actor.end]
        if at in speakers and any(0 <= word - end <= _OWN_WORD for word in told):
            yield Argument("perpetrator", actor, 0.85, "tells of its own deed")


def is_own(doc: Doc, forms: Sequence[str], at: int) -> bool:
    """Whether أنها or قواته stands right before the word."""
    before = forms[at - 1] if at else ""
    return before in connectives(doc, "pronoun") or before in connectives(doc, "own")


def by_light_verb(doc: Doc, clause: Clause, actor: Mention) -> Iterator[Argument]:
    """ "واصلت القوات قصف الحي", "أعادت السلطات اعتقال": the subject of a verb that only carries the noun of an act."""
    at, forms = words(doc).position[actor.start], words(doc).forms
    if not at or forms[at - 1].lstrip("و") not in connectives(doc, "light"):
        return
    nouns = [t for t in clause.triggers if t.row is not None and t.row.get("voice") == "noun"]
    gaps = [gap for t in nouns if (gap := gap_between(doc, actor.end, t.start)) is not None and gap <= _CARRIED]
    if gaps:
        yield Argument("perpetrator", actor, 0.85, "subject of a light verb")


def by_order(clause: Clause, actor: Mention) -> Argument:
    """Nothing better: before the first trigger is who acts, after it who suffers."""
    before = bool(clause.triggers) and actor.start < clause.triggers[0].start
    return Argument("perpetrator" if before else "target", actor, _WEAK, "order of words")


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
    """The actors that do more than tell the news; a belligerent is a source only where it speaks."""
    speakers, position = speaking(doc, start, end), words(doc).position
    sources = [
        source
        for source in beginning(layer(doc, "sources"), start - FAR, end)
        if not is_belligerent(source) or (position[source.start] in speakers and not claims(doc, source))
    ]
    return [
        a
        for a in beginning(layer(doc, "actors"), start, end)
        if isinstance(a.value, Party) and a.value.name and not any(s.start <= a.start < s.end for s in sources)
    ]


def claims(doc: Doc, source: Mention) -> bool:
    """ "أعلن حزب الله مسؤوليته": who says so did it."""
    at, forms = words(doc).position[source.end], words(doc).forms
    return not connectives(doc, "claim").isdisjoint(forms[at : at + 3])


def speaking(doc: Doc, start: int, end: int) -> set[int]:
    """The words right behind a verb of saying: who stands there reports, and does not act."""
    position, speech = words(doc).position, lexicons(doc).patterns("structure/speech.tsv")
    return {match.end for match in speech.find(words(doc).forms, first=position[start], last=position[end])}
