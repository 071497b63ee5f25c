"""Words that announce an event, from the tables in triggers/."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from ..layers import by_word, layer, lexicons, mention, words
from ..patterns import BLOCK, Match
from ..schema import Mention

_SLOTS = {"number": "numbers", "people": "people", "location": "locations", "actor": "actors", "weapon": "weapons"}
_NAMES = ("locations", "actors")


@Language.component(
    "newsevents_triggers", requires=["doc._.people", "doc._.locations", "doc._.actors"], assigns=["doc._.triggers"]
)
def triggers(doc: Doc) -> Doc:
    """Find the longest patterns; a blocked reading owns its words and yields nothing."""
    slots = {slot: by_word(doc, layer(doc, name)) for slot, name in _SLOTS.items()}
    found = lexicons(doc).patterns("triggers/").find(words(doc).forms, slots)
    names = [name for label in _NAMES for name in layer(doc, label)]
    doc._.triggers = [made for match in found if (made := trigger(doc, match)) and not is_named(made, names)]
    return doc


def trigger(doc: Doc, match: Match) -> Mention | None:
    """The match as a mention whose value is the type of event; None for a blocked reading (قصف إعلامي)."""
    event_type = match.row["event_type"]
    return None if event_type == BLOCK else mention(doc, "trigger", match, event_type)


def is_named(trigger: Mention, names: list[Mention]) -> bool:
    """Whether the words are only part of a longer name: ساحة الشهداء, كتائب شهداء الأقصى."""
    length = trigger.end - trigger.start
    return any(
        name.start <= trigger.start and trigger.end <= name.end and name.end - name.start > length for name in names
    )
