"""Whose casualties are counted, and as what: a text goes in, the rows of its events come out."""

from __future__ import annotations

import pytest

import newsevents as ne


def rows(text: str) -> list[tuple[str, int | None, str]]:
    """Kind, best figure and victim type of all rows."""
    found = ne.extract(text, "2024-03-08")
    return [(str(c["kind"]), c["best"], str(c["victim_type"])) for event in found for c in event.casualties]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "أسفر انفجار في مدينة عفرين أمس عن 9 قتلى هم 6 مدنيين و3 من مقاتلي الفصائل.",
            [("killed", 6, "civilians"), ("killed", 3, "non_state_fighters")],
        ),
        ("انفجر لغم بسيارة أسرة في مديرية الدريهمي أمس ما أودى بحياة 4 من أفرادها.", [("killed", 4, "civilians")]),
        (
            "أعلنت قوة الأمم المتحدة في لبنان (اليونيفيل) أن أحد جنودها أصيب أمس في قصف قرب بلدة رميش.",
            [("wounded", 1, "external_forces")],
        ),
        (
            "تعرضت دورية من حرس الحدود لقذيفة في جازان أمس ما أدى إلى مقتل أحد أفرادها وإصابة زميله.",
            [("killed", 1, "state_forces"), ("wounded", 1, "state_forces")],
        ),
        (
            "خرج محتجون في مدينة كسلا أمس وأطلقت الشرطة عليهم الرصاص فقتل ثلاثة منهم.",
            [("killed", 3, "civilians")],
        ),
    ],
)
def test_the_type_of_victims_follows_from_what_they_belong_to(
    text: str, expected: list[tuple[str, int | None, str]]
) -> None:
    assert rows(text) == expected


def test_rival_tolls_are_the_bounds_of_one_row() -> None:
    found = ne.extract("أوقعت المواجهات في مدينة تعز أمس 7 قتلى، بينما تحدثت مصادر أخرى عن سقوط 9 قتلى.", "2024-03-08")
    (row,) = [c for event in found for c in event.casualties]

    assert (row["low"], row["best"], row["high"]) == (7, 7, 9)


def test_a_total_counts_those_told_before_it_in_its_sentence() -> None:
    text = "توفي متظاهر ثان في مدينة الكوت متأثرا بإصابته أمس ليرتفع عدد القتلى إلى اثنين."

    assert rows(text) == [("killed", 2, "civilians")]


def test_known_people_that_a_row_counts_are_not_counted_again() -> None:
    text = "قتل أربعة مسلحين في مدينة كسمايو أمس. وقالت الشرطة إن القوات قتلت المسلحين الأربعة في كسمايو."

    assert [row for row in rows(text) if row[0] == "killed"] == [("killed", 4, "non_state_fighters")]
