"""Merge: frames about one happening become one event."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from ..layers import lexicons, words
from ..schema import Discard, Event, Frame
from .facts import counted
from .likeness import affinity, other_kind, references
from .worth import left_out, sums_up, tells

_JOIN = 0.5


@Language.component("newsevents_merge", requires=["doc._.frames"], assigns=["doc._.events"])
def merge(doc: Doc) -> Doc:
    """Put each frame to the event it fits best, or open a new one; drop events that tell nothing."""
    told = [frame for frame in doc._.frames if not left_out(doc, frame)]
    events: list[Event] = []
    for frame in sorted(told, key=lambda f: f.section == "headline"):
        place(doc, frame, events)
    body = any(frame.section != "headline" for event in events for frame in event.frames)
    doc._.events = [event for event in events if tells(doc, event, body) and not sums_up(doc, event, events)]
    return doc


def place(doc: Doc, frame: Frame, events: list[Event]) -> None:
    """Put a frame to the event it fits best, or open a new one. The body is placed before the headline."""
    ranked = sorted(((affinity(doc, frame, event), -n) for n, event in enumerate(events)), reverse=True)
    if ranked and ranked[0][0] >= _JOIN:
        best, chosen = ranked[0][0], -ranked[0][1]
        old = events[chosen]
        events[chosen] = Event((*old.frames, frame), (*old.reasons, f"joined at {best:.2f}"))
    elif only_refers(doc, frame) and any(not other_kind(frame, f) for event in events for f in event.frames):
        reason = "refers to what was told, and adds nothing"
        doc._.discards = [*doc._.discards, *(Discard(trigger, reason) for trigger in frame.triggers)]
    else:
        events.append(Event((frame,), ("first",)))


def only_refers(doc: Doc, frame: Frame) -> bool:
    """ "المعركة", "الهجوم" and nothing counted: the frame takes up a happening, it does not tell one."""
    known = references(lexicons(doc))
    forms = words(doc).forms
    return not counted(frame) and all(
        t.end == t.start + 1 and forms[words(doc).position[t.start]].lstrip("ول") in known for t in frame.triggers
    )
