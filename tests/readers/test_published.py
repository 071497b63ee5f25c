"""Days of publication, as files write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from newsevents.readers.published import day_of

DAY = date(2022, 1, 28)


@pytest.mark.parametrize(
    "given",
    [
        "2022-01-28", "2022-01-28T21:41:00+02:00", "2022/1/28", "2022.01.28", "28/01/2022", "28-1-2022", "01/28/2022",
        "20220128", "٢٨/٠١/٢٠٢٢", "28 يناير 2022", "الجمعة 28 يناير 2022, 09:41 مساء", "28 كانون الثاني 2022",
        "28 كانون الثاني/يناير 2022", "28 Jan 2022", "Fri, 28 Jan 2022 10:00:00 GMT", "1643364000", "1643364000000",
        1643364000, DAY, datetime(2022, 1, 28, 9, tzinfo=UTC),
    ],
)  # fmt: skip
def test_a_day_is_read(given: object) -> None:
    assert day_of(given) == DAY


@pytest.mark.parametrize("given", [None, "", "  ", float("nan")])
def test_an_empty_cell_is_no_day(given: object) -> None:
    assert day_of(given) is None


@pytest.mark.parametrize("given", ["غدا", "2022-02-30", "0007-01-01", "1e400", "28 ما 2022", "12"])
def test_what_is_no_day_is_refused(given: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        day_of(given)
