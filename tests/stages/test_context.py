"""Context: whether an event happened, how far a cue reaches, and who says so."""

from __future__ import annotations

import pytest


def read(doc) -> list[tuple[str, str]]:
    return [(doc[t.start : t.end].text, a.modality) for t, a in zip(doc._.triggers, doc._.assertions, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصفت القوات مواقع المسلحين شرق البلدة.", [("قصفت", "actual")]),
        ("نفت الوزارة مقتل الجنود في المدينة.", [("مقتل", "denied")]),
        ("هدد القيادي بقصف المدينة الساحلية.", [("بقصف", "threatened")]),
        ("يعتزم الجيش شن هجوم على البلدة.", [("شن هجوم", "planned")]),
        ("سيقصف الجيش البلدة خلال أيام.", [("سيقصف", "planned")]),
        ("إذا قصف العدو المدينة فسنرد عليه.", [("قصف", "hypothetical")]),
        ("القوات لم تهاجم القرية حتى الآن.", [("تهاجم", "negated")]),
        ("أحبطت القوات محاولة تسلل إلى الموقع.", [("أحبطت القوات محاولة تسلل", "foiled")]),
        ("نجا المحافظ من محاولة اغتيال شرق المدينة.", [("محاولة اغتيال", "attempted")]),
        ("وكان مسلحون خطفوا طبيبا من منزله.", [("خطفوا", "past")]),
        ("أدانت الجامعة الهجوم على السوق الشعبي.", [("الهجوم", "reaction")]),
        ("قتل أربعون ألفا منذ بدء الحرب.", [("قتل", "statistic")]),
        ("مقتل ثلاثة في انقلاب حافلة على الطريق.", [("مقتل", "accident")]),
        ("قانون جديد حول مكافحة الاغتصاب والتحرش.", [("الاغتصاب", "generic")]),
    ],
)
def test_a_cue_governs_the_trigger(annotate, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(annotate(text)) == expected


def test_a_conjunction_ends_the_scope(annotate) -> None:
    assert read(annotate("نفت الوزارة الخبر لكن الهجوم أوقع ثلاثة قتلى.")) == [
        ("الهجوم", "actual"),
        ("قتلى", "actual"),
    ]


def test_a_finite_verb_after_and_ends_the_scope(annotate) -> None:
    assert read(annotate("أحبط الجيش الهجوم وقتل خمسة مسلحين عند السور."))[-1] == ("وقتل", "actual")


def test_accidents_give_way_to_weapons(annotate) -> None:
    assert ("وإصابة", "actual") in read(annotate("سقط صاروخ على مبنى ما أدى إلى حريق كبير وإصابة ثلاثة سكان."))


def test_a_stated_zero_is_actual(annotate) -> None:
    assert read(annotate("انفجرت العبوة دون وقوع إصابات.")) == [
        ("انفجرت العبوة", "actual"),
        ("دون وقوع إصابات", "actual"),
    ]


def test_a_noun_without_any_tie_is_generic(annotate) -> None:
    assert read(annotate("يرى المحلل أن أسباب الهجمات كثيرة ومعقدة.")) == [("الهجمات", "generic")]


def test_every_trigger_has_its_assertion(annotate) -> None:
    doc = annotate("قتل جندي.\nوأصيب آخر في انفجار.\nوأعلن التنظيم مسؤوليته عن الهجوم.")

    assert len(doc._.assertions) == len(doc._.triggers) == 4


def test_the_cue_is_kept_as_evidence(annotate) -> None:
    doc = annotate("نفت الوزارة مقتل الجنود في المدينة.")

    cue = doc._.assertions[0].cue
    assert (doc[cue.start : cue.end].text, cue.source.split(":")[0]) == ("نفت", "cues.tsv")


@pytest.mark.parametrize(
    ("text", "words", "modality"),
    [
        ("لم يتضح إن كان المسلحون من التنظيم الذي هاجم القرية.", "هاجم", "actual"),
        ("دعت النقابة إلى إضراب مفتوح عقب مقتل ثلاثة عمال.", "مقتل", "actual"),
        ("وتسيطر الجماعة على بلدات كثيرة في الساحل.", "وتسيطر الجماعة على بلدات", "generic"),
        ("يعمل الوزير من المنفى منذ سيطرت الجماعة على العاصمة.", "سيطرت الجماعة على العاصمة", "generic"),
        ("المستوطنون نفذوا خلال العام ما مجموعه مئتي اعتداء.", "نفذوا خلال العام ما مجموعه مئتي اعتداء", "statistic"),
        ("عثروا على حقيبة معدة للتفجير في السوق وقاموا بإبطالها.", "بإبطالها", "foiled"),
    ],
)
def test_what_is_recalled_held_or_summed_up(annotate, text: str, words: str, modality: str) -> None:
    assert dict(read(annotate(text)))[words] == modality


def test_a_dated_act_behind_a_court_is_past(annotate) -> None:
    text = "تنظر المحكمة في قضية مقتل تاجر في مارس الماضي قرب السوق."
    assert read(annotate(text, published="2024-06-20")) == [("مقتل", "past")]


def test_people_of_an_armed_group_are_no_ordinary_criminals(annotate) -> None:
    text = "اعتقلت الشرطة ثلاثة من عناصر تنظيم داعش بحوزتهم مخدرات."
    assert read(annotate(text))[0][1] == "actual"
