"""Words that announce an event, from the tables in triggers/."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from ..layers import by_word, covering, layer, lexicons, mention, words
from ..patterns import BLOCK, Match, Patterns, Slots
from ..roots import Forms
from ..schema import Mention

_SLOTS = {"number": "numbers", "people": "people", "location": "locations", "actor": "actors", "weapon": "weapons"}
_NAMES = ("locations", "actors")


@Language.component(
    "newsevents_triggers", requires=["doc._.people", "doc._.locations", "doc._.actors"], assigns=["doc._.triggers"]
)
def triggers(doc: Doc) -> Doc:
    """Find the longest patterns; a blocked reading owns its words and yields nothing."""
    slots = {slot: by_word(doc, layer(doc, name)) for slot, name in _SLOTS.items()}
    patterns, forms = lexicons(doc).patterns("triggers/"), words(doc).forms
    found = [match for match in matches(patterns, forms, slots) if not is_blocked(match, patterns, forms)]
    names = covering(name for label in _NAMES for name in layer(doc, label))
    made = [mention(doc, "trigger", match, match.row["event_type"]) for match in found]
    doc._.triggers = [trigger for trigger in made if not is_named(trigger, names.get(trigger.start, []))]
    return doc


def matches(patterns: Patterns, forms: Forms, slots: Slots) -> Iterator[Match]:
    """The longest match at each word, its gaps drawn tight, none overlapping another."""
    last = 0
    for at in patterns.starts(forms, slots):
        longest = patterns.match(forms, at, slots) if at >= last else None
        if longest:
            match = tightened(longest, patterns, forms)
            yield match
            last = match.end


def tightened(match: Match, patterns: Patterns, forms: Forms) -> Match:
    """The same row with its gap ending at the first words that fit it: فتحوا النار (على السكان ثم أضرموا النار)."""
    if ".." not in match.row["pattern"] or match.slots:
        return match
    first = 0
    for end in range(match.start + 2, match.end + 1):
        fits = any(
            shorter.row == match.row and shorter.end == end
            for shorter in patterns.matches(forms, match.start, last=end)
        )
        if fits:
            first = end
        elif first:
            break
    return match._replace(end=first) if first else match


def is_blocked(match: Match, patterns: Patterns, forms: Forms) -> bool:
    """Whether the reading is blocked, or its last words begin a blocked one: شن هجوما لاذعا."""
    if match.row["event_type"] == BLOCK:
        return True
    tails = (patterns.match(forms, at) for at in range(match.start + 1, match.end))
    return any(tail and tail.row["event_type"] == BLOCK and tail.end > match.end for tail in tails)


def is_named(trigger: Mention, names: list[Mention]) -> bool:
    """Whether the words are only part of a longer name: ساحة الشهداء, كتائب شهداء الأقصى."""
    length = trigger.end - trigger.start
    return any(
        name.start <= trigger.start and trigger.end <= name.end and name.end - name.start > length for name in names
    )
