"""What an article as a whole is about, where that is not conflict: sport and arts, accidents, ordinary crime."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from ..layers import layer
from ..patterns import Match
from ..schema import Mention

ARMED = frozenset(("air_strike", "shelling", "ied", "suicide_bomb", "grenade", "chemical", "shooting"))
VIOLENT = ARMED | {
    "armed_clash", "attack", "assault", "bombardment", "abduction", "raid", "takeover", "arrests", "mob_violence",
    "violent_demonstration", "protest_intervention",
}  # fmt: skip
TOPICS = ("figurative", "accident", "crime")
_LEAST = 3
_LEAD = 60
_OUTWEIGHS = 3


def topic(doc: Doc, cues: Iterable[Match]) -> Match | None:
    """The cue that shows the article's topic: several of one kind, from the lead on, far more than weapons named."""
    armed = len(layer(doc, "weapons")) + sum(str(trigger.value) in ARMED for trigger in layer(doc, "triggers"))
    for modality in TOPICS:
        found = [cue for cue in cues if cue.row["modality"] == modality]
        if len(found) >= max(_LEAST, _OUTWEIGHS * armed + 1) and found[0].start < _LEAD:
            return found[0]
    return None


def is_armed(triggers: Iterable[Mention], weapons: Iterable[Mention]) -> bool:
    """Whether a weapon, or an attack that needs one, is named."""
    return bool(list(weapons)) or any(str(trigger.value) in ARMED for trigger in triggers)


def is_violent(triggers: Iterable[Mention]) -> bool:
    """Whether a word of force is among them, and not only the harm done."""
    return any(str(trigger.value) in VIOLENT for trigger in triggers)
