"""Triggers: the longest reading wins, blocked readings yield nothing, names are left alone."""

from __future__ import annotations

import pytest


def found(doc) -> list[tuple[str, str, str]]:
    return [(doc[t.start : t.end].text, str(t.value), t.row["harm"]) for t in doc._.triggers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مقتل جنديين وإصابة آخر في المدينة.", [("مقتل", "harm", "killed"), ("وإصابة", "harm", "wounded")]),
        ("مقتل وإصابة خمسة عشر مسلحا شرق البلدة.", [("مقتل وإصابة", "harm", "joint")]),
        ("سقط ستون شخصا بين قتيل وجريح في السوق.", [("بين قتيل وجريح", "harm", "joint")]),
        ("هجوم أودى بحياة أحد عشر عسكريا.", [("هجوم", "assault", ""), ("أودى بحياة", "harm", "killed")]),
        ("توفي شرطي متأثرا بجراحه في المستشفى.", [("توفي شرطي متأثرا بجراحه", "harm", "killed")]),
        ("فجر انتحاري نفسه وسط حشد من المصلين.", [("فجر انتحاري نفسه", "suicide_bomb", "")]),
        ("انفجرت عبوة ناسفة بدورية للشرطة.", [("انفجرت عبوة ناسفة", "ied", "")]),
        ("شن الطيران الحربي سلسلة غارات على القرية.", [("شن الطيران الحربي سلسلة غارات", "air_strike", "")]),
        ("صدت القوات هجوما للمتمردين عند الجسر.", [("صدت القوات هجوما", "armed_clash", "")]),
        (
            "اقتادوه إلى جهة مجهولة بعد دهم منزله.",
            [("اقتادوه إلى جهة مجهولة", "abduction", "abducted"), ("دهم", "raid", "")],
        ),
        ("فرقت الشرطة متظاهرين بالغاز في الميدان.", [("فرقت الشرطة متظاهرين", "protest_intervention", "")]),
    ],
)
def test_triggers_of_a_sentence(annotate, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(annotate(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "استشهد الكاتب بقول شاعر قديم في مقاله.",
        "قضت المحكمة بسجن الوزير خمس سنوات.",
        "المسابقة تستهدف توفير فرص للشباب.",
        "شن النائب هجوما لاذعا على خصومه.",
        "تعرض المصرف لهجوم إلكتروني واسع.",
        "المنتخب يستعد لخوض معركة التأهل.",
        "دعوة إلى وقف إطلاق النار في البلاد.",
        "غاب اللاعب بسبب إصابة عضلية في الفخذ.",
        "برنامج وطني لأجل القضاء على الفقر.",
        "توقع سقوط أمطار غزيرة على الجبال.",
    ],
)
def test_a_blocked_reading_yields_nothing(annotate, text: str) -> None:
    assert found(annotate(text)) == []


def test_a_word_inside_a_longer_name_is_no_trigger(annotate) -> None:
    doc = annotate("تجمع المارة قرب ساحة الشهداء وسط المدينة.")

    assert "الشهداء" not in [text for text, _, _ in found(doc)]


def test_a_trigger_knows_its_row_and_proclitic(annotate) -> None:
    trigger = annotate("دخل الجنود القرية وقتلوا راعيا عند البئر.")._.triggers[-1]

    assert (trigger.proclitic, trigger.source.split(":")[0]) == ("و", "triggers/killing.tsv")
