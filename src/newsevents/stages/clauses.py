"""Clauses: the stretches of a sentence that tell of one act, and the triggers in each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter

from spacy.tokens import Doc

from ..arabic import fold
from ..layers import beginning, layer, lexicons, words
from ..schema import Assertion, Mention, Sentence
from .connectives import connectives

_JOINED = ("و", "ف")
_COMMAS = frozenset("،؛:,")


@dataclass(slots=True)
class Clause:
    """Tokens [start:end) of a sentence with their triggers; with what discourse cues say.

    ``new``: another event begins; ``background``: older events follow; ``before``: what led to the act just told.
    """

    sentence: int
    start: int
    end: int
    triggers: list[Mention] = field(default_factory=list)
    assertions: list[Assertion] = field(default_factory=list)
    new: bool = False
    background: bool = False
    before: bool = False


def clauses(doc: Doc, number: int, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence that hold triggers; together they cover the sentence."""
    triggers = layer(doc, "triggers")
    first = bisect_left(triggers, sentence.start, key=attrgetter("start"))
    here = beginning(triggers, sentence.start, sentence.end)
    inside = list(zip(here, doc._.assertions[first : first + len(here)], strict=True))
    found: list[Clause] = []
    for trigger, assertion in inside:
        if not found or opens_clause(doc, trigger, found[-1]):
            found.append(Clause(number, clause_start(doc, trigger, found, sentence), sentence.end))
        found[-1].triggers.append(trigger)
        found[-1].assertions.append(assertion)
    for clause, following in pairwise(found):
        clause.end = following.start
    mark(doc, found)
    return found


def clause_start(doc: Doc, trigger: Mention, found: list[Clause], sentence: Sentence) -> int:
    """The first clause begins with the sentence; another at the break before its trigger."""
    if not found:
        return sentence.start
    after = found[-1].triggers[-1].end
    texts = doc.user_data["token_texts"]
    for index in range(trigger.start - 1, after - 1, -1):
        if is_break(doc, texts[index]):
            return index
    return trigger.start


def opens_clause(doc: Doc, trigger: Mention, clause: Clause) -> bool:
    """A trigger opens a clause behind "و", or behind a break with at most a subject between."""
    last = clause.triggers[-1]
    if trigger.start < last.end:
        return False
    if trigger.proclitic.startswith(_JOINED):
        return True
    texts = doc.user_data["token_texts"]
    return any(is_break(doc, texts[index]) for index in range(last.end, trigger.start))


def is_break(doc: Doc, text: str) -> bool:
    """A comma or a word such as فيما, behind which a clause may begin."""
    return text in _COMMAS or fold(text) in connectives(doc, "break")


def mark(doc: Doc, found: list[Clause]) -> None:
    """Set ``new`` and ``before`` on the clauses with such a cue, ``background`` on those behind it too."""
    for start, effect in cues(doc, found):
        for clause in found:
            if clause.start <= start < clause.end:
                clause.new |= effect == "new"
                clause.before |= effect == "before"
            if clause.triggers[0].start >= start:
                clause.background |= effect == "background"


def cues(doc: Doc, found: list[Clause]) -> Iterator[tuple[int, str]]:
    """The discourse cues in these clauses: token and effect."""
    if not found:
        return
    all_words = words(doc)
    first, last = all_words.position[found[0].start], all_words.position[found[-1].end]
    table = lexicons(doc).patterns("discourse.tsv")
    for match in table.find(all_words.forms, first=first, last=last):
        yield all_words.token[match.start], match.row["effect"]
