"""Whether a sentence tells of a happening, or only speaks of such things: الهجوم الذي وقع أمس, but أسباب الهجمات."""

from __future__ import annotations

from spacy.tokens import Doc

from ..layers import layer, lexicons, within, words
from ..schema import Mention, Sentence

_FINITE = frozenset(("active", "passive", "either", "agentless"))
_PRESENT = ("ي", "ت")
_COUNT_REACH = 3
_PLACE_REACH = 6
_TOLD_BEFORE, _TOLD_AFTER = 8, 4
_OPENING = 3


def anchored(doc: Doc, sentence: Sentence) -> bool:
    """Whether anything ties the sentence to one happening: a headline, a day, a toll, a verb in the past."""
    if sentence.section != "body" or within(layer(doc, "dates"), sentence.start, sentence.end):
        return True
    return any(anchors(doc, sentence, trigger) for trigger in within(layer(doc, "triggers"), sentence.start, sentence.end))


def anchors(doc: Doc, sentence: Sentence, trigger: Mention) -> bool:
    """Whether the trigger itself is such a tie."""
    return (
        is_past(doc, trigger)
        or is_none(trigger)
        or is_counted(doc, trigger)
        or is_placed(doc, trigger)
        or opens(doc, sentence, trigger)
        or happens(doc, sentence, trigger)
    )


def is_past(doc: Doc, trigger: Mention) -> bool:
    """Whether the trigger is a finite verb in the past: قصفت، قتل."""
    form = words(doc).forms[words(doc).position[trigger.start]][len(trigger.proclitic) :]
    return voice(trigger) in _FINITE and form[:1] not in _PRESENT


def is_none(trigger: Mention) -> bool:
    """Whether the trigger states that nobody was hurt."""
    return voice(trigger) == "none"


def is_counted(doc: Doc, trigger: Mention) -> bool:
    """Whether a number stands beside a word of harm: مقتل 3، ثلاثة قتلى."""
    if not trigger.row or not trigger.row["harm"]:
        return False
    near = beside(doc, trigger, _COUNT_REACH, _COUNT_REACH)
    counts = layer(doc, "numbers") + layer(doc, "people")
    return any(near[0] <= count.start < near[1] for count in counts)


def is_placed(doc: Doc, trigger: Mention) -> bool:
    """Whether a place follows closely: قصف على مدينة حلب."""
    near = beside(doc, trigger, 0, _PLACE_REACH)
    return any(near[0] <= place.start < near[1] for place in layer(doc, "locations"))


def opens(doc: Doc, sentence: Sentence, trigger: Mention) -> bool:
    """Whether an indefinite noun opens the sentence, as in a headline: انفجار قرب السوق."""
    position = words(doc).position
    at = position[trigger.start]
    return at - position[sentence.start] < _OPENING and not words(doc).forms[at][len(trigger.proclitic) :].startswith("ال")


def happens(doc: Doc, sentence: Sentence, trigger: Mention) -> bool:
    """Whether a word of happening stands near: وقع الهجوم، أسفر التفجير عن."""
    near = beside(doc, trigger, _TOLD_BEFORE, _TOLD_AFTER)
    position = words(doc).position
    start, end = max(position[near[0]], position[sentence.start]), min(position[near[1]], position[sentence.end])
    return bool(lexicons(doc).patterns("happening.tsv").find(words(doc).forms[start:end]))


def beside(doc: Doc, trigger: Mention, before: int, after: int) -> tuple[int, int]:
    """Token bounds of the trigger with so many words before and after it."""
    all_words = words(doc)
    start = max(0, all_words.position[trigger.start] - before)
    end = min(len(all_words.token) - 1, all_words.position[trigger.end] + after)
    return all_words.token[start], all_words.token[end]


def voice(trigger: Mention) -> str:
    """The voice that the trigger's row gives."""
    return trigger.row["voice"] if trigger.row else ""
