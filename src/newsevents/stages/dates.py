"""Dates: which days the words mean, counted from the day of publication."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from ..layers import article, lexicons, mention, sections, words
from ..patterns import BLOCK, Match
from ..schema import Day, Mention
from .calendar import Names, Written, slots
from .days import UNKNOWN, Anchor, resolve
from .resolvers import RESOLVERS
from .times import beside, time_of_day, times

_PUBLISHED = "newsevents_published"
_FIRST_WORDS = 60


@Language.component("newsevents_dates", requires=["doc._.numbers"], assigns=["doc._.dates"])
def dates(doc: Doc) -> Doc:
    """Write the layer dates: mentions with a Day, and the row that said which."""
    names = slots(doc)
    doc.user_data[_PUBLISHED] = article(doc).published or printed(doc, names.get("date", {}).values())
    tables = lexicons(doc)
    found = tables.patterns("time/dates.tsv").find(words(doc).forms, names)
    doc._.dates = with_times(doc, [match for match in found if match.row["means"] != BLOCK], names)
    return doc


def published(doc: Doc) -> date | None:
    """The day of publication: the article's, else the one printed in its dateline; None where there is none."""
    given = article(doc).published
    if given is not None or _PUBLISHED not in doc.user_data:
        return given
    found: date | None = doc.user_data[_PUBLISHED]
    return found


def printed(doc: Doc, written: Iterable[Mention]) -> date | None:
    """The first full date in a dateline or byline, or alone on one of the first lines."""
    token = words(doc).token
    heads = [each for each in sections(doc) if each.kind in ("dateline", "byline")]
    for each in sorted(written, key=lambda name: name.start):
        value = each.value
        headed = any(head.start <= token[each.start] < head.end for head in heads)
        if headed and isinstance(value, Written) and value.year and value.day and not value.until:
            day = resolve(value, Anchor())
            return day.start if day else None
    return None


def with_times(doc: Doc, found: list[Match], names: Names) -> list[Mention]:
    """Each match as a date, grown by the times of day beside it."""
    forms = words(doc).forms
    parts = times(forms, lexicons(doc).patterns("time/parts.tsv"), names) if found else []
    layer: list[Mention] = []
    told: Day | None = None
    end = 0
    for index, match in enumerate(found):
        day = RESOLVERS[match.row["means"]](match, Anchor(published(doc), told))
        if day is None:
            continue
        stop = found[index + 1].start if index + 1 < len(found) else len(forms) + 1
        near = beside((time for time in parts if time.start >= end), match.start, match.end, forms, stop)
        start, end = min([match.start, *(time.start for time in near)]), max([match.end, *(time.end for time in near)])
        value = replace(day, time_of_day=time_of_day(near) or match.row["time"] or None)
        layer.append(mention(doc, "date", replace(match, start=start, end=end), value))
        told = day if day.start and day.precision == "day" else told
    return layer
