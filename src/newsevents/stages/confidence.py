"""How sure: a probability from what decided, calibrated on gold."""

from __future__ import annotations

from math import exp

from ..schema import Event
from .casting import own_cast
from .facts import counted
from .filling import arguments

# Fitted by tools/calibrate.py on the development sets and tests/articles; the table of stated against found shares is
# in docs/evaluation.md.
_BIAS = -1.12
_WEIGHTS = {
    "place": 1.1, "fine place": 0.71, "date": 1.52, "toll": 0.2, "perpetrator": 0.62, "target": 0.42,
    "told twice": -0.77, "told often": 0.22, "headline": 0.05, "only casualties": -0.75, "past": -0.03, "reaction": 0.3,
    "related": -0.13, "strategic": 0.52,
}  # fmt: skip
_SURE = 0.6
_FINE = 1.25
_OFTEN = 4
_STRATEGIC = frozenset(
    ("arrests", "destruction", "other", "transfer", "change", "agreement", "base", "disrupted_weapons")
)


def confidence(event: Event) -> float:
    """The chance, 0..1, that the event is one and has the right type."""
    score = _BIAS + sum(_WEIGHTS[name] for name, holds in facts(event).items() if holds)
    return round(1 / (1 + exp(-score)), 2)


def facts(event: Event) -> dict[str, bool]:
    """What speaks for the event and what against it."""
    roles = {argument.role for argument in own_cast(event)}
    places = [a.score for a in arguments(event, "place")]
    return {
        "place": any(score > _SURE for score in places),
        "fine place": any(score > _FINE for score in places),
        "date": any(a.score > _SURE for a in arguments(event, "date")),
        "toll": any(counted(frame) for frame in event.frames),
        "perpetrator": "perpetrator" in roles,
        "target": "target" in roles,
        "told twice": len(event.frames) > 1,
        "told often": len(event.frames) >= _OFTEN,
        "headline": any(frame.section == "headline" for frame in event.frames),
        "only casualties": all(trigger.value == "harm" for frame in event.frames for trigger in frame.triggers),
        "past": all(frame.modality == "past" for frame in event.frames),
        "reaction": any(frame.modality == "reaction" for frame in event.frames),
        "related": all(frame.section == "related" for frame in event.frames),
        "strategic": event.frames[0].event_type in _STRATEGIC,
    }
