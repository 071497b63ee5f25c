"""Names of actors: which party, under which name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from conftest import read_marked
from newsevents.arabic import fold
from newsevents.lexicons import Lexicons, read_tsv
from newsevents.patterns import Patterns
from newsevents.schema import Party, Row
from newsevents.stages.parties import during, first_day, last_day

TABLES = [f"parties/{name}.tsv" for name in ("civilians", "definite", "forces", "ordinary", "units")]
EXAMPLES = Path(__file__).parents[1] / "examples" / "actors.tsv"


def rows():
    return [pytest.param(table, row, id=row.source) for table in TABLES for row in Lexicons().rows(table)]


def cases():
    for row in read_tsv(EXAMPLES, "actors.tsv"):
        marks = [pytest.mark.xfail(reason=row["todo"])] if row["todo"] else []
        yield pytest.param(row["text"], row["published"], row["expected"].split(), id=row.source, marks=marks)


@pytest.mark.parametrize(("text", "published", "expected"), list(cases()))
def test_actors_of_examples(text, published, expected, annotate):
    plain, marked = read_marked(text)
    doc = annotate(plain, published)

    assert [doc[m.start : m.end].text.removeprefix(m.proclitic).rstrip("»") for m in doc._.actors] == [
        name.removeprefix("و").rstrip("»") for name in marked
    ]
    assert [party(m).id or "-" for m in doc._.actors] == expected


def party(mention) -> Party:
    return mention.value


def test_definite_noun_takes_the_name_of_its_antecedent(annotate):
    doc = annotate("هاجمت حركة الشباب الفندق في مقديشو، ونفت الحكومة ذلك. وتبنت الحركة الهجوم.", "2022-08-20")

    assert [party(m).name for m in doc._.actors][-1] == "حركة الشباب"


def test_what_a_state_did_names_its_army(annotate):
    doc = annotate("قتل شخص في غارة إسرائيلية على بلدة عيتا الشعب.", "2024-10-01")

    assert party(doc._.actors[0]).name == "الجيش الإسرائيلي"


def test_army_depends_on_the_day(annotate):
    text = "أعلن الجيش السوري مقتل جنديين في ريف إدلب."

    before, after = (party(annotate(text, day)._.actors[0]).id for day in ("2019-01-01", "2025-06-01"))

    assert before == "syrian-army-assad"
    assert after != before


@pytest.mark.parametrize(
    ("begins", "ends", "holds"),
    [("", "", True), ("2014-05-01", "", False), ("", "2013", True), ("2013-02", "2013-02", True), ("", "2012", False)],
)
def test_a_row_holds_during_its_time(begins, ends, holds):
    row = Row("x.tsv:2", {"from": begins, "until": ends})

    assert during(row, date(2013, 2, 28)) is holds
    assert during(row, None)


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("2013", date(2013, 1, 1), date(2013, 12, 31)),
        ("2013-12", date(2013, 12, 1), date(2013, 12, 31)),
        ("2024-12-08", date(2024, 12, 8), date(2024, 12, 8)),
    ],
)
def test_days_of_a_cell(cell, first, last):
    assert (first_day(cell), last_day(cell)) == (first, last)


@pytest.mark.parametrize(("table", "row"), rows())
def test_row_is_found_in_the_words_its_example_marks(table, row):
    """The word of a unit or force opens the marked words; the name that follows is the stage's."""
    marked = read_marked(row["example"])[1]

    assert any(Patterns([row]).find([fold(word) for word in words.split()]) for words in marked)
