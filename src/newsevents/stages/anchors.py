"""Which triggers report a happening, and which only speak of such things: وقع الهجوم أمس, but أسباب الهجمات."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from ..layers import beginning, layer, lexicons, within, words
from ..schema import Mention, Sentence

FINITE = frozenset(("active", "passive", "either", "agentless"))
_PRESENT = ("ي", "ت")
_COUNT_REACH = 3
_PLACE_REACH = 6
_DAY_REACH = 8
_TOLD_BEFORE, _TOLD_AFTER = 8, 6
_SHARED_REACH = 10
_OPENING = 3


def told(doc: Doc, sentence: Sentence) -> frozenset[int]:
    """The first tokens of the sentence's triggers that are anchored, or stand close to one that is."""
    triggers = within(layer(doc, "triggers"), sentence.start, sentence.end)
    if sentence.section != "body":
        return frozenset(trigger.start for trigger in triggers)
    anchors = [trigger for trigger in triggers if is_anchored(doc, sentence, trigger)]
    return frozenset(trigger.start for trigger in triggers if any(is_close(doc, trigger, one) for one in anchors))


def is_close(doc: Doc, trigger: Mention, anchor: Mention) -> bool:
    """Whether few words lie between the two, or none."""
    position = words(doc).position
    gap = max(position[trigger.start] - position[anchor.end], position[anchor.start] - position[trigger.end])
    return gap <= _SHARED_REACH


def is_anchored(doc: Doc, sentence: Sentence, trigger: Mention) -> bool:
    """Whether a verb in the past, a toll, a day, a place or a word of happening ties the trigger to one happening.

    A definite count noun (الشهداء، الجرحى) is tied by its number alone.
    """
    if voice(trigger) == "count" and stem(doc, trigger).startswith("ال"):
        return is_counted(doc, trigger)
    return (
        is_past(doc, trigger)
        or voice(trigger) == "none"
        or is_counted(doc, trigger)
        or is_near(doc, trigger, layer(doc, "dates"), _DAY_REACH, _DAY_REACH)
        or is_near(doc, trigger, layer(doc, "locations"), 0, _PLACE_REACH)
        or opens(doc, sentence, trigger)
        or happens(doc, sentence, trigger)
    )


def is_past(doc: Doc, trigger: Mention) -> bool:
    """Whether the trigger is a finite verb in the past: قصفت، قتل."""
    return voice(trigger) in FINITE and not stem(doc, trigger).startswith(_PRESENT)


def is_counted(doc: Doc, trigger: Mention) -> bool:
    """Whether a number stands beside a word of harm: مقتل 3، ثلاثة قتلى."""
    harm = trigger.row["harm"] if trigger.row else ""
    counts = (layer(doc, name) for name in ("numbers", "people"))
    return bool(harm) and any(is_near(doc, trigger, each, _COUNT_REACH, _COUNT_REACH) for each in counts)


def is_near(doc: Doc, trigger: Mention, mentions: Sequence[Mention], before: int, after: int) -> bool:
    """Whether one of the mentions begins at most so many words before or after the trigger."""
    start, end = beside(doc, trigger, before, after)
    return bool(beginning(mentions, start, end))


def opens(doc: Doc, sentence: Sentence, trigger: Mention) -> bool:
    """Whether an indefinite noun opens the sentence, as in a headline: انفجار قرب السوق."""
    position = words(doc).position
    at_start = position[trigger.start] - position[sentence.start] < _OPENING
    return at_start and not stem(doc, trigger).startswith("ال")


def happens(doc: Doc, sentence: Sentence, trigger: Mention) -> bool:
    """Whether a word of happening stands near: وقع الهجوم، أسفر التفجير عن."""
    start, end = beside(doc, trigger, _TOLD_BEFORE, _TOLD_AFTER)
    position = words(doc).position
    first, last = position[max(start, sentence.start)], position[min(end, sentence.end)]
    return bool(lexicons(doc).patterns("happening.tsv").find(words(doc).forms, first=first, last=last))


def beside(doc: Doc, trigger: Mention, before: int, after: int) -> tuple[int, int]:
    """Token bounds of the trigger with so many words before and after it."""
    all_words = words(doc)
    start = max(0, all_words.position[trigger.start] - before)
    end = min(len(all_words.token) - 1, all_words.position[trigger.end] + after)
    return all_words.token[start], all_words.token[end]


def stem(doc: Doc, trigger: Mention) -> str:
    """The trigger's first word without its proclitic."""
    return words(doc).forms[words(doc).position[trigger.start]][len(trigger.proclitic) :]


def voice(trigger: Mention) -> str:
    """The voice that the trigger's row gives."""
    return trigger.row["voice"] if trigger.row else ""
