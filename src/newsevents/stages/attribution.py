"""Who says so: the sources an article names, and the one that stands behind each sentence."""

from __future__ import annotations

from spacy.tokens import Doc

from ..layers import beginning, layer, lexicons, mention, words
from ..patterns import BLOCK
from ..schema import Mention, Sentence

_REACH = 6


def attributions(doc: Doc) -> dict[int, Mention]:
    """The source of each sentence, by the sentence's first token; writes the layer ``sources``.

    A sentence that names none takes the last one of its paragraph or of the paragraph before.
    """
    doc._.sources = sources(doc)
    found: dict[int, Mention] = {}
    last: tuple[int, Mention] | None = None
    for sentence in doc._.sentences:
        own = spoken(doc, sentence)
        if own:
            last = sentence.paragraph, own
        if last and sentence.paragraph - last[0] <= 1:
            found[sentence.start] = last[1]
    return found


def sources(doc: Doc) -> list[Mention]:
    """The mentions of sources.tsv (مصدر أمني, شهود عيان, وزارة الصحة)."""
    matches = lexicons(doc).patterns("structure/sources.tsv").find(words(doc).forms)
    return [mention(doc, "source", m, m.row.get("kind")) for m in matches if m.row.get("kind") != BLOCK]


def spoken(doc: Doc, sentence: Sentence) -> Mention | None:
    """The source that stands behind the nearest word of saying: قال مصدر أمني, بحسب شهود."""
    here = beginning(layer(doc, "sources"), sentence.start, sentence.end)
    if not here:
        return None
    position, speech = words(doc).position, lexicons(doc).patterns("structure/speech.tsv")
    first, last = position[sentence.start], position[sentence.end]
    said = [match.end for match in speech.find(words(doc).forms, first=first, last=last)]
    near = [(gap, m) for m in here for word in said if 0 <= (gap := position[m.start] - word) <= _REACH]
    return min(near, key=lambda pair: pair[0])[1] if near else None
