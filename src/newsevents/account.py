"""Why: every value with its words and the row that decided; for an article without events, what was discarded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc

from .layers import layer, text_of
from .schema import Day, Discard, Party, Record
from .stages.clauses import clauses
from .stages.dates import published
from .stages.partyfields import casualty_field
from .stages.records import record
from .stages.spans import span
from .stages.tolls import tolls

_WIDTH = 22
_UNREAL = frozenset(("denied", "negated", "planned", "threatened", "hypothetical", "figurative", "statistic"))


def explained(doc: Doc) -> str:
    """The account of a whole article, as plain text."""
    lines: list[str] = []
    for event in doc._.events:
        lines += [*of_event(record(doc, event)), *(f"  merged: {reason}" for reason in event.reasons[1:]), ""]
    if not doc._.events:
        lines += list(of_nothing(doc))
    lines += list(of_discards(doc))
    return "\n".join(lines).rstrip() + "\n"


def of_event(found: Record) -> Iterator[str]:
    """One event: a headline, then a line a value."""
    data = found.to_dict()
    yield f"{data['event_type']} / {data['sub_event_type']}  [{data['status']}, confidence {data['confidence']}]"
    for entry in found.evidence:
        value = value_of(found, str(entry["slot"]), str(entry["text"]))
        words = " ".join(str(entry["text"]).split())
        yield f"  {entry['slot']!s:<{_WIDTH}} {words}{value}   <- {entry['rule'] or 'position'}"
    if found.date["span"] is None and found.date["text"] is None:
        yield f"  {'date':<{_WIDTH}} {when(found)}"


def when(found: Record) -> str:
    """What the date is where no words give one."""
    if found.date["start"] is None:
        return "unknown (nothing dates the event)" if found.published else "unknown (the article has no date)"
    return f"{found.date['start']}, precision {found.date['precision']} (nothing dates it: the day of publication)"


def value_of(found: Record, slot: str, text: str) -> str:
    """The value that the words of a slot gave, after " = "."""
    values: dict[str, Any] = {
        "date": lambda: f"{found.date['start']}..{found.date['end']}" if found.date["start"] else "unknown",
        "location": lambda: found.location["gazetteer_id"] or found.location["country"] or "not in the gazetteer",
    }
    if slot in values:
        return f" = {values[slot]()}"
    if slot.startswith("casualties."):
        row = next((c for c in found.casualties if c["text"] == text and slot.endswith(str(c["kind"]))), None)
        return f" = {bounds(row)}" if row else ""
    if slot.startswith("actors."):
        actor = next((a for a in found.actors if a["role"] == slot.split(".")[1] and str(a["name"]) in text), None)
        return f" = {actor['id'] or actor['name']}" if actor else ""
    return ""


def bounds(row: Any) -> str:  # noqa: ANN401
    """ "3", "at least 3", "about 20" as low..best..high."""
    if row["low"] == row["best"] == row["high"]:
        return "unknown" if row["best"] is None else str(row["best"])
    return f"{row['low']}..{row['best']}..{row['high']}"


def of_nothing(doc: Doc) -> Iterator[str]:
    """The first line for an article without events."""
    sentences, triggers = len(doc._.sentences), len(layer(doc, "triggers"))
    yield f"0 events: {sentences} sentences, {triggers} triggers."


def of_discards(doc: Doc) -> Iterator[str]:
    """The triggers that gave no event, and why."""
    discards: list[Discard] = doc._.discards
    if discards:
        yield "Seen, and left out:"
    for discard in discards:
        trigger = discard.trigger
        cue = f" ({text_of(doc, discard.cue.start, discard.cue.end)} <- {discard.cue.source})" if discard.cue else ""
        yield f"  {text_of(doc, trigger.start, trigger.end)}: {discard.reason}{cue}   <- {trigger.source}"


def date_rows(doc: Doc) -> list[dict[str, object]]:
    """The layer of dates as plain dicts."""
    found: list[dict[str, object]] = []
    for mention in layer(doc, "dates"):
        day = mention.value
        if isinstance(day, Day):
            found.append(
                {
                    "text": text_of(doc, mention.start, mention.end),
                    "span": span(doc, mention.start, mention.end),
                    "start": day.start,
                    "end": day.end,
                    "precision": day.precision,
                    "time_of_day": day.time_of_day,
                    "published": published(doc),
                    "rule": mention.source,
                }
            )
    return found


def casualty_rows(doc: Doc) -> list[dict[str, object]]:
    """The casualties of each sentence as plain dicts, also of accidents and crimes that make no event."""
    found: list[dict[str, object]] = []
    for number, sentence in enumerate(doc._.sentences):
        for clause in clauses(doc, number, sentence):
            happened = [n for n, assertion in enumerate(clause.assertions) if assertion.modality not in _UNREAL]
            clause.triggers = [clause.triggers[n] for n in happened]
            found += [casualty_field(doc, toll) for toll in tolls(doc, clause)]
    return found


def actor_rows(doc: Doc) -> list[dict[str, object]]:
    """The layer of actors as plain dicts."""
    return [
        {
            "name": mention.value.name,
            "id": mention.value.id,
            "type": mention.value.type,
            "country": mention.value.country,
            "span": span(doc, mention.start, mention.end),
            "rule": mention.source,
        }
        for mention in layer(doc, "actors")
        if isinstance(mention.value, Party)
    ]
