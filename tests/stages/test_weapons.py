"""Weapons: the id of the weapon, and the bare مسيرة that is a march or a drone by its company."""

from __future__ import annotations

import pytest


def found(doc) -> list[tuple[str, object]]:
    return [(doc[w.start : w.end].text, w.value) for w in doc._.weapons]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("انفجرت سيارة مفخخة أمام المبنى.", [("سيارة مفخخة", "car_bomb")]),
        ("كان يرتدي حزاما ناسفا تحت ثيابه.", [("حزاما ناسفا", "suicide_vest")]),
        ("سقطت قذائف هاون على الحي القديم.", [("قذائف هاون", "shell")]),
        ("قتل تاجر بعبوة لاصقة في سيارته.", [("بعبوة لاصقة", "sticky_bomb")]),
        ("طائرة مسيرة انتحارية أصابت المخزن.", [("طائرة مسيرة انتحارية", "drone")]),
        ("مسيرة تركية أصابت سيارة على الطريق.", [("مسيرة تركية", "drone")]),
        ("أصيب طفل برصاص قناص عند النافذة.", [("برصاص", "firearms"), ("قناص", "sniper")]),
        ("انطلقت مسيرة حاشدة من الجامعة.", []),
        ("موظفو شركة طيران كبرى يطالبون بحقوقهم.", []),
        ("البطالة قنبلة موقوتة في المجتمع.", []),
    ],
)
def test_weapons_of_a_sentence(annotate, text: str, expected: list[tuple[str, object]]) -> None:
    assert found(annotate(text)) == expected


def test_a_weapon_tells_the_type_it_decides(annotate) -> None:
    weapon = annotate("هاجموا البيت برمانة يدوية ليلا.")._.weapons[0]

    assert weapon.row["event_type"] == "grenade"
