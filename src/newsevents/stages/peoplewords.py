"""What the stage people reads: words, numbers, actors, the nouns of people.tsv and the cues around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from ..layers import by_word, layer, lexicons, words
from ..lexicons import Lexicons
from ..patterns import BLOCK, SENTENCE_ENDS, Match, Patterns
from ..schema import Amount, Mention

STOPS = SENTENCE_ENDS | frozenset("،,؛;:")
_AHEAD = ("harm", "label", "link", "one_of", "subset", "none", "rank", "total", "all")


@dataclass(frozen=True, slots=True)
class Text:
    """The words of an article with what stands on them, all by the index of the word.

    ``ends[means]`` gives, for the word after a cue, the word the cue begins at; ``number_ends`` the number before it;
    ``parting`` has the words of the cues of subsets.
    """

    forms: list[str]
    printed: list[str]
    heads: Mapping[int, Match]
    numbers: Mapping[int, Mention]
    number_ends: Mapping[int, Mention]
    sides: Mapping[int, Mention]
    cues: Mapping[str, Patterns]
    ends: Mapping[str, Mapping[int, int]]
    parting: frozenset[int]

    def cue(self, means: str, at: int) -> Match | None:
        """The cue of that meaning that begins at a word."""
        return self.cues[means].match(self.forms, at) if at < len(self.forms) else None

    def form(self, at: int) -> str:
        """The word there; a full stop past the end."""
        return self.forms[at] if 0 <= at < len(self.forms) else "."


def read(doc: Doc) -> Text:
    """The doc as the stage reads it."""
    forms, texts = words(doc).forms, doc.user_data["token_texts"]
    cues = cues_of(lexicons(doc))
    days = dated(doc)
    numbers = {at: each for at, each in by_word(doc, layer(doc, "numbers")).items() if at not in days}
    ends = {means: {m.end: m.start for m in cues[means].find(forms)} for means in _AHEAD}
    return Text(
        forms,
        [texts[token] for token in words(doc).token],
        heads(doc),
        numbers,
        {each.end: each for each in numbers.values()},
        by_word(doc, layer(doc, "actors")),
        cues,
        ends,
        frozenset(at for end, start in ends["subset"].items() for at in range(start, end)),
    )


@cache
def cues_of(tables: Lexicons) -> dict[str, Patterns]:
    """people_cues.tsv as one matcher a meaning, and the first names of people."""
    rows = tables.rows("people_cues.tsv")
    found = {means: tables.matcher(r for r in rows if r["means"] == means) for means in {row["means"] for row in rows}}
    names = (row for row in tables.rows("toponyms/people.tsv") if row["cue"] == "first")
    return {**found, "name": tables.matcher(names)}


def heads(doc: Doc) -> dict[int, Match]:
    """The nouns of people, but for those in dates and inside the names of actors (حركة الشباب)."""
    inner = dated(doc) | set(inside_names(doc))
    found = lexicons(doc).patterns("people.tsv").find(words(doc).forms)
    return {m.start: m for m in found if m.row["group"] != BLOCK and m.start not in inner}


def dated(doc: Doc) -> set[int]:
    """The words of dates."""
    position = words(doc).position
    return {at for m in layer(doc, "dates") for at in range(position[m.start], position[m.end])}


def inside_names(doc: Doc) -> Iterator[int]:
    """The words of actors' names that do not begin them."""
    position = words(doc).position
    for mention in layer(doc, "actors"):
        yield from range(position[mention.start] + 1, position[mention.end])


def amount_of(number: Mention) -> Amount:
    """The amount of a number that by_word() has wrapped."""
    inner = number.value.value if isinstance(number.value, Mention) else number.value
    return inner if isinstance(inner, Amount) else Amount(None, None, None, vague=True)
