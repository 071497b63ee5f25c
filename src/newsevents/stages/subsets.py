"""Parts of people told of before: what stands behind بينهم، معظمهم، أحدهما."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from .peoplewords import STOPS, Text, amount_of

_TO_FIRST = 3
_TO_NEXT = 4
_COMMAS = frozenset("،,")


def subsets(text: Text, bounds: Iterable[tuple[int, int]]) -> set[int]:
    """The first words of the phrases that are only parts of others, lists after one cue included."""
    found: set[int] = set()
    spans = sorted({*bounds, *cases(text)})
    for start, end in spans:
        if cue_before(text, start) is not None or out_of_known(text, start, end) or follows(text, found, spans, start):
            found.add(start)
    return found


def cases(text: Text) -> Iterator[tuple[int, int]]:
    """Figures right behind a cue of parts that count no people: "بينهم 7 حالات دهس و11 إصابة"."""
    for at in text.ends["subset"]:
        number = text.numbers.get(at)
        if number and number.end not in text.heads and text.form(number.end) not in STOPS:
            yield at, number.end


def cue_before(text: Text, start: int) -> int | None:
    """Where a cue of parts ends, up to three words before the phrase."""
    for at in range(start, max(start - _TO_FIRST, 0) - 1, -1):
        if at in text.ends["subset"]:
            return None if opens_with_harm(text, text.ends["subset"][at]) else at
        if text.form(at - 1) in STOPS or at in text.ends["harm"]:
            return None
    return None


def opens_with_harm(text: Text, at: int) -> bool:
    """Whether a harm word that is no noun of victims stands right before the cue: "أصيب منهم سبعة" counts anew."""
    return at in text.ends["harm"] and text.ends["harm"][at] not in text.heads


def out_of_known(text: Text, start: int, end: int) -> bool:
    """Whether an exact few are taken out of victims already told of: 4 من الجرحى."""
    head = next((text.heads[at] for at in range(start, end) if at in text.heads), None)
    if head is None or head.row["group"] != "casualties" or start in text.ends["harm"]:
        return False
    number, linked = text.numbers.get(start), head.start in text.ends["link"]
    exact = number is not None and linked and not amount_of(number).vague
    return text.form(head.start).startswith("ال") and (exact or head.start in text.ends["one_of"])


def follows(text: Text, found: set[int], spans: list[tuple[int, int]], start: int) -> bool:
    """Whether the phrase goes on a list of parts: "بينهم طفلان وامرأة"."""
    before = range(bisect_left(spans, (start,)) - 1, -1, -1)
    previous = next((spans[at] for at in before if spans[at][1] <= start), None)
    if previous is None or previous[0] not in found:
        return False
    last = previous[1]
    between = range(last, start)
    if start - last > _TO_NEXT or any(breaks(text, at) for at in between):
        return False
    return text.form(start).startswith("و") or any(text.form(at).startswith("و") for at in between)


def breaks(text: Text, at: int) -> bool:
    """Whether a list of parts ends at this word: a stop, or a new harm word."""
    return text.form(at) in STOPS - _COMMAS or at + 1 in text.ends["harm"]
