"""States behind adjectives: مسيّرة تركية, الجيش التشادي, غارة إسرائيلية."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from ..layers import layer, lexicons, taken, text_of, words
from ..patterns import Match
from ..schema import Mention, Party, Row
from .dates import published
from .home import is_abroad
from .names import clean
from .parties import during, party_patterns, reading
from .partycues import party_cues, party_rows
from .placecues import word_set

_FORCES, _NATIONALITIES = "parties/forces.tsv", "actors/nationalities.tsv"
_MOST_BETWEEN = 4
_ARMY = "الجيش"
_PEOPLE = ("ون", "ين", "ان")


def nationals(doc: Doc, held: set[int]) -> Iterator[Mention]:
    """Actors by nationality, outside the words held."""
    last: tuple[int, Match] | None = None
    placed = taken(layer(doc, "places"))
    for adjective in party_cues(doc).matches[_NATIONALITIES]:
        noun = noun_before(doc, adjective.start)
        if noun is None and last is not None and last[0] == adjective.start and adjective.proclitic == "و":
            noun = last[1]
        if noun is None or is_people(doc, noun, adjective):
            continue
        last = (adjective.end, noun)
        if held.isdisjoint(range(adjective.start, adjective.end)) and not names_country(doc, adjective, noun, placed):
            yield national(doc, noun, adjective)


def is_people(doc: Doc, noun: Match, adjective: Match) -> bool:
    """Whether it is people that something was done to: استهداف الفلسطينيين, اعتقال سوريين."""
    return noun.row["use"] == "attack" and words(doc).forms[adjective.start].endswith(_PEOPLE)


def of_states(doc: Doc, general: Sequence[Mention]) -> list[Mention]:
    """Forces in general with the nationality after them: عناصر حرس الحدود الإيراني."""
    position = words(doc).position
    following = {match.start: match for match in party_cues(doc).matches[_NATIONALITIES] if not match.proclitic}
    pairs = ((mention, following.get(position[mention.end])) for mention in general)
    return [of_state(doc, mention, adjective) for mention, adjective in pairs if adjective and adjective.row["country"]]


def of_state(doc: Doc, mention: Mention, adjective: Match) -> Mention:
    """A force in general as that of a state."""
    end = words(doc).span(adjective.start, adjective.end)[1]
    country, party = adjective.row["country"], mention.value
    if not isinstance(party, Party):
        raise TypeError(f"not a mention of an actor: {mention}")
    abroad = party.type == "state_forces" and is_abroad(doc, country, mention.start)
    kind = "external_forces" if abroad else party.type
    name = clean(text_of(doc, mention.start, end), mention.proclitic)
    return replace(mention, end=end, value=replace(party, name=name, type=kind, country=country))


def row_of(doc: Doc, adjective: Match) -> Row | None:
    """The actor that the adjective's row names; where it was no more on that day, the country's army of the day."""
    day, country = published(doc), adjective.row["country"]
    row = party_rows(lexicons(doc)).get(adjective.row["actor"])
    if row is None or during(row, day):
        return row
    armies = party_patterns(lexicons(doc)).matches([_ARMY], 0)
    found = reading(armies, day, [country])
    return found.row if found and found.row["country"] == country else row


def names_country(doc: Doc, adjective: Match, noun: Match, placed: set[int]) -> bool:
    """Whether the letters name a country rather than its people: غارات على سوريا, القوات في تركيا."""
    return noun.end < adjective.start and words(doc).token[adjective.start] in placed


def noun_before(doc: Doc, at: int) -> Match | None:
    """The force or attack that an adjective describes, other adjectives between."""
    forms, ending, between = words(doc).forms, party_cues(doc).ending, word_set(lexicons(doc), "between", "parties")
    for _ in range(_MOST_BETWEEN):
        noun = ending.get((_FORCES, at))
        if noun is not None or not at:
            return noun
        if forms[at - 1] not in between and not forms[at - 1].isascii():
            return None
        at -= 1
    return None


def national(doc: Doc, noun: Match, adjective: Match) -> Mention:
    """The state's force: named as printed where the noun is its own, in full where the noun is what it did."""
    row = row_of(doc, adjective)
    own = noun.row["use"] == "force" and noun.start < adjective.start and adjective.proclitic != "و"
    first = noun if own else adjective
    start, end = words(doc).span(first.start, adjective.end)
    printed = clean(text_of(doc, start, end), first.proclitic)
    canonical = row["name"] if row else None
    country = adjective.row["country"] or None
    kind = "external_forces" if is_abroad(doc, country, start) else row["type"] if row else "state_forces"
    party = Party(
        row["id"] if row else None, printed if own else canonical or printed, kind, country,
        canonical, row["name_en"] if row else None,
    )  # fmt: skip
    return Mention("actor", start, end, party, adjective.row, first.proclitic)
