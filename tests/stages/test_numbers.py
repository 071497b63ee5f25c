"""Amounts: how words and digits add up, what bounds them, and that no text breaks the stage."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words
from spacy.tokens import Doc

from conftest import read_marked
from newsevents.api import load
from newsevents.lexicons import Lexicons
from newsevents.schema import Amount, Article, Mention, Row
from newsevents.stages.numbers import about, between, bound, ceiling, floor, unknown, vague

ROWS = Lexicons().rows("numbers.tsv")
BATCH = 500
SCRAPS = "و ألف مئة ثلاثة وعشرين عشر 3 12 , . ونصف مليون نحو بين على الأقل آلاف / - %".split()


def read(text: str) -> Doc:
    """The text with its numbers; a full stop ends it, so that a short line is prose."""
    nlp = load()
    return nlp.get_pipe("newsevents_numbers")(nlp.make_doc(Article(text + " .")))


def test_every_word_row_stands_for_something() -> None:
    kinds = {"unit", "part", "teen", "ten", "hundred", "scale", "plural", "dual", "construct", "half", "-"}

    assert {row["kind"] for row in Lexicons().rows("number_words.tsv")} == kinds


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.source)
def test_row_fires_on_its_example(row: Row) -> None:
    text, marked = read_marked(row["example"])

    doc = read(text)

    mine = doc._.numbers if row["means"] == "-" else [m for m in doc._.numbers if m.row == row]
    assert [doc[m.start : m.end].text for m in mine] == marked


@pytest.mark.parametrize("start", range(1, 10_000, BATCH))
def test_small_numbers_in_words_are_read_back(start: int) -> None:
    numbers = [n for n in range(start, start + BATCH) if spelled_well(n)]

    assert values(numbers) == numbers


@given(st.lists(st.integers(1, 999_999), min_size=1, max_size=20))
@settings(deadline=None, max_examples=100)
def test_numbers_in_words_are_read_back(drawn: list[int]) -> None:
    numbers = [n for n in drawn if spelled_well(n)]

    assert values(numbers) == numbers


def spelled_well(n: int) -> bool:
    """num2words writes 101,000 as مائة و ألف ألف and 102,000 as مائة و ألفان ألف; those are no Arabic."""
    return n < 101_000 or n // 1000 % 100 not in (1, 2)


def values(numbers: list[int]) -> list[int]:
    """The numbers written in words, as the stage reads them."""
    doc = read(" ؛ ".join(num2words(n, lang="ar") for n in numbers))
    return [mention.value.best for mention in doc._.numbers]


@given(st.integers(0, 10**12 - 1))
@settings(deadline=None)
def test_digits_with_separators_are_read_back(n: int) -> None:
    doc = read(f"أصيب {n:,} شخصا")

    assert [mention.value for mention in doc._.numbers] == [Amount.exactly(n)]


@given(st.text(max_size=60))
@settings(deadline=None, max_examples=300)
def test_no_text_breaks_the_stage(text: str) -> None:
    doc = read(text)

    assert all(0 <= m.start < m.end <= len(doc) and isinstance(m.value, Amount) for m in doc._.numbers)


@given(st.lists(st.sampled_from(SCRAPS), max_size=14))
@settings(deadline=None, max_examples=300)
def test_no_jumble_of_number_words_breaks_the_stage(parts: list[str]) -> None:
    doc = read(" ".join(parts))

    ends = [m.end for m in doc._.numbers]
    assert all(end <= m.start for end, m in zip(ends, doc._.numbers[1:], strict=False))


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (about(20), Amount(None, 20, None)),
        (floor(3), Amount(3, 3, None)),
        (ceiling(9), Amount(None, 9, 9)),
        (between(4, 5), Amount(4, None, 5)),
        (between(5, 4), None),
        (vague(20), Amount(20, 20, None, vague=True)),
        (unknown(0), Amount(None, None, None, vague=True)),
    ],
)
def test_amounts_follow_the_guide(amount: Amount | None, expected: Amount | None) -> None:
    assert amount == expected


def test_definite_numbers_keep_their_article() -> None:
    doc = read("شيع الجنود الأربعة والـ18 الآخرون")

    assert [mention.proclitic for mention in doc._.numbers] == ["ال", "وال"]


def test_bound_numbers_keep_the_figure_inside() -> None:
    (number,) = read("أصيب نحو 20 شخصا")._.numbers

    assert number.slots["figure"].value == Amount.exactly(20)


def test_a_vague_number_takes_no_bound() -> None:
    number = Mention("number", 0, 1, vague(20))

    assert bound(number, None) == number  # type: ignore[arg-type]
