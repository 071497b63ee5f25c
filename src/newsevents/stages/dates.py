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
from .announcing import announced
from .calendar import Names, Written, slots
from .days import Anchor, ago, resolve, weekday_until
from .resolvers import RESOLVERS
from .times import Time, beside, time_of_day, times

_PUBLISHED = "newsevents_published"
_FIRST_WORDS = 60
_LONGEST_LAG = 3
_LAG = 1
_LEAD = 4
_IN = frozenset({"في", "وفي", "ففي"})
_CUES = frozenset({"في", "يوم", "منذ", "قبل", "بعد", "حتي", "من", "الي", "وفي", "بتاريخ"})


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
    """The first full date in a dateline, at the start of the text (غزة 1-11-2024 (وفا) -) or alone on a line."""
    for each in sorted(written, key=lambda name: name.start):
        value = each.value
        if isinstance(value, Written) and value.year and value.day and not value.until and heads(doc, each):
            day = resolve(value, Anchor())
            return day.start if day else None
    return None


def heads(doc: Doc, name: Mention) -> bool:
    """Whether a date (bounds in words) stands where articles say when they were written."""
    forms, token = words(doc).forms, words(doc).token
    if any(s.start <= token[name.start] < s.end for s in sections(doc) if s.kind in ("dateline", "byline")):
        return True
    line = forms[max(0, name.start - _LEAD) : name.start][::-1]
    before = line.index("\n") if "\n" in line else len(line)
    if before == _LEAD or (before and line[0] in _CUES):
        return False
    after = forms[name.end : name.end + _LEAD]
    return "\n" in (after or ["\n"]) or (before > 0 and name.start <= _FIRST_WORDS)


def with_times(doc: Doc, found: list[Match], names: Names) -> list[Mention]:
    """Each match as a date, grown by the times of day beside it."""
    forms = words(doc).forms
    parts = times(forms, lexicons(doc).patterns("time/parts.tsv"), names) if found else []
    layer: list[Mention] = []
    anchor, last = Anchor(written_on(doc, found)), 0
    for index, match in enumerate(found):
        day = RESOLVERS[match.row["means"]](match, anchor)
        if day is None:
            continue
        stop = found[index + 1].start if index + 1 < len(found) else len(forms) + 1
        near = beside((time for time in parts if time.start >= last), match.start, match.end, forms, stop)
        grown = over(match, near, forms)
        value = replace(day, time_of_day=time_of_day(near) or match.row["time"] or None)
        layer.append(closed(doc, mention(doc, "date", grown, value)))
        anchor, last = told(anchor, match, day), grown.end
    return layer


def written_on(doc: Doc, found: Iterable[Match]) -> date | None:
    """The day the text was written: "أمس الثلاثاء" in Thursday's paper was written on Wednesday, and a lead that says
    "قال مسؤولون الأحد" on Sunday."""
    today = published(doc)
    if today is None:
        return None
    named = [match for match in found if "weekday" in match.slots and match.row["means"] in ("day", "weekday")]
    counted = [weekday_of(today, m, int(m.row["value"])) for m in named if m.row["means"] == "day"]
    days = [day for day in counted if 0 <= (today - day).days <= _LONGEST_LAG]
    told = weekday_of(today, named[0], 0) if not days and named and in_lead(doc, named[0]) else today
    return max(days, default=told if (today - told).days <= _LAG else today)


def weekday_of(today: date, match: Match, offset: int) -> date:
    """The day that a weekday, so many days from the day of writing, says the text was written on."""
    return ago(weekday_until(today, int(str(match.slots["weekday"].value))), offset)


def in_lead(doc: Doc, match: Match) -> bool:
    """Whether the lead says that something was told on this day."""
    lead = next((s for s in doc._.sentences or () if s.section == "body"), None)
    position, token = words(doc).position, words(doc).token
    inside = lead is not None and lead.start <= token[match.start] < lead.end
    return lead is not None and inside and announced(doc, position[lead.start], match.start)


def over(match: Match, near: list[Time], forms: list[str]) -> Match:
    """The match with the times beside it, and without a leading في."""
    start = min([match.start, *(time.start for time in near)])
    end = max([match.end, *(time.end for time in near)])
    return match._replace(start=start + (forms[start] in _IN), end=end)


def told(anchor: Anchor, match: Match, day: Day) -> Anchor:
    """What the next date counts from once this one is told."""
    if day.start is None or day.precision not in ("day", "month", "year") or match.row["means"] == "earlier":
        return anchor
    return replace(anchor, previous=day if day.precision == "day" else anchor.previous, period=day)


def closed(doc: Doc, name: Mention) -> Mention:
    """The mention with the bracket that closes one inside it: اليوم (الأحد)."""
    texts = doc.user_data["token_texts"]
    inside = texts[name.start : name.end]
    opened = inside.count("(") > inside.count(")") and texts[name.end : name.end + 1] == [")"]
    return replace(name, end=name.end + 1) if opened else name
