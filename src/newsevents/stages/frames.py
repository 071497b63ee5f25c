"""Frames: each act that a sentence tells, with its date, places, parties and casualties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from ..layers import beginning, layer
from ..schema import Argument, Day, Discard, Frame, Mention, Sentence
from .choosing import date_of, level, places_of
from .clauses import Clause, clauses
from .kinds import decide, told
from .parting import apart
from .roles import parties, roles
from .tolls import tolls

LIVE = frozenset(("actual", "attempted", "foiled", "past", "reaction"))
READ = frozenset(("headline", "body", "related"))
_BORROWED = 0.5
# A clause with a town of its own leaves the others of its sentence to their clauses.
_OTHERS = 0.45
_TOWN = 3


@Language.component(
    "newsevents_frames",
    requires=["doc._.triggers", "doc._.assertions", "doc._.locations", "doc._.actors", "doc._.people", "doc._.dates"],
    assigns=["doc._.frames", "doc._.discards"],
)
def frames(doc: Doc) -> Doc:
    """Gather the arguments of every live trigger; keep the others with the reason they were dropped."""
    doc._.frames, doc._.discards = [], []
    for number, sentence in enumerate(doc._.sentences):
        if sentence.section in READ:
            found = [live(doc, clause) for clause in clauses(doc, number, sentence)]
            for clause in joined(doc, [clause for clause in found if clause.triggers]):
                doc._.frames.append(gather(doc, clause, sentence))
    return doc


def live(doc: Doc, clause: Clause) -> Clause:
    """The clause with only the triggers that happened; the others go to the discards."""
    kept = []
    for trigger, assertion in zip(clause.triggers, clause.assertions, strict=True):
        if assertion.modality in LIVE:
            kept.append((trigger, assertion))
        else:
            doc._.discards.append(Discard(trigger, assertion.modality, assertion.cue))
    clause.triggers = [trigger for trigger, _ in kept]
    clause.assertions = [assertion for _, assertion in kept]
    return clause


def joined(doc: Doc, found: list[Clause]) -> Iterator[Clause]:
    """Neighbouring clauses about one act as one."""
    last: Clause | None = None
    for clause in found:
        if last and not apart(doc, last, clause):
            last.end = max(last.end, clause.end)
            last.triggers += clause.triggers
            last.assertions += clause.assertions
        else:
            if last:
                yield last
            last = clause
    if last:
        yield last


def gather(doc: Doc, clause: Clause, sentence: Sentence) -> Frame:
    """The frame of a clause: its arguments in order of rank, and its type."""
    found = [*when(doc, clause, sentence), *where(doc, clause, sentence), *armed_with(doc, clause)]
    hurt = tolls(doc, clause)
    who = roles(doc, clause, parties(doc, clause.start, clause.end), hurt)
    weapons = [a.mention for a in found if a.role == "weapon"]
    return Frame(
        event_type=decide(doc, told(clause.triggers, weapons, who, hurt)),
        triggers=tuple(clause.triggers),
        sentence=clause.sentence,
        start=clause.start,
        end=clause.end,
        arguments=(*found, *who),
        tolls=tuple(hurt),
        modality=modality(clause),
        section=sentence.section,
        source=next((a.source for a in clause.assertions if a.source), None),
        cue="new" if clause.new else "",
    )


def modality(clause: Clause) -> str:
    """The clause's modality: what most of its triggers have; background where a cue says so."""
    found = [assertion.modality for assertion in clause.assertions]
    if "foiled" in found:
        return "foiled"
    if clause.background or all(m == "past" for m in found):
        return "past"
    return "actual" if "actual" in found else found[0]


def when(doc: Doc, clause: Clause, sentence: Sentence) -> list[Argument]:
    """The clause's date, or the sentence's at a lower score."""
    own = date_of(doc, clause)
    if own:
        return [own]
    whole = replace_bounds(clause, sentence)
    borrowed = date_of(doc, whole)
    day = borrowed.mention.value if borrowed else None
    if borrowed is None or (isinstance(day, Day) and day.precision in ("month", "year", "unknown")):
        return []
    return [replace(borrowed, score=borrowed.score - _BORROWED)]


def where(doc: Doc, clause: Clause, sentence: Sentence) -> list[Argument]:
    """The clause's places, then those of the sentence at a lower score."""
    own = places_of(doc, clause, clause.start, clause.end)
    most = _OTHERS if any(level(a.mention) >= _TOWN and a.score > _OTHERS for a in own) else 1.0
    rest = [
        replace(a, score=min(a.score - _BORROWED, most))
        for a in places_of(doc, clause, sentence.start, sentence.end)
        if not clause.start <= a.mention.start < clause.end
    ]
    return [*own, *rest]


def replace_bounds(clause: Clause, sentence: Sentence) -> Clause:
    """The clause as wide as its sentence."""
    return Clause(clause.sentence, sentence.start, sentence.end, clause.triggers, clause.assertions)


def armed_with(doc: Doc, clause: Clause) -> list[Argument]:
    """The weapons named in the clause."""
    inside: list[Mention] = [*beginning(layer(doc, "weapons"), clause.start, clause.end)]
    return [Argument("weapon", w, 1.0, w.source) for w in inside]
