"""The scope of cues: which triggers a cue governs, by type, side, distance and clause."""

from __future__ import annotations

from dataclasses import dataclass

from ..layers import Words
from ..patterns import Match
from ..schema import Mention
from .anchors import FINITE

_OPENING = frozenset(("attempted", "foiled"))
_CARRIED = frozenset(("past", "judicial", "commemorative", "statistic"))
_AHEAD = frozenset(("hypothetical", "planned", "threatened"))
_PRESENT = ("ي", "ت")


@dataclass(frozen=True, slots=True)
class Scene:
    """What a sentence offers its triggers: cues, where clauses begin, what reports a happening, what follows التي.

    ``topic`` is the cue that shows what the whole article is about, if that is not conflict.
    """

    cues: tuple[Match, ...]
    breaks: frozenset[int]
    told: frozenset[int]
    relatives: frozenset[int]
    topic: Match | None


def governs(cue: Match, trigger: Mention, scene: Scene, all_words: Words) -> bool:
    """Whether the trigger is of a type the cue governs, on its side, near enough, in its clause."""
    start, end = all_words.position[trigger.start], all_words.position[trigger.end]
    side, reach = cue.row["side"], int(cue.row["distance"])
    opens = cue.start == start and cue.row["modality"] in _OPENING
    if start < cue.start < end and cue.row["modality"] == "statistic":
        return is_target(cue, trigger, all_words.forms[start])
    if opens or (cue.end <= start and side != "after"):
        near = start - cue.end <= reach and (side == "either" or not broken(cue, start, scene))
        near = near and not (cue.row["modality"] in _AHEAD and is_recalled(cue, trigger, scene, all_words))
    else:
        near = side != "before" and cue.start >= end and cue.start - end <= reach
        near = near and (side == "either" or not any(end <= at <= cue.start for at in scene.breaks))
    return near and is_target(cue, trigger, all_words.forms[start])


def broken(cue: Match, start: int, scene: Scene) -> bool:
    """Whether a clause begins between the cue and the trigger; background goes on over "and"."""
    last = start if cue.row["modality"] in _CARRIED else start + 1
    return any(cue.end <= at < last for at in scene.breaks)


def is_recalled(cue: Match, trigger: Mention, scene: Scene, all_words: Words) -> bool:
    """Whether the trigger is a past verb about a noun behind the cue: لم يتضح إن كانوا من التنظيم الذي هاجم القرية."""
    start = all_words.position[trigger.start]
    past = (
        trigger.row is not None and trigger.row["voice"] in FINITE and not is_present(all_words.forms[start], trigger)
    )
    return past and start > cue.end and start in scene.relatives


def is_target(cue: Match, trigger: Mention, form: str) -> bool:
    """Whether the cue's target names the trigger's type or its tense; an empty target takes all."""
    target = cue.row["target"]
    if target == "present":
        return is_present(form, trigger)
    return not target or str(trigger.value) in target.strip("()").split("|")


def is_present(form: str, trigger: Mention) -> bool:
    """Whether the trigger is a verb in the present: يقتل، تقصف."""
    stem = form[len(trigger.proclitic) :]
    return stem[:1] in _PRESENT and trigger.row is not None and trigger.row["voice"] in FINITE
