"""The words of the interface: both languages have them all, and all that the page's script says is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsevents.errors import NewseventsError
from newsevents.views import report
from newsevents.views.words import name_of, say, words

SCRIPT = "\n".join(path.read_text("utf-8") for path in sorted((Path(report.__file__).parent / "script").glob("*.js")))
SAID = sorted(set(re.findall(r'\b(?:say|phrase|field|choice)\("(\w+)"', SCRIPT)))


@pytest.mark.parametrize("name", sorted(words("en")))
def test_both_languages_say_it_with_the_same_values(name):
    english, arabic = words("en")[name], words("ar")[name]

    assert english.strip()
    assert arabic.strip()
    assert sorted(re.findall(r"\{\d\}", english)) == sorted(re.findall(r"\{\d\}", arabic))


@pytest.mark.parametrize("name", SAID)
def test_what_the_script_says_is_in_the_table(name):
    assert name in words("en")


def test_sub_types_have_their_arabic_names():
    assert words("ar")["Armed clash"] == "اشتباك مسلح"


def test_values_keep_their_own_direction_in_arabic():
    assert say("ar", "published") == "نشر في"
    assert "\u20682022-01-28\u2069" in say("ar", "from_to", "2022-01-28", "2022-01-29")


def test_an_unknown_value_stands_for_itself():
    assert say("en", "some_new_value") == "some new value"


def test_names_come_in_the_readers_language_or_as_written():
    assert name_of("en", {"name": "إدلب", "canonical_en": "Idlib"}) == "Idlib"
    assert name_of("en", {"name": "إدلب", "canonical_en": None}) == "إدلب"
    assert name_of("ar", {"name": None}) == ""


def test_a_language_without_a_column_is_refused():
    with pytest.raises(NewseventsError, match="choose one of en, ar"):
        words("fr")
