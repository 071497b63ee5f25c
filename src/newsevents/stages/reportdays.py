"""Days of reports: dates that tell when something was said, not when it happened."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Doc

from ..layers import beginning, layer, words
from ..schema import Day, Mention
from .announcing import announced, speech
from .clauses import Clause
from .connectives import connectives
from .dates import published

_ATTRIBUTION = 9
_SOURCE = 3
_LAG = 2


def reported(doc: Doc, clause: Clause, mention: Mention) -> bool:
    """The day of a report: "أعلنت الوزارة، الثلاثاء، مقتل", "والخميس الماضي أعلنت", "حسبما أعلنت الشرطة الأحد"."""
    position, forms = words(doc).position, words(doc).forms
    start = position[clause.start]
    if mention.start > clause.triggers[0].start:
        before = [position[t.end] for t in clause.triggers if t.end <= mention.start]
        return attributed(doc, max(before, default=start), position[mention.start])
    return announced(doc, start, position[mention.start]) or bool(
        [m for m in speech(doc, forms[position[mention.end] : position[mention.end] + _SOURCE]) if m.start <= 1]
    )


def report_day(doc: Doc) -> date | None:
    """The day that undated news is of: the one the lead says it was reported on, else that of publication."""
    today = published(doc)
    lead = next((s for s in doc._.sentences if s.section == "body"), None)
    if today is None or lead is None:
        return today
    position = words(doc).position
    for mention in beginning(layer(doc, "dates"), lead.start, lead.end):
        start = mention.value.start if isinstance(mention.value, Day) and mention.value.precision == "day" else None
        lags = start is not None and 0 < (today - start).days <= _LAG
        if lags and announced(doc, position[lead.start], position[mention.start]):
            return start
    return today


def attributed(doc: Doc, start: int, at: int) -> bool:
    """Whether "حسبما أعلنت", "وفق ما أفاد" and a source are all that stands before the word: the day is theirs."""
    forms = words(doc).forms
    first = max(at - _ATTRIBUTION, start)
    found = speech(doc, forms[first:at])
    opens = next((m for m in found if m.row["kind"] == "preposition"), None)
    verbs = [m for m in found if m.row["kind"] == "verb" and opens and m.start <= opens.end + 1]
    return bool(verbs) and connectives(doc, "that").isdisjoint(forms[first + verbs[-1].end : at])
