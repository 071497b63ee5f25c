"""The public functions for just the dates or just the casualties of a text."""

from __future__ import annotations

from datetime import date

import newsevents as ne

TEXT = "قتل جنديان فجر أمس قرب الحاجز."


def test_a_date_says_how_it_was_resolved_and_from_which_day() -> None:
    (found,) = ne.dates(TEXT, published="2022-01-28")

    assert (found["start"], found["end"], found["precision"]) == (date(2022, 1, 27), date(2022, 1, 27), "day")
    assert (found["time_of_day"], found["published"]) == ("dawn", date(2022, 1, 28))
    assert str(found["rule"]).startswith("time/dates.tsv:")
    assert TEXT[slice(*found["span"])] == found["text"] == "فجر أمس"


def test_without_publication_a_relative_date_stays_unresolved() -> None:
    (found,) = ne.dates(TEXT)

    assert (found["start"], found["end"], found["precision"], found["published"]) == (None, None, "unknown", None)


def test_casualties_have_the_fields_of_a_record() -> None:
    killed, wounded = ne.casualties("مقتل ضابط وأربعة جنود وإصابة نحو 20 آخرين، بينهم 3 مدنيين.")

    assert (killed["kind"], killed["low"], killed["best"], killed["high"]) == ("killed", 5, 5, 5)
    assert (wounded["kind"], wounded["low"], wounded["best"], wounded["high"]) == ("wounded", None, 20, None)
    assert wounded["of_whom"] == [{"group": "civilians", "count": 3}]


def test_what_was_denied_has_no_casualties() -> None:
    assert ne.casualties("نفت الوزارة مقتل الجنود.") == []
