"""Dates: what a written day means, which day is the day of publication, and that no text breaks the stage."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from conftest import read_marked
from newsevents.api import load
from newsevents.layers import lexicons, words
from newsevents.lexicons import Lexicons
from newsevents.schema import Article, Day, Row
from newsevents.stages import calendar
from newsevents.stages.calendar import Written
from newsevents.stages.dates import published
from newsevents.stages.days import UNKNOWN, Anchor, resolve, weekday_until
from newsevents.stages.resolvers import RESOLVERS
from newsevents.stages.times import Time, time_of_day

THURSDAY = date(2024, 10, 31)
TABLES = Lexicons()
DATES, CALENDAR, PARTS = (TABLES.rows(f"time/{name}.tsv") for name in ("dates", "calendar", "parts"))
MONTHS = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()
SCRAPS = """
    يوم أمس اليوم الجمعة السبت 12 2019 3 / - مايو محرم 1435 ه الماضي الجاري منذ قبل
    يومين من إلى و ليل الساعة : 17 فجر
""".split()


def read(text: str, day: date | None = THURSDAY, title: str | None = None) -> Doc:
    """The text with its dates; a full stop ends it, so that a short line is prose."""
    nlp = load()
    doc = nlp.make_doc(Article(text + " .", title=title, published=day))
    return nlp.get_pipe("newsevents_dates")(nlp.get_pipe("newsevents_numbers")(doc))


def spans(text: str, day: date | None = THURSDAY) -> list[tuple[date | None, date | None]]:
    """First and last day of each date in the text."""
    return [(mention.value.start, mention.value.end) for mention in read(text, day)._.dates]


@pytest.mark.parametrize("row", DATES, ids=lambda row: row.source)
def test_row_fires_on_its_example(row: Row) -> None:
    text, marked = read_marked(row["example"])

    doc = read(text, date(2018, 6, 20))

    mine = doc._.dates if row["means"] == "-" else [m for m in doc._.dates if m.row == row]
    assert [doc[m.start : m.end].text for m in mine] == marked


@pytest.mark.parametrize("row", CALENDAR, ids=lambda row: row.source)
def test_calendar_row_fires_on_its_example(row: Row) -> None:
    text, marked = read_marked(row["example"])
    doc = read(text)

    found = [m for named in calendar.slots(doc).values() for m in named.values() if m.row == row]

    assert {doc[slice(*words(doc).span(m.start, m.end))].text for m in found} == set(marked)


@pytest.mark.parametrize("row", PARTS, ids=lambda row: row.source)
def test_time_row_fires_on_its_example(row: Row) -> None:
    text, marked = read_marked(row["example"])
    doc = read(text)

    found = lexicons(doc).patterns("time/parts.tsv").find(words(doc).forms, calendar.slots(doc))

    assert [doc[slice(*words(doc).span(m.start, m.end))].text for m in found if m.row == row] == marked


@pytest.mark.parametrize("row", DATES, ids=lambda row: row.source)
def test_every_meaning_has_a_function(row: Row) -> None:
    assert row["means"] in {"-", *RESOLVERS}


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)))
@settings(deadline=None)
def test_a_full_date_is_read_back(day: date) -> None:
    forms = (f"{day.day} {MONTHS[day.month - 1]} {day.year}", f"{day.day}/{day.month}/{day.year}", day.isoformat())

    assert [spans(f"قتل جندي في {form} بالرصاص") for form in forms] == [[(day, day)]] * 3


@given(st.dates(date(1990, 1, 1), date(2030, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_at_most_six_days_back(day: date, weekday: int) -> None:
    found = weekday_until(day, weekday)

    assert found.weekday() == weekday
    assert timedelta(0) <= day - found <= timedelta(6)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (Written(2019, 6, 30), Day(date(2019, 6, 30), date(2019, 6, 30), "day")),
        (Written(2019, 6, 31), None),
        (Written(None, 2, 29), Day(date(2024, 2, 29), date(2024, 2, 29), "day")),
        (Written(None, 10, 31), Day(THURSDAY, THURSDAY, "day")),
        (Written(None, 11, 2), Day(date(2024, 11, 2), date(2024, 11, 2), "day")),
        (Written(None, 11, 20), Day(date(2023, 11, 20), date(2023, 11, 20), "day")),
        (Written(None, 11, 20, which="next"), Day(date(2024, 11, 20), date(2024, 11, 20), "day")),
        (Written(None, 10, None, which="past"), Day(date(2023, 10, 1), date(2023, 10, 31), "month")),
        (Written(None, 5, 5, which="last_year"), Day(date(2023, 5, 5), date(2023, 5, 5), "day")),
        (Written(None, None, 3, which="last_month"), Day(date(2024, 9, 3), date(2024, 9, 3), "day")),
        (Written(1436, 10, 15, hijri=True), Day(date(2015, 7, 31), date(2015, 7, 31), "day")),
        (Written(1300, 10, 15, hijri=True), None),
        (Written(2018, 3, 3, until=5), Day(date(2018, 3, 3), date(2018, 3, 5), "range")),
    ],
)
def test_a_written_date_means_these_days(written: Written, expected: Day | None) -> None:
    assert resolve(written, Anchor(THURSDAY)) == expected


@pytest.mark.parametrize(
    "text",
    ["أمس", "يوم الجمعة", "قبل يومين", "الشهر الماضي", "12 مارس", "الجمعة والسبت", "14 الجاري"],
)
def test_without_publication_relative_dates_stay_unknown(text: str) -> None:
    doc = read(f"قصفوا القرية {text} بالمدافع", None)

    assert [mention.value for mention in doc._.dates] == [UNKNOWN]


def test_without_publication_full_dates_are_known() -> None:
    assert spans("قصفوا القرية في 12 مارس 2018 بالمدافع", None) == [(date(2018, 3, 12), date(2018, 3, 12))]


@pytest.mark.parametrize(
    "text",
    [
        "مقتل جنديين في كمين شرق البلاد\nغزة 22-7-2025 وفا- قتل جنديان أمس في كمين نصبه مسلحون شرق المدينة",
        "مقتل جنديين في كمين شرق البلاد\nعدن 22 يوليو 2025 (شينخوا) قتل جنديان أمس في كمين نصبه مسلحون شرق المدينة",
        "مقتل جنديين في كمين شرق البلاد\nالثلاثاء 22 تموز 2025\nقتل جنديان أمس في كمين نصبه مسلحون شرق المدينة",
        "مقتل جنديين في كمين شرق البلاد\nقتل جنديان أمس في كمين نصبه مسلحون شرق المدينة .\nالكتائب\nالثلاثاء 22/7/2025",
    ],
)
def test_the_dateline_tells_the_day_of_publication(text: str) -> None:
    doc = read(text, None)

    assert published(doc) == date(2025, 7, 22)
    assert date(2025, 7, 21) in [mention.value.start for mention in doc._.dates]


def test_the_article_knows_better_than_its_dateline() -> None:
    assert published(read("دمشق-سانا 9 شباط 2021\nقتل جنديان أمس في كمين نصبه مسلحون", THURSDAY)) == THURSDAY


def test_a_date_in_prose_is_not_the_day_of_publication() -> None:
    doc = read("قال شهود عيان إن مسلحين هاجموا القرية في 12 مارس 2018 وأحرقوا بيوتها كلها", None)

    assert published(doc) is None


@pytest.mark.parametrize(
    ("near", "expected"),
    [
        ([], None),
        ([Time(0, 1, "dawn")], "dawn"),
        ([Time(0, 1, clock="08:00"), Time(1, 2, "evening")], "20:00"),
        ([Time(0, 1, clock="08:00"), Time(1, 2, "morning")], "08:00"),
        ([Time(0, 1, clock="02:00"), Time(1, 2, "night")], "02:00"),
        ([Time(0, 1, clock="11:00"), Time(1, 2, "night")], "23:00"),
    ],
)
def test_the_clock_follows_the_part_of_the_day(near: list[Time], expected: str | None) -> None:
    assert time_of_day(near) == expected


@given(st.text(max_size=60), st.dates())
@settings(deadline=None, max_examples=300)
def test_no_text_breaks_the_stage(text: str, day: date) -> None:
    doc = read(text, day)

    assert all(0 <= m.start < m.end <= len(doc) and isinstance(m.value, Day) for m in doc._.dates)


@given(st.lists(st.sampled_from(SCRAPS), max_size=14), st.dates())
@settings(deadline=None, max_examples=500)
def test_no_jumble_of_time_words_breaks_the_stage(parts: list[str], day: date) -> None:
    doc = read(" ".join(parts), day)

    assert all(before.end <= after.start for before, after in zip(doc._.dates, doc._.dates[1:], strict=False))
    assert all(m.value.start is None or m.value.start <= m.value.end for m in doc._.dates)


@pytest.mark.parametrize("day", [date.min, date(1, 12, 31), date(9999, 1, 1), date.max], ids=str)
@pytest.mark.parametrize("row", DATES, ids=lambda row: row.source)
def test_the_ends_of_the_calendar_break_no_row(row: Row, day: date) -> None:
    doc = read("هاجموا السوق أمس ثم " + read_marked(row["example"])[0], day)

    assert all(m.value.start is None or m.value.start <= m.value.end for m in doc._.dates)
