"""Who acts and who is acted against: armed groups, forces, states, unnamed sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from ..arabic import fold
from ..layers import beginning, covering, layer, lexicons, text_of, words
from ..lexicons import Lexicons
from ..patterns import Match, Patterns
from ..schema import Mention, Party
from .antecedents import party, taken_up
from .dates import published
from .gazetteer import bare_forms
from .home import countries_at, is_abroad
from .names import clean
from .nationals import nationals, of_states
from .parties import party_matches, party_patterns, reading
from .persons import persons
from .placecues import word_set
from .units import units


@Language.component("newsevents_actors", requires=["doc._.locations"], assigns=["doc._.actors"])
def actors(doc: Doc) -> Doc:
    """Find the actors that the text names, and what definite nouns stand for."""
    known = list(tabled(doc))
    foreign = list(nationals(doc, words_of(doc, (m for m in known if party(m).country))))
    known = [*foreign, *outside(doc, known, words_of(doc, foreign))]
    states = of_states(doc, [mention for mention in known if not party(mention).country])
    known = [*states, *outside(doc, known, words_of(doc, states))]
    at = covering(known)
    opened = [named_by(mention, at.get(mention.start, [])) for mention in units(doc, words_of(doc, known))]
    known = [*opened, *outside(doc, known, words_of(doc, opened))]
    known += persons(doc, words_of(doc, known))
    known = specific(doc, sorted(known, key=lambda mention: mention.start))
    doc._.actors = sorted([*known, *taken_up(doc, known)], key=lambda mention: mention.start)
    return doc


def named_by(mention: Mention, known: Sequence[Mention]) -> Mention:
    """An open-ended name as that of the tables' actor it begins with: شرطة كابل is the police, by that name."""
    general = next((each for each in known if each.start == mention.start and each.end < mention.end), None)
    if general is None or party(general).country not in (None, party(mention).country):
        return mention
    return replace(mention, value=replace(party(general), name=party(mention).name), row=general.row)


def specific(doc: Doc, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without member nouns whose group follows: مسلحون من حركة الشباب is حركة الشباب."""
    links, position, forms = word_set(lexicons(doc), "members", "parties"), words(doc).position, words(doc).forms
    dropped, anybody = set(), unnamed(lexicons(doc))
    for first, second in pairwise(mentions):
        gap = forms[position[first.end] : position[second.start]]
        linked = (gap or second.proclitic.endswith("ل")) and all(word in links for word in gap)
        if linked and party(first).id in anybody and party(second).id not in anybody:
            dropped.add(first.start)
    return [mention for mention in mentions if mention.start not in dropped]


@cache
def unnamed(tables: Lexicons) -> frozenset[str]:
    """The ids of actors that are anybody of their kind."""
    return frozenset(row["id"] for row in tables.rows("parties/unnamed.tsv"))


def words_of(doc: Doc, mentions: Iterable[Mention]) -> set[int]:
    """The words that mentions hold."""
    position = words(doc).position
    return {word for mention in mentions for word in range(position[mention.start], position[mention.end])}


def outside(doc: Doc, mentions: Iterable[Mention], held: set[int]) -> list[Mention]:
    """The mentions that hold none of these words."""
    return [mention for mention in mentions if held.isdisjoint(words_of(doc, [mention]))]


def tabled(doc: Doc) -> Iterator[Mention]:
    """Actors of the tables, in the reading that holds on the day and in the country."""
    day, sides, read = published(doc), civilian_sides(lexicons(doc)), words(doc)
    for homonyms in party_matches(doc):
        countries = countries_at(doc, read.token[homonyms[0].start])
        match = local(doc, reading(homonyms, day, countries), day, countries)
        if match is None or is_place(doc, match):
            continue
        if match.row["type"] != "civilians" or sides.match(read.forms, match.start):
            yield mention_of(doc, match)


def is_place(doc: Doc, match: Match) -> bool:
    """Whether a state's name stands as a place here: شمال إسرائيل, في تركيا."""
    read = words(doc)
    span = read.span(match.start, match.end)
    if not any((mention.start, mention.end) == span for mention in beginning(layer(doc, "places"), *span)):
        return False
    before = read.forms[match.start - 1] if match.start else ""
    return match.proclitic.endswith("ب") or not word_set(lexicons(doc), "placing").isdisjoint(bare_forms(before))


def local(doc: Doc, match: Match | None, day: date | None, countries: Sequence[str]) -> Match | None:
    """The country's own force where a row names one in general: عناصر الجيش is the army of the country."""
    if match is None or match.row["country"] or match.row["label"] or match.row["type"] != "state_forces":
        return match
    general = party_patterns(lexicons(doc)).matches([fold(word) for word in match.row["name"].split()], 0)
    own = reading(general, day, countries)
    if own is None or not own.row["country"]:
        return match
    return Match(match.start, match.end, own.row, match.proclitic, match.slots)


@cache
def civilian_sides(tables: Lexicons) -> Patterns:
    """The people without arms that are a side by themselves."""
    return tables.patterns("parties/civilians.tsv")


def mention_of(doc: Doc, match: Match) -> Mention:
    """A match as a mention of its row's party, with the name as printed."""
    start, end = words(doc).span(match.start, match.end)
    row = match.row
    name = clean(text_of(doc, start, end), match.proclitic)
    abroad = row["type"] == "state_forces" and is_abroad(doc, row["country"], start)
    kind = "external_forces" if abroad else row["type"]
    party = Party(row["id"], name, kind, row["country"] or None, row["name"] or None, row["name_en"] or None)
    return Mention("actor", start, end, party, row, match.proclitic)
