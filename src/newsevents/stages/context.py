"""Whether a trigger's event happened, and who says so: cues and their scope."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from ..arabic import readings
from ..layers import layer, lexicons, words
from ..layers import mention as mention_of
from ..patterns import BLOCK, SENTENCE_ENDS, Match
from ..schema import Assertion, Mention, Sentence
from .attribution import attributions

ACTUAL = Assertion("actual")
_STRENGTH = (
    "denied", "negated", "accident", "figurative", "foiled", "attempted", "threatened", "hypothetical", "planned",
    "commemorative", "judicial", "statistic", "generic", "reaction", "past",
)  # fmt: skip
_COMMAS = frozenset("،؛,;")
_FINITE = frozenset(("active", "passive", "either", "agentless"))
_PRESENT = ("ي", "ت")


@dataclass(frozen=True, slots=True)
class Scene:
    """What a sentence offers its triggers, in words: cues, and the words where the scope of a cue ends."""

    start: int
    end: int
    cues: tuple[Match, ...]
    breaks: frozenset[int]


@Language.component(
    "newsevents_context", requires=["doc._.triggers", "doc._.sentences"], assigns=["doc._.assertions", "doc._.sources"]
)
def context(doc: Doc) -> Doc:
    """Give each trigger its assertion, parallel to the triggers."""
    sources = attributions(doc)
    scenes = {sentence.start: scene(doc, sentence) for sentence in doc._.sentences if holds_trigger(doc, sentence)}
    doc._.assertions = [
        assertion(doc, trigger, scenes[sentence.start], sources.get(sentence.start))
        for trigger, sentence in with_sentences(doc)
    ]
    return doc
