"""Who says so: the sources an article names, and the one that stands behind each sentence."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from ..layers import beginning, layer, lexicons, mention, words
from ..patterns import BLOCK
from ..schema import Mention, Party, Sentence

_REACH = 6
_ARTICLE = "ال"
_ANONYMOUS, _BELLIGERENT, _VERB = "anonymous", "belligerent", "verb"
_BETWEEN = frozenset(("بين", "وبين"))  # also "between"
_PARTIES = frozenset(("rebel", "political_militia", "identity_militia"))


def attributions(doc: Doc) -> dict[int, Mention]:
    """The source of each sentence, by the sentence's first token; writes the layer ``sources``.

    A sentence that names none takes the last one of its paragraph or of the paragraph before; المصدر is the last named.
    """
    doc._.sources = sources(doc)
    found: dict[int, Mention] = {}
    last: tuple[int, Mention] | None = None
    for sentence in doc._.sentences:
        own = spoken(doc, sentence)
        if own:
            last = sentence.paragraph, last[1] if last and takes_up(doc, own) else own
        party = None if own else speaking_party(doc, sentence)
        if party:
            found[sentence.start] = party
        elif last and sentence.paragraph - last[0] <= 1:
            found[sentence.start] = last[1]
    return found


def takes_up(doc: Doc, source: Mention) -> bool:
    """Whether the source is one named before: المصدر، المصادر ذاتها."""
    return source.value == _ANONYMOUS and words(doc).forms[words(doc).position[source.start]].startswith(_ARTICLE)


def speaking_party(doc: Doc, sentence: Sentence) -> Mention | None:
    """The party to the fighting that says it itself: "أعلنت كتائب القسام", "قالت قوات سوريا الديمقراطية"."""
    near = beginning(layer(doc, "actors"), sentence.start, sentence.end)
    armed = [each for each in near if isinstance(each.value, Party) and each.value.type in _PARTIES]
    said = {word for word, kind in sayings(doc, sentence) if kind == _VERB} if armed else set()
    speaker = next((each for each in armed if words(doc).position[each.start] in said), None)
    return speaker and replace(speaker, label="source", value=_BELLIGERENT)


def sayings(doc: Doc, sentence: Sentence) -> list[tuple[int, str]]:
    """The word behind each word of saying in a sentence, with the kind of it."""
    read, speech = words(doc), lexicons(doc).patterns("structure/speech.tsv")
    first, last = read.position[sentence.start], read.position[sentence.end]
    found = speech.find(read.forms, first=first, last=last)
    return [(m.end, "" if read.forms[m.start] in _BETWEEN else m.row["kind"]) for m in found]


def sources(doc: Doc) -> list[Mention]:
    """The mentions of sources.tsv (مصدر أمني, شهود عيان, وزارة الصحة)."""
    matches = lexicons(doc).patterns("structure/sources.tsv").find(words(doc).forms)
    return [mention(doc, "source", m, m.row.get("kind")) for m in matches if m.row.get("kind") != BLOCK]


def spoken(doc: Doc, sentence: Sentence) -> Mention | None:
    """The source that stands behind the nearest word of saying: قال مصدر أمني, بحسب شهود."""
    here = beginning(layer(doc, "sources"), sentence.start, sentence.end)
    if not here:
        return None
    position, said = words(doc).position, [word for word, _ in sayings(doc, sentence)]
    near = [(gap, m) for m in here for word in said if 0 <= (gap := position[m.start] - word) <= _REACH]
    return min(near, key=lambda pair: pair[0])[1] if near else None
