"""Status: asserted, claimed (a belligerent is the only source), disputed (somebody denies it), foiled."""

from __future__ import annotations

from spacy.tokens import Doc

from ..schema import Discard, Event, Frame, Mention
from .kinds import family

_BELLIGERENT = "belligerent"


def status(doc: Doc, event: Event) -> str:
    """The status of an event, from its frames, its sources and the denials around it."""
    if all(frame.modality == "foiled" for frame in told(event)):
        return "foiled"
    if any(denies(doc, discard.trigger, frame) for discard in denials(doc) for frame in told(event)):
        return "disputed"
    return "claimed" if claimed(event) else "asserted"


def told(event: Event) -> list[Frame]:
    """The frames of the body; those of the headline where there are no others."""
    return [f for f in event.frames if f.section != "headline"] or list(event.frames)


def denials(doc: Doc) -> list[Discard]:
    """The triggers that context took for denied."""
    return [discard for discard in doc._.discards if discard.reason == "denied"]


def denies(doc: Doc, trigger: Mention, frame: Frame) -> bool:
    """Whether a denial is about this frame: the same kind of act, told in the same sentence or the two before."""
    near = doc._.sentences[max(frame.sentence, 0) : frame.sentence + 3]
    here = any(sentence.start <= trigger.start < sentence.end for sentence in near)
    return here and family(trigger.value) == family(frame.event_type)


def claimed(event: Event) -> bool:
    """Whether every source named is a belligerent, and at least one is."""
    kinds = [is_belligerent(frame.source) for frame in told(event) if frame.source]
    return bool(kinds) and all(kinds)


def is_belligerent(source: Mention) -> bool:
    """Whether the source is itself a party to the fighting."""
    return source.value == _BELLIGERENT or bool(source.row and source.row.get("actor"))
