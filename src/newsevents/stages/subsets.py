"""Parts of people told of before: what stands behind بينهم، معظمهم، أحدهما."""

from __future__ import annotations

from collections.abc import Iterable

from .peoplewords import STOPS, Text

_TO_FIRST = 3
_TO_NEXT = 4
_COMMAS = frozenset("،,")


def subsets(text: Text, bounds: Iterable[tuple[int, int]]) -> set[int]:
    """The first words of the phrases that are only parts of others, lists after one cue included."""
    found: set[int] = set()
    spans = sorted(bounds)
    for start, end in spans:
        cue_end = cue_before(text, start)
        if cue_end is not None or follows(text, found, spans, start):
            found.add(start)
    return found


def cue_before(text: Text, start: int) -> int | None:
    """Where a cue of parts ends, up to three words before the phrase."""
    for at in range(start, max(start - _TO_FIRST, 0) - 1, -1):
        if at in text.ends["subset"]:
            return None if text.ends["subset"][at] in text.ends["harm"] else at
        if text.form(at - 1) in STOPS or at in text.ends["harm"]:
            return None
    return None


def follows(text: Text, found: set[int], spans: list[tuple[int, int]], start: int) -> bool:
    """Whether the phrase goes on a list of parts: "بينهم طفلان وامرأة"."""
    previous = [span for span in spans if span[1] <= start]
    if not previous or previous[-1][0] not in found:
        return False
    last = previous[-1][1]
    between = range(last, start)
    if start - last > _TO_NEXT or any(text.form(at) in STOPS - _COMMAS or at + 1 in text.ends["harm"] for at in between):
        return False
    return text.form(start).startswith("و") or any(text.form(at).startswith("و") for at in between)
