"""Words, offsets and sentences."""

from __future__ import annotations

import pytest
from camel_tools.tokenizers.word import simple_word_tokenize
from hypothesis import given, settings
from hypothesis import strategies as st

from newsevents.stages.tokens import split, split_any

ODD = [
    "",
    " ",
    "\n",
    "أ\r\nب",
    "a\u00a0b",
    "43,204",
    "وأصيب10في",
    "«داعش»",
    "\u0000",
    "👨‍👩‍👧",
    "ـــ",
    "x" * 5000,
    "ال24 ساعة",
]


@pytest.mark.parametrize("text", ODD)
def test_words_join_to_the_text(text: str) -> None:
    assert "".join(word + space for word, space in split(text)) == text


@given(st.text())
@settings(max_examples=300)
def test_words_join_to_any_text(text: str) -> None:
    assert "".join(word + space for word, space in split(text)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("24شخصا", ["24", "شخصا"]),
        ("وأصيب10", ["وأصيب", "10"]),
        ("بجروح.أضاف", ["بجروح", ".", "أضاف"]),
        ("بـ«داعش»", ["بـ", "«", "داعش", "»"]),
    ],
)
def test_glued_words_come_apart(text: str, words: list[str]) -> None:
    assert [word for word, _ in split(text)] == words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("قتل جندي. وأصيب آخر.", 2),
        ("بلغت الكلفة 3.5 مليون دولار أمس.", 1),
        ("قال لـ(أ.ف.ب) إن الهجوم وقع أمس.", 1),
        ("سطر أول\nسطر ثان", 2),
    ],
)
def test_sentences_end_at_full_stops_and_lines(annotate, text: str, count: int) -> None:
    assert len(annotate(text)._.sentences) == count


def test_words_are_those_of_camel_tools_for_every_character() -> None:
    """Most texts never reach camel-tools; what they are split into must be what it would give."""
    characters = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    texts = [text for c in characters if not c.isspace() for text in (c, f"ا{c}ب", f"1{c}2")]

    assert [t for t in texts if [w for w, _ in split(t)] != simple_word_tokenize(t, split_digits=True)] == []


@given(st.text(alphabet="اب1٢a.،«» \n\t-\u0640\u064b", max_size=40))
@settings(max_examples=300)
def test_plain_texts_are_split_as_any_other(text: str) -> None:
    assert split(text) == list(split_any(text))
