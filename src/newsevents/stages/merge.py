"""Merge: frames about one happening become one event."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from ..layers import lexicons, words
from ..schema import Event, Frame
from .casting import ROLES
from .facts import counted
from .likeness import affinity, other_kind, other_section, references
from .worth import left_out, repeats, sums_up, sure, tells

_JOIN = 0.5
_CERTAIN = 0.9
# An article of thousands of events is a file of many articles: a frame looks back at so many events.
_MOST_OPEN = 60


@Language.component("newsevents_merge", requires=["doc._.frames"], assigns=["doc._.events"])
def merge(doc: Doc) -> Doc:
    """Put each frame to the event it fits best, or open a new one; drop events that tell nothing."""
    told = [frame for frame in doc._.frames if not left_out(doc, frame)]
    events: list[Event] = []
    for frame in sorted(told, key=lambda f: f.section == "headline"):
        place(doc, frame, events)
    kept: list[Event] = []
    for event in events:  # the headline's own come last: they count where nothing of the body does
        if tells(doc, event, bool(kept)) and not sums_up(doc, event, events) and sure(doc, event):
            kept.append(event)
    doc._.events = [event for event in kept if not repeats(doc, event, kept)]
    return doc


def place(doc: Doc, frame: Frame, events: list[Event]) -> None:
    """Put a frame to the event it fits best, or open a new one. The body is placed before the headline."""
    first = max(len(events) - _MOST_OPEN, 0)
    ranked = sorted(((affinity(doc, frame, events[n]), -n) for n in range(first, len(events))), reverse=True)
    if ranked and ranked[0][0] >= _JOIN:
        best, chosen = ranked[0][0], -ranked[0][1]
        old = events[chosen]
        events[chosen] = Event((*old.frames, frame), (*old.reasons, f"joined at {best:.2f}"))
    elif only_refers(doc, frame) and (told := last_of_kind(frame, events)) is not None:
        old = events[told]
        events[told] = Event((*old.frames, who_only(frame)), (*old.reasons, "refers to what was told before"))
    else:
        events.append(Event((frame,), ("first",)))


def last_of_kind(frame: Frame, events: list[Event]) -> int | None:
    """The last event that the frame may be about."""
    return next((n for n in reversed(range(len(events))) if same_kind(frame, events[n])), None)


def same_kind(frame: Frame, event: Event) -> bool:
    """Whether nothing in kind or section keeps the frame from being about the event."""
    return not any(other_kind(frame, other) or other_section(frame, other) for other in event.frames)


def who_only(frame: Frame) -> Frame:
    """The frame with nothing but the parties it names for certain: "تبنت الجماعة الهجوم"."""
    sure = tuple(a for a in frame.arguments if a.role in ROLES and a.score >= _CERTAIN)
    return replace(frame, arguments=sure, tolls=())


def only_refers(doc: Doc, frame: Frame) -> bool:
    """ "المعركة", "الهجوم" and nothing counted: the frame takes up a happening, it does not tell one."""
    known = references(lexicons(doc))
    forms = words(doc).forms
    return not counted(frame) and all(
        t.end == t.start + 1 and forms[words(doc).position[t.start]].lstrip("ول") in known for t in frame.triggers
    )
