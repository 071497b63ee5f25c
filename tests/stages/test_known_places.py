"""The names that news has most resolve near where maps have them, with the country hinted and without."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from newsevents.api import load
from newsevents.lexicons import read_tsv
from newsevents.schema import Article, Place
from newsevents.stages.gazetteer import kilometres

KNOWN = read_tsv(Path(__file__).parents[1] / "examples" / "known_places.tsv", "known_places.tsv")
_LEAST_HINTED, _LEAST_BARE = 66, 60


def resolved(nlp, row):
    """The place that the name is resolved to where an explosion is told of it, or none."""
    doc = nlp(nlp.make_doc(Article(f"وقع انفجار في {row['name']} أمس")))
    return next((m.value.place for m in doc._.locations if m.value.name == row["name"]), None)


def is_near(row, place):
    """Whether a place is where the map has the name."""
    there = Place("", "", "", "city", row["country"], None, float(row["lat"]), float(row["lon"]))
    return place is not None and kilometres(place, there) <= float(row["limit_km"])


def wrong(found):
    """The names that are not where they should be."""
    return sorted(row["name"] for row, place in found if not is_near(row, place))


def test_the_table_has_all_names():
    assert len(KNOWN) == len({row["name"] for row in KNOWN}) == 68


def test_known_names_with_the_country_hinted():
    found = [(row, resolved(load(countries=[row["country"]]), row)) for row in KNOWN]

    assert len(KNOWN) - len(wrong(found)) >= _LEAST_HINTED, wrong(found)


def test_known_names_without_a_hint():
    nlp = load()
    found = [(row, resolved(nlp, row)) for row in KNOWN]

    assert len(KNOWN) - len(wrong(found)) >= _LEAST_BARE, wrong(found)


@pytest.mark.parametrize("country", sorted(Counter(row["country"] for row in KNOWN)))
def test_a_hint_never_leads_abroad(country):
    nlp = load(countries=[country])
    places = [resolved(nlp, row) for row in KNOWN if row["country"] == country]

    assert {place.country for place in places if place} == {country}
