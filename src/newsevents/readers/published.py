"""Dates of publication as files write them: ISO, day first, Arabic months, seconds since 1970."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache

from ..arabic import fold
from ..lexicons import Lexicons

LONGEST = 200  # characters; keeps the expressions below from much work on a cell that is no date
EARLIEST, LATEST = date(1950, 1, 1), date(2100, 1, 1)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_PLAIN = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_WORDS = re.compile(r"(?<!\d)(\d{1,2})\s+([^\d]+?)\s+(\d{4})(?!\d)")
_ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def day_of(value: object) -> date | None:
    """The day that a cell names; None for an empty cell.

    Reads 2022-01-28 (with or without a time), 28/01/2022, 20220128, 28 يناير 2022, e-mail dates and seconds since
    1970. 03/04/2022 is the third of April. Raises ValueError where it is no date between 1950 and 2100.
    """
    if value is None or value != value or not str(value).strip():  # noqa: PLR0124  (NaN and NaT differ from themselves)
        return None
    found = value.date() if isinstance(value, datetime) else value if isinstance(value, date) else written(str(value))
    if not EARLIEST <= found < LATEST:
        raise ValueError(f"{found} lies outside 1950-2100")
    return found


def written(text: str) -> date:
    """The first reading that makes a date; raises ValueError where none does."""
    if len(text) > LONGEST:
        raise ValueError(f"{text[:20]!r}... is too long for a date")
    for found in readings(fold(text.strip())):
        return found
    raise ValueError(f"{text!r} is no date")


def readings(text: str) -> Iterator[date]:
    """Every reading of the text as a day."""
    if match := _ISO.match(text) or _PLAIN.fullmatch(text):
        yield date(*map(int, match.groups()))
    if match := _DAY_FIRST.match(text):
        day, month, year = map(int, match.groups())
        yield date(year, day, month) if month > 12 else date(year, month, day)
    if re.fullmatch(r"\d{9,10}(\.\d+)?|\d{12,13}", text):
        yield datetime.fromtimestamp(float(text) / (1000 if len(text) > 11 and "." not in text else 1), UTC).date()
    for match in _WORDS.finditer(text):
        if named := month_of(match[2]):
            yield date(int(match[3]), named, int(match[1]))
    if re.match(r"[a-z]{3,9},? ", text):
        yield parsedate_to_datetime(text).date()


def month_of(name: str) -> int | None:
    """The number of a month's Arabic or English name; of "كانون الثاني/يناير" either will do."""
    words = [part.strip() for part in re.split(r"[/()،,]", name)]
    known = arabic_months()
    english = [_ENGLISH.index(w[:3]) + 1 for w in words if w[:3] in _ENGLISH]
    return next((known[w] for w in words if w in known), None) or next(iter(english), None)


@cache
def arabic_months() -> dict[str, int]:
    """Folded names of the Gregorian months, from the table of the stage dates."""
    rows = (row for row in Lexicons().rows("time/months.tsv") if row["slot"] == "month")
    return {fold(name): int(row["value"]) for row in rows for name in row["pattern"].strip("()").split("|")}
