"""Names that no table has: a learned model reads the sentences that announce an event, and tables win on overlap.

An optional stage after triggers. Persons, places and organisations go to the layer ``names``; places and organisations
that nothing else holds are added to the locations and the actors, and a place inside a person's name is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from .. import backends
from ..arabic import fold, readings
from ..backends import Names
from ..layers import layer, lexicons, register, taken, text_of, words
from ..schema import Location, Mention, Party, Sentence
from .names import clean
from .partycues import party_cues
from .placecues import common_words, cues
from .places import slots
from .toponyms import stands

REASON = "named by the model"
_OWNED = ("dates", "numbers", "places", "locations", "actors", "people", "weapons", "triggers")
_CLASSES = "actors/classes.tsv"
_CAMEL = "camel"
_FREQUENT = 100  # times in ten million words


@Language.factory(
    "newsevents_names",
    default_config={"model": "ar_news_ner"},
    requires=["doc._.triggers"],
    assigns=["doc._.names", "doc._.locations", "doc._.actors"],
)
def names_model(nlp: Language, name: str, model: str) -> Callable[[Doc], Doc]:
    """The stage with that model: one of models/, the folder of a spaCy pipeline, or "camel" for camel_tools.ner."""
    register({"names": "Mention, label PER, LOC or ORG, value how often the model is right about it"})
    tags, trust = reader(model)

    def names(doc: Doc) -> Doc:
        doc._.names = list(named(doc, tags, trust))
        persons = [mention for mention in doc._.names if mention.label == "PER"]
        doc._.locations = [place for place in layer(doc, "locations") if not in_person(place, persons)]
        doc._.locations = in_order([*doc._.locations, *places(doc)])
        doc._.actors = in_order([*layer(doc, "actors"), *parties(doc)])
        return doc

    return names


def reader(model: str) -> tuple[Names, Mapping[str, float]]:
    """What tags sentences, and how often it is right about each label as far as that is known."""
    if model == _CAMEL:
        return backends.engine(_CAMEL).names(), {}
    engine = backends.engine("spacy_ner")
    return engine.names(model), engine.precision(model)


def named(doc: Doc, tags: Names, trust: Mapping[str, float]) -> Iterator[Mention]:
    """The names in the sentences that hold a trigger."""
    kept = [tokens(doc, sentence) for sentence in announcing(doc)]
    texts = doc.user_data["token_texts"]
    for sentence, found in zip(kept, tags([[texts[i] for i in each] for each in kept]), strict=True):
        for label, start, end in spans(found):
            yield Mention(label, sentence[start], sentence[end - 1] + 1, trust.get(label))


def announcing(doc: Doc) -> list[Sentence]:
    """The sentences that hold a trigger."""
    starts = [trigger.start for trigger in layer(doc, "triggers")]
    return [each for each in doc._.sentences if any(each.start <= start < each.end for start in starts)]


def tokens(doc: Doc, sentence: Sentence) -> list[int]:
    """The tokens of a sentence without white space."""
    texts = doc.user_data["token_texts"]
    return [index for index in range(sentence.start, sentence.end) if not texts[index].isspace()]


def spans(tags: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """(label, start, end) of every name in a sentence of BIO tags.

    >>> list(spans(["O", "B-LOC", "I-LOC", "B-PER"]))
    [('LOC', 1, 3), ('PER', 3, 4)]
    """
    start = 0
    for index, tag in enumerate([*tags, "O"]):
        before = tags[index - 1] if index else "O"
        if before != "O" and tag != f"I-{before[2:]}":
            yield before[2:], start, index
        if tag != "O" and (before == "O" or tag != f"I-{before[2:]}"):
            start = index


def in_person(place: Mention, persons: Sequence[Mention]) -> bool:
    """Whether a place is only part of a person's name: أحمد البصري."""
    length = place.end - place.start
    return any(p.start <= place.start and place.end <= p.end and p.end - p.start > length for p in persons)


def places(doc: Doc) -> Iterator[Mention]:
    """The places that nothing else holds and that stand as one, without a row and without an entry of the gazetteer."""
    for mention in free(doc, "LOC"):
        place = place_of(doc, mention)
        if stands(doc, place) and not is_common(doc, place):
            yield place


def place_of(doc: Doc, mention: Mention) -> Mention:
    """A name as a location; a class word that the model took into it (بحي الليثي) tells the kind and stays outside."""
    before = cues(doc).at(words(doc).position[mention.start], "class")
    start = words(doc).token[before.end] if before and before.end < len(words(doc).token) else mention.end
    if before and start < mention.end:
        value = Location(text_of(doc, start, mention.end), before.row["kind"], None, REASON)
        return Mention("location", start, mention.end, value, slots=slots(doc, before))
    proclitic = proclitic_of(doc, mention)
    value = Location(clean(text_of(doc, mention.start, mention.end), proclitic), "area", None, REASON)
    return Mention("location", mention.start, mention.end, value, proclitic=proclitic)


def is_common(doc: Doc, place: Mention) -> bool:
    """Whether all the words are frequent in the news (المدينة), or the first is a direction (قرية شمالي)."""
    common, position = common_words(lexicons(doc), _FREQUENT), words(doc).position
    if cues(doc).at(position[place.start], "direction"):
        return True
    forms = words(doc).forms[position[place.start] : position[place.end]]
    return all(form[len(place.proclitic) :] in common or form in common for form in forms)


def parties(doc: Doc) -> Iterator[Mention]:
    """The organisations that nothing else holds, headed by a word for an actor: جبهة، كتيبة."""
    heads = {words(doc).token[match.start]: match for match in party_cues(doc).matches[_CLASSES]}
    for mention in free(doc, "ORG"):
        head = heads.get(mention.start)
        if head is not None and words(doc).position[mention.end] > head.end:
            name = clean(text_of(doc, mention.start, mention.end), head.proclitic)
            yield Mention(
                "actor", mention.start, mention.end, Party(None, name, head.row["type"]), None, head.proclitic
            )


def free(doc: Doc, label: str) -> list[Mention]:
    """The names of that label that share no word with another layer."""
    held = set().union(*(taken(layer(doc, name)) for name in _OWNED))
    return [m for m in layer(doc, "names") if m.label == label and held.isdisjoint(range(m.start, m.end))]


def proclitic_of(doc: Doc, mention: Mention) -> str:
    """What is written together with a name's first word: a proclitic before the article, or before a word of the text.

    بالقطرون is ب and القطرون; بتراغن is ب and تراغن only where تراغن stands elsewhere in the article.
    """
    word = fold(doc.user_data["token_texts"][mention.start])
    known = set(words(doc).forms)
    found = [clitic for clitic, stem in readings(word) if clitic and (stem.startswith("ال") or stem in known)]
    return max(found, key=len, default="")


def in_order(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions by where they begin."""
    return sorted(mentions, key=lambda mention: mention.start)
