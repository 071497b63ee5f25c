"""The calendar as printed: names of months, weekdays and units, and the days and months written with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from ..layers import layer, lexicons, words
from ..lexicons import Lexicons
from ..patterns import Match, Patterns
from ..schema import Amount, Mention

_TABLES = ("time/months.tsv", "time/weekdays.tsv", "time/units.tsv", "time/ordinals.tsv")
_MONTHS = ("month", "hijri_month", "old_month")
_SEPARATORS = frozenset("/-–.")
_HIJRI_SIGNS = frozenset({"ه", "هجري", "هجريه", "للهجره"})
_YEAR_SIGNS = _HIJRI_SIGNS | {"م", "ميلادي", "ميلاديه"}

Names = dict[str, dict[int, Mention]]


@dataclass(frozen=True, slots=True)
class Written:
    """A day or month as printed; ``which`` tells the year or month meant where none is printed."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    until: int | None = None
    which: str = ""
    hijri: bool = False


def slots(doc: Doc) -> Names:
    """All that rows of dates.tsv have slots for, by label and by the word it begins at."""
    found: Names = {}
    for mention in (*names(doc), *counts(doc), *numeric(words(doc).forms)):
        put(found, mention)
    for match in lexicons(doc).patterns("time/calendar.tsv").find(words(doc).forms, found):
        first = min(match.slots.values(), key=lambda slot: slot.start)
        written = Mention(match.row["slot"], match.start, match.end, read(match), match.row, first.proclitic)
        put(found, written, wins=True)
    return found


def put(found: Names, mention: Mention, wins: bool = False) -> None:
    """Enter a mention under its label, and under and_… where و stands before it; ordinals are days too."""
    labels = [mention.label, "day"] if mention.label == "ordinal" else [mention.label]
    if mention.proclitic.startswith("و"):
        labels += ["and_" + label for label in labels]
    for label in labels:
        entries = found.setdefault(label, {})
        if wins or mention.start not in entries:
            entries[mention.start] = mention


def names(doc: Doc) -> Iterator[Mention]:
    """Months, weekdays, units and ordinals by name; two names of one month are one mention."""
    forms = words(doc).forms
    last: Mention | None = None
    for match in names_of_time(lexicons(doc)).find(forms):
        row = match.row
        name = Mention(row["slot"], match.start, match.end, row["value"], row, match.proclitic)
        if last and paired(last, name, forms):
            last = Mention(last.label, last.start, name.end, last.value, last.row, last.proclitic)
            continue
        if last:
            yield last
        last = name
    if last:
        yield last


@lru_cache(maxsize=16)
def names_of_time(tables: Lexicons) -> Patterns:
    """The four tables of names as one matcher."""
    return tables.matcher(row for table in _TABLES for row in tables.rows(table))


def paired(first: Mention, second: Mention, forms: list[str]) -> bool:
    """كانون الثاني/يناير, تموز (يوليو): one month in two vocabularies; after a slash the first is trusted."""
    if first.label != "month" or second.label != "month" or second.start - first.end > 1:
        return False
    between = forms[first.end : second.start]
    return between == ["/"] or (between in ([], ["-"], ["–"]) and first.value == second.value)


def counts(doc: Doc) -> Iterator[Mention]:
    """Amounts, and the days of a month and years among them."""
    position = words(doc).position
    for number in layer(doc, "numbers"):
        for figure in (number, *number.slots.values()):
            start, end = position[figure.start], position[figure.end]
            yield Mention("number", start, end, figure, None, figure.proclitic)
            for label, value in roles(figure):
                yield Mention(label, start, end, value, None, figure.proclitic)


def roles(figure: Mention) -> Iterator[tuple[str, int]]:
    """What an exact figure can be in a date: day, hour, year."""
    amount = figure.value
    if not isinstance(amount, Amount) or amount.best is None or not amount.low == amount.best == amount.high:
        return
    n = amount.best
    if 1 <= n <= 31:
        yield "day", n
    if 1 <= n <= 24:
        yield "hour_figure", n
    if 1900 <= n <= 2100:
        yield "year", n
    if 1300 <= n <= 1500:
        yield "hijri_year", n


def numeric(forms: list[str]) -> Iterator[Mention]:
    """2/9/2023, 2024-09-02, 15 / 8 / 1436 هـ; 2/9 as {short}; 17:30 as {clock}."""
    end = 0
    for at, form in enumerate(forms):
        if at < max(end, 1) or not (form in _SEPARATORS or form == ":") or not forms[at - 1].isdecimal():
            continue
        found = clock(forms, at) or whole_date(forms, at) or short_date(forms, at)
        if found:
            end = found.end
            yield found


def clock(forms: list[str], at: int) -> Mention | None:
    """Hours and minutes around a colon or point."""
    if forms[at] not in ":." or at + 1 >= len(forms) or not forms[at + 1].isdecimal() or len(forms[at + 1]) != 2:
        return None
    hours, minutes = int(forms[at - 1][:4]), int(forms[at + 1])
    if hours > 24 or minutes > 59 or forms[at + 2 : at + 3] == ["."]:
        return None
    return Mention("clock", at - 1, at + 2, f"{hours:02}:{minutes:02}")


def whole_date(forms: list[str], at: int) -> Mention | None:
    """Three figures between equal separators: the year first or last, else the day first."""
    parts = forms[at - 1 : at + 4]
    if len(parts) < 5 or parts[3] != parts[1] or not (parts[2].isdecimal() and parts[4].isdecimal()):
        return None
    one, month, three = (int(part[:5]) for part in parts[::2])
    day, year = (three, one) if one > 31 else (one, three)
    if year < 100 and parts[1] != "-" and len(parts[4]) == 2:
        year += 2000 if year < 70 else 1900
    if month > 12 >= day:
        day, month = month, day
    end = at + 4 + (forms[at + 4 : at + 5] != [] and forms[at + 4] in _YEAR_SIGNS)
    hijri = 1300 <= year <= 1500
    if not (1 <= month <= 12 and 1 <= day <= 31 and (hijri or 1900 <= year <= 2100)):
        return None
    return Mention("date", at - 1, end, Written(year, month, day, hijri=hijri))


def short_date(forms: list[str], at: int) -> Mention | None:
    """2/9: day and month, or month and year; rows ask for a cue before it."""
    if forms[at] != "/" or at + 1 >= len(forms) or not forms[at + 1].isdecimal() or forms[at + 2 : at + 3] == ["/"]:
        return None
    day, month = int(forms[at - 1][:5]), int(forms[at + 1][:5])
    if 1900 <= month <= 2100 and 1 <= day <= 12:
        return Mention("some_month", at - 1, at + 2, Written(month, day))
    fits = 1 <= day <= 31 and 1 <= month <= 12
    return Mention("short", at - 1, at + 2, Written(None, month, day)) if fits else None


def read(match: Match) -> Written:
    """A match of calendar.tsv as a written date."""
    values = {role: slot.value for role, slot in match.slots.items()}
    numbers = {role: int(str(value)) for role, value in values.items()}
    month = next((numbers[label] for label in _MONTHS if label in numbers), None)
    hijri = "hijri_month" in numbers
    year = numbers.get("hijri_year" if hijri else "year")
    until = numbers.get("until")
    return Written(year, month, numbers.get("day"), until, match.row["which"], hijri)
