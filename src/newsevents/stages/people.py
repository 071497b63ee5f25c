"""People who are counted: victims and others, as noun phrases with their number (ثلاثة مدنيين، جنديان، 8 آخرين)."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from ..layers import text_of, words
from ..schema import Mention, People
from .barefigures import bare_figures, heading, taken_by
from .counting import count
from .peoplephrases import Phrase, phrases
from .peoplewords import Text, amount_of, read
from .sides import side, type_with
from .subsets import subsets

_LONGEST_NOUN = 6


@Language.component("newsevents_people", requires=["doc._.numbers", "doc._.actors"], assigns=["doc._.people"])
def people(doc: Doc) -> Doc:
    """Write the layer people: Mentions of number, noun and adjectives, with the amount and the victim type."""
    text = read(doc)
    named = list(outermost(text))
    bare = list(bare_figures(text, taken_by((p.start, p.end) for p in named)))
    parts = subsets(text, [*((p.start, p.end) for p in named), *((n.start, n.end) for n, _ in bare)])
    found = [phrase_mention(doc, text, phrase, phrase.start in parts) for phrase in named]
    found += [figure_mention(doc, text, number, told, number.start in parts) for number, told in bare]
    doc._.people = sorted(found, key=lambda each: each.start)
    return doc


def outermost(text: Text) -> Iterator[Phrase]:
    """The phrases, but for those that only say whose people the phrase before means (قتلى من المدنيين)."""
    last = end = 0
    for phrase in phrases(text):
        out_of = phrase.start == end + 1 and phrase.start in text.ends["link"] and phrase.behind is None
        if (phrase.start >= last and not out_of) or phrase.before:
            yield phrase
            _, last = side(text, phrase.end)
        end = phrase.end


def phrase_mention(doc: Doc, text: Text, phrase: Phrase, subset: bool) -> Mention:
    """A phrase as a mention."""
    amount, counted = count(text, phrase)
    group = group_of(text, phrase)
    told, side_end = side(text, phrase.end)
    until = side_end if 0 < side_end - phrase.head.start <= _LONGEST_NOUN else phrase.end
    noun = text_of(doc, *words(doc).span(phrase.head.start, until)).removeprefix(phrase.head.proclitic)
    type_ = type_with(group, phrase.type, told)
    value = People(amount, group, type_, noun, subset, phrase.definite, group == "others", counted)
    start, end = words(doc).span(phrase.start, phrase.end)
    return Mention("people", start, end, value, phrase.head.row, phrase.head.proclitic)


def group_of(text: Text, phrase: Phrase) -> str:
    """The noun's group; in "3 من أسرة واحدة" it is people who are counted, not families."""
    row = phrase.head.row
    within = row["group"] == "families" and row["number"] == "one" and phrase.head.start in text.ends["link"]
    return "persons" if within and phrase.before else row["group"]


def figure_mention(doc: Doc, text: Text, number: Mention, told: str, subset: bool) -> Mention:
    """A figure with no noun as a mention."""
    noun = heading(text, number.start)
    value = People(amount_of(number), "casualties" if noun else "persons", told or "unknown", noun, subset)
    start, end = words(doc).span(number.start, number.end)
    return Mention("people", start, end, value, number.row, number.proclitic)
