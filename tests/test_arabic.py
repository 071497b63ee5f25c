"""Spelling and clitics."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsevents.arabic import fold, letters, readings, vowelled_passive


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("مدرسة", "مدرسه"),
        ("مستشفى", "مستشفي"),
        ("مُسيَّرة", "مسيرة"),
        ("مــصـــر", "مصر"),
        ("٣٥", "35"),
        ("۳۵", "35"),
        ("ﷲ", "الله"),
        ("ﻻ", "لا"),
        ("عملیات", "عمليات"),
        ("\u200fحلب\u200e", "حلب"),
    ],
)
def test_fold_drops_what_newspapers_do_not_keep(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("قتل", "قتال"), ("ماء", "ما"), ("حلب", "حلبي")])
def test_fold_keeps_different_words_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_readings_begin_with_the_word_as_written() -> None:
    assert readings("وزير")[0] == ("", "وزير")


@pytest.mark.parametrize(
    ("word", "reading"), [("بحلب", ("ب", "حلب")), ("وبحلب", ("وب", "حلب")), ("للقطرون", ("لل", "القطرون"))]
)
def test_readings_offer_the_stem_behind_a_proclitic(word: str, reading: tuple[str, str]) -> None:
    assert reading in readings(word)


def test_readings_never_leave_a_single_letter() -> None:
    assert all(len(stem) >= 2 for _, stem in readings("بل"))


@pytest.mark.parametrize(("word", "passive"), [("قُتل", True), ("أُصيب", True), ("قتل", False), ("قَتل", False)])
def test_printed_vowels_tell_the_passive(word: str, passive: bool) -> None:
    assert vowelled_passive(word) is passive


def test_letters_counts_arabic_only() -> None:
    assert letters("abc حلب 12") == 3
