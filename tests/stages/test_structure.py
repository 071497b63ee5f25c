"""The lines of an article: title, dateline, body, related headlines, furniture."""

from __future__ import annotations

import pytest

ARTICLE = """قتيلان في انفجار عبوة ناسفة بمدينة سبها

القاهرة - وكالات الجمعة 28 يناير 2022, 09:41 مساء

قتل شخصان وأصيب ثالث في انفجار عبوة ناسفة وسط مدينة سبها، الخميس.

- مسؤول محلي يعلن حصيلة الأمطار في الجنوب
- افتتاح معرض للكتاب في بنغازي

وقال شهود إن الانفجار وقع قرب السوق.
اقرأ أيضا: مقتل خمسة مهاجرين في غارة
المزيد من أخبار ليبيا
تعليقات
عناوين ذات صلة
ورشة عمل في طرابلس
"""


def kinds(doc) -> dict[str, str]:
    return {line.split()[0]: s.kind for s in doc._.sections for line in [doc[s.start : s.end].text] if line.strip()}


def test_every_line_has_its_kind(annotate) -> None:
    found = kinds(annotate(ARTICLE))

    assert {word: found[word] for word in ("قتيلان", "القاهرة", "قتل", "-", "اقرأ")} == {
        "قتيلان": "headline",
        "القاهرة": "dateline",
        "قتل": "body",
        "-": "related",
        "اقرأ": "furniture",
    }


def test_sections_cover_the_text(annotate) -> None:
    doc = annotate(ARTICLE)

    assert "".join(doc[s.start : s.end].text_with_ws for s in doc._.sections) == ARTICLE


@pytest.mark.parametrize(
    "line",
    [
        "القاهرة - رويترز: قتل جندي في هجوم أمس.",
        "باماكو (أ ف ب) - قتل جندي في هجوم أمس.",
        "غزة 22-7-2025 وفا- قتل جندي في هجوم أمس.",
        "ربك 6 نوفمبر 2025 – قتل جندي في هجوم أمس.",
        "بيروت: «الشرق الأوسط» قتل جندي في هجوم أمس.",
    ],
)
def test_a_dateline_is_told_from_the_body(annotate, line: str) -> None:
    first = annotate(line)._.sections[0]

    assert first.kind == "dateline"


@pytest.mark.parametrize(
    "line", ["وقال مصدر لوكالة رويترز: قتل جندي في الهجوم.", "قتل جندي - وهو ثالث جندي يقتل - في هجوم."]
)
def test_speech_is_no_dateline(annotate, line: str) -> None:
    assert annotate(line)._.sections[0].kind != "dateline"


def test_furniture_gives_no_words_to_match(annotate) -> None:
    doc = annotate(ARTICLE)

    assert "مهاجرين" not in doc._.words.forms
