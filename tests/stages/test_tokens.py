"""Words, offsets and sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsevents.stages.tokens import split

ODD = ["", " ", "\n", "أ\r\nب", "a\u00a0b", "43,204", "وأصيب10في", "«داعش»", "\u0000", "👨‍👩‍👧", "ـــ", "x" * 5000, "ال24 ساعة"]


@pytest.mark.parametrize("text", ODD)
def test_words_join_to_the_text(text: str) -> None:
    assert "".join(word + space for word, space in split(text)) == text


@given(st.text())
@settings(max_examples=300)
def test_words_join_to_any_text(text: str) -> None:
    assert "".join(word + space for word, space in split(text)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [("24شخصا", ["24", "شخصا"]), ("وأصيب10", ["وأصيب", "10"]), ("بجروح.أضاف", ["بجروح", ".", "أضاف"]), ("بـ«داعش»", ["بـ", "«", "داعش", "»"])],
)
def test_glued_words_come_apart(text: str, words: list[str]) -> None:
    assert [word for word, _ in split(text)] == words


@pytest.mark.parametrize(
    ("text", "count"),
    [("قتل جندي. وأصيب آخر.", 2), ("بلغت الكلفة 3.5 مليون دولار أمس.", 1), ("قال لـ(أ.ف.ب) إن الهجوم وقع أمس.", 1), ("سطر أول\nسطر ثان", 2)],
)
def test_sentences_end_at_full_stops_and_lines(annotate, text: str, count: int) -> None:
    assert len(annotate(text)._.sentences) == count
