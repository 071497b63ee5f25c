"""Gazetteers of the user: a GeoNames dump, a CSV, a large table of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsevents.api import load
from newsevents.errors import LexiconError
from newsevents.schema import Article

WOF = Path(__file__).parents[2] / "shared" / "data" / "gazetteer" / "wof-geonames-arabic.tsv.gz"
DUMP = "1\tZanqalun\tZanqalun\tZanqalun,زنقلون\t27.5\t14.25\tP\tPPL\tLY\t\t\t\t\t\t2500\t\t300\tAfrica/Tripoli\t2020\n"


def places(folder, text):
    nlp = load(lexicons=[folder])
    return [m.value.place for m in nlp(nlp.make_doc(Article(text)))._.locations]


def test_a_geonames_dump(tmp_path):
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "LY.txt").write_text(DUMP, encoding="utf-8")

    (found,) = places(tmp_path, "وقع انفجار في بلدة زنقلون أمس.")

    assert (found.id, found.country, found.lat, found.lon) == ("LY-1", "LY", 27.5, 14.25)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mine.csv", "name,latitude,longitude,country\nزنقلون,27.5,14.25,LY\n"),
        ("mine.tsv", "name\tlat\tlon\nزنقلون\t27.5\t14.25\n"),
    ],
)
def test_a_table_with_name_lat_and_lon(name, text, tmp_path):
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / name).write_text(text, encoding="utf-8")

    (found,) = places(tmp_path, "وقع انفجار في بلدة زنقلون أمس.")

    assert (found.name, found.lat, found.lon) == ("زنقلون", 27.5, 14.25)


def test_a_table_without_coordinates_is_refused(tmp_path):
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "mine.csv").write_text("name,population\nزنقلون,5\n", encoding="utf-8")

    with pytest.raises(LexiconError, match=r"mine\.csv: a gazetteer has a name, lat and lon"):
        places(tmp_path, "وقع انفجار.")


@pytest.mark.skipif(not WOF.is_file(), reason="the shared gazetteer is not here")
def test_a_large_gazetteer_of_others(tmp_path):
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / WOF.name).symlink_to(WOF)

    found = places(tmp_path, "سقطت قذائف على قرية جردينة قرب بنغازي.")

    assert [place.country for place in found] == ["LY", "LY"]
