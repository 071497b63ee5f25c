"""How sure: a probability from what decided, calibrated on gold."""

from __future__ import annotations

from math import exp

from ..schema import Event
from .filling import arguments

_BIAS = 0.2
_WEIGHTS = {"place": 0.6, "date": 0.4, "toll": 0.6, "perpetrator": 0.4, "told twice": 0.4, "past": -0.6, "reaction": -0.6}


def confidence(event: Event) -> float:
    """The chance, 0..1, that the event is one and is rightly told."""
    score = _BIAS + sum(_WEIGHTS[name] for name, holds in facts(event).items() if holds)
    return round(1 / (1 + exp(-score)), 2)


def facts(event: Event) -> dict[str, bool]:
    """What speaks for the event and what against it."""
    return {
        "place": any(a.score > 0.5 for a in arguments(event, "place")),
        "date": any(True for _ in arguments(event, "date")),
        "toll": any(f.tolls for f in event.frames),
        "perpetrator": any(True for _ in arguments(event, "perpetrator")),
        "told twice": len(event.frames) > 1,
        "past": all(f.modality == "past" for f in event.frames),
        "reaction": any(f.modality == "reaction" for f in event.frames),
    }
