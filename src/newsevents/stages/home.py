"""The country an article is mostly about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from spacy.tokens import Doc

from ..layers import layer, lexicons, sections, words
from ..lexicons import Lexicons
from ..schema import Location, Place
from .containment import candidates_of
from .parties import party_matches
from .partycues import party_cues

_HIGHEST_RANK = 9
_COUNTRY, _PLACE, _DATELINE, _PARTY, _NATIONALITY, _OPTION = 0.6, 1.0, 0.3, 0.7, 0.5, 6.0
_ABROAD = 0.3
_LIKELY = 3
_COUNTED = ("chosen_places", "country_votes", "countries_at", "paragraph_countries", "place_gaps")


def home(doc: Doc) -> str | None:
    """ISO code of the country that the article's places, actors and adjectives mostly name; None where none is."""
    counted = votes(doc)
    return max(counted, key=lambda country: counted[country], default=None)


def forget(doc: Doc) -> None:
    """Drop what was counted, so that a document may be read again."""
    for name in _COUNTED:
        doc.user_data.pop(name, None)


def settle(doc: Doc, chosen: Sequence[Place | None]) -> None:
    """Count the countries again, each place mention for the place chosen."""
    doc.user_data.pop("country_votes", None)
    doc.user_data["chosen_places"] = chosen
    votes(doc)


def votes(doc: Doc) -> Mapping[str, float]:
    """How much speaks for each country; counted once per document."""
    known = doc.user_data.get("country_votes")
    if isinstance(known, dict):
        return known
    found: Counter[str] = Counter()
    for country, weight in (*of_places(doc), *of_parties(doc), *of_options(doc)):
        if country:
            found[country] += weight  # type: ignore[assignment]
    made = dict(found)
    doc.user_data["country_votes"] = made
    return made


def of_places(doc: Doc) -> Iterator[tuple[str, float]]:
    """Each place whose name is of one country only: villages and towns more than countries, the dateline least."""
    datelines = {i for s in sections(doc) if s.kind in ("dateline", "related") for i in range(s.start, s.end)}
    away = powers(lexicons(doc))
    mentions = layer(doc, "places")
    chosen = doc.user_data.get("chosen_places")
    meant = [(place,) if place else () for place in chosen] if chosen else [candidates_of(m) for m in mentions]
    for mention, candidates in zip(mentions, meant, strict=True):
        best = max((place.rank for place in candidates), default=0)
        likely = [place for place in candidates if place.rank >= best - _LIKELY]
        if len({place.country for place in likely}) == 1:
            place = max(likely, key=lambda each: each.rank)
            weight = _DATELINE if mention.start in datelines else _COUNTRY if place.kind == "country" else _PLACE
            weight *= _ABROAD if place.kind == "country" and place.country in away else 1
            yield place.country, weight * (place.rank / _HIGHEST_RANK) ** 0.5


def of_parties(doc: Doc) -> Iterator[tuple[str, float]]:
    """Actors whose name says the country whatever the article is about, and nationality adjectives."""
    known = doc.user_data.get("party_votes")
    if known is None:
        away = powers(lexicons(doc))
        sides = [{match.row["country"] for match in each if not match.row["label"]} for each in party_matches(doc)]
        known = [(c, _PARTY * (_ABROAD if c in away else 1) / len(side)) for side in sides for c in side]
        doc.user_data["party_votes"] = known
    yield from known


def of_options(doc: Doc) -> Iterator[tuple[str, float]]:
    """The countries that the user said the news is about."""
    tables: Lexicons = lexicons(doc)
    for country in tables.countries:
        yield country.upper(), _OPTION


def country_of(doc: Doc, location: Location) -> str | None:
    """The country a location lies in: its place's, its container's, else the article's."""
    known = (place.country for place in (location.place, *location.within) if place and place.country)
    return next(known, None) or home(doc)


@cache
def powers(tables: Lexicons) -> frozenset[str]:
    """The states whose forces act abroad."""
    return frozenset(row["country"] for row in tables.rows("toponyms/abroad.tsv"))


def is_abroad(doc: Doc, country: str | None, token: int) -> bool:
    """Whether a country's forces named at this token act outside it (and outside what it holds)."""
    where = next(iter(countries_at(doc, token)), None)
    if not country or where is None or where == country:
        return False
    return (country, where) not in held(lexicons(doc))


@cache
def held(tables: Lexicons) -> frozenset[tuple[str, str]]:
    """The pairs of a state and a territory where its forces count as the state's own."""
    return frozenset((row["country"], row["holds"]) for row in tables.rows("toponyms/abroad.tsv") if row["holds"])


def countries_at(doc: Doc, token: int) -> tuple[str, ...]:
    """The countries that a name at this token may be read in, the likeliest first: of its paragraph, of the article."""
    paragraph = paragraph_of(doc).get(token, -1)
    known: dict[int, tuple[str, ...]] = doc.user_data.setdefault("countries_at", {})
    if paragraph not in known:
        local, found = paragraph_countries(doc).get(paragraph, ()), home(doc)
        known[paragraph] = (*local, found) if found else local
    return known[paragraph]


def paragraph_of(doc: Doc) -> Mapping[int, int]:
    """The paragraph of each token that begins a sentence's word; computed once."""
    known = doc.user_data.get("paragraph_of")
    if isinstance(known, dict):
        return known
    made = {i: s.paragraph for s in doc._.sentences for i in range(s.start, s.end)}
    doc.user_data["paragraph_of"] = made
    return made


def paragraph_countries(doc: Doc) -> Mapping[int, tuple[str, ...]]:
    """The one country that a paragraph's places, actors and adjectives name, where they agree; counted once."""
    known = doc.user_data.get("paragraph_countries")
    if isinstance(known, dict):
        return known
    seen: dict[int, set[str]] = {}
    for token, country in (*located(doc), *belonging(doc)):
        seen.setdefault(paragraph_of(doc).get(token, -1), set()).add(country)
    made = {paragraph: tuple(countries) for paragraph, countries in seen.items() if len(countries) == 1}
    doc.user_data["paragraph_countries"] = made
    return made


def located(doc: Doc) -> Iterator[tuple[int, str]]:
    """The token and country of each place that was found."""
    for mention in layer(doc, "locations"):
        place = mention.value.place if isinstance(mention.value, Location) else None
        if place and place.country:
            yield mention.start, place.country


def belonging(doc: Doc) -> Iterator[tuple[int, str]]:
    """The token and country of each nationality, and of each actor of one country only."""
    token = words(doc).token
    for match in party_cues(doc).matches["actors/nationalities.tsv"]:
        if match.row["country"]:
            yield token[match.start], match.row["country"]
    for homonyms in party_matches(doc):
        countries = {match.row["country"] for match in homonyms}
        if len(countries) == 1 and not homonyms[0].row["label"] and "" not in countries:
            yield token[homonyms[0].start], countries.pop()
