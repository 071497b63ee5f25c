"""The annotation layers, one line each, and the words that stages match on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import attrgetter
from typing import TypeVar, cast

from spacy.tokens import Doc

from .arabic import fold
from .lexicons import Lexicons
from .patterns import Match
from .roots import Forms
from .schema import Article, Mention, Section

LAYERS = {
    "sections": "Section: headline, dateline, body, related, furniture",
    "sentences": "Sentence",
    "numbers": "Mention, value Amount",
    "dates": "Mention, value Day",
    "places": "Mention, value tuple of candidate Places",
    "locations": "Mention, value Location",
    "actors": "Mention, value Party",
    "people": "Mention, value People",
    "weapons": "Mention, value weapon id",
    "triggers": "Mention, value event type id",
    "sources": "Mention, value kind of source",
    "assertions": "Assertion per trigger",
    "frames": "Frame",
    "events": "Event",
    "discards": "Discard: triggers that gave no event, and why",
}


@cache
def key(name: str) -> str:
    """Where spaCy keeps ``doc._.name``. Stages read layers hundreds of times an article, and ``doc._`` is slow."""
    return cast("str", ("._.", name, None, None))  # spaCy's own types say that keys are str


_Found = TypeVar("_Found", Mention, Match)
_ARTICLE, _LEXICONS, _SECTIONS, _WORDS = map(key, ("article", "lexicons", "sections", "words"))
QUOTES = frozenset(["", *"«»\"“”„‟‹›'‘’`()[]{}*"])


@dataclass(frozen=True, slots=True)
class Words:
    """The words that patterns are matched on: folded, without spaces, quotes, brackets and furniture.

    ``token[i]`` is the doc's token of word i; ``position[t]`` the word of token t, or of the next one.
    """

    forms: Forms
    token: list[int]
    position: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Token bounds of words[start:end]."""
        return self.token[start], self.token[end - 1] + 1


def words(doc: Doc) -> Words:
    """The doc's words, computed once."""
    found: Words = doc.user_data[_WORDS]
    return found


def set_words(doc: Doc) -> None:
    """Fold every token that is text; called by the tokenizer when sections are known."""
    masked = bytearray(len(doc))
    for section in doc._.sections:
        if section.kind in ("furniture", "byline"):
            masked[section.start : section.end] = b"\1" * (section.end - section.start)
    forms: list[str] = []
    token: list[int] = []
    position: list[int] = []
    for index, form in enumerate(map(form_of, doc.user_data["token_texts"])):
        position.append(len(forms))
        if form not in QUOTES and not masked[index]:
            forms.append(form)
            token.append(index)
    position.append(len(forms))
    doc.user_data[_WORDS] = Words(Forms(forms), token, position)


@lru_cache(maxsize=1 << 15)
def form_of(text: str) -> str:
    """What patterns see of a token: folded; a line end for any white space that has one; else nothing for space."""
    if "\n" in text or "\r" in text:
        return "\n"
    form = fold(text)
    return "" if form.isspace() else form


def mention(doc: Doc, label: str, match: Match, value: object = None) -> Mention:
    """A match on words as a mention on tokens; its slots are mentions already."""
    start, end = words(doc).span(match.start, match.end)
    slots = {role: slot.value for role, slot in match.slots.items() if isinstance(slot.value, Mention)}
    return Mention(label, start, end, value, match.row, match.proclitic, slots)


def by_word(doc: Doc, mentions: Iterable[Mention]) -> dict[int, Mention]:
    """Mentions by the word they begin at, with bounds in words: the form that Patterns' slots take."""
    position = words(doc).position
    return {
        position[m.start]: Mention(m.label, position[m.start], position[m.end], m, m.row, m.proclitic) for m in mentions
    }


def taken(mentions: Iterable[Mention]) -> set[int]:
    """The tokens that some mentions own."""
    return {index for m in mentions for index in range(m.start, m.end)}


def beginning(mentions: Sequence[_Found], start: int, end: int) -> Sequence[_Found]:
    """The mentions (or matches, in the order of the text) that begin in [start:end), found without a look at all."""
    return mentions[bisect_left(mentions, start, key=_start) : bisect_left(mentions, end, key=_start)]


_start = attrgetter("start")


def within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """The mentions of a layer (in the order of the text) that lie inside these token bounds."""
    return [m for m in beginning(mentions, start, end) if m.end <= end]


def covering(mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    """The mentions over each token."""
    found: dict[int, list[Mention]] = {}
    for m in mentions:
        for index in range(m.start, m.end):
            found.setdefault(index, []).append(m)
    return found


def text_of(doc: Doc, start: int, end: int) -> str:
    """The printed words doc[start:end]."""
    if end <= start:
        return ""
    starts, texts = doc.user_data["token_starts"], doc.user_data["token_texts"]
    whole: str = doc.user_data["text"]
    return whole[starts[start] : starts[end - 1] + len(texts[end - 1])]


def lexicons(doc: Doc) -> Lexicons:
    """The tables of the pipeline that made this doc."""
    found: Lexicons = doc.user_data[_LEXICONS]
    return found


def article(doc: Doc) -> Article:
    """The article that this doc was made from."""
    found: Article = doc.user_data[_ARTICLE]
    return found


def sections(doc: Doc) -> list[Section]:
    """The doc's sections, in order."""
    found: list[Section] = doc.user_data[_SECTIONS]
    return found


def layer(doc: Doc, name: str) -> list[Mention]:
    """A layer of mentions; empty where its stage has not run."""
    found: list[Mention] | None = doc.user_data.get(key(name))
    return found or []


def register(names: Mapping[str, str] = LAYERS) -> None:
    """Declare the layers on Doc; spaCy asks for it before they can be set."""
    for name in (*names, "article", "lexicons", "words"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


register()
