"""Whose people they are: what a side behind the phrase says of their type (عناصر من قوات الأمن)."""

from __future__ import annotations

from ..schema import Mention, Party
from .peoplewords import Text

_LONGEST = 4
_OPEN = frozenset(("members", "fighters", "commanders"))
_STATE = frozenset(("soldiers", "officers", "police"))
_EXTERNAL = "external_forces"
_UNKNOWN = "unknown"
_OFFICIALS, _CIVILIANS = "officials", "civilians"
TYPES = {
    "state_forces": "state_forces",
    "external_forces": "external_forces",
    "rebel": "non_state_fighters",
    "political_militia": "non_state_fighters",
    "identity_militia": "non_state_fighters",
    "civilians": "civilians",
    "protesters": "civilians",
    "rioters": "civilians",
}


def side(text: Text, at: int) -> tuple[str, int]:
    """The victim type that the words from here tell, and where they end; ("", at) where they tell none."""
    for word in range(at, min(at + _LONGEST, len(text.forms))):
        found = named(text, word)
        if found and (word > at or collective(text, word)):
            return found
        if not (text.cue("through", word) or (word > at and text.cue("members", word))):
            break
    return "", at


def collective(text: Text, at: int) -> bool:
    """Whether what stands right behind the phrase is a body (عناصر الشرطة), not other people (قتل مسلحون شرطيا)."""
    return at not in text.heads or text.form(at).startswith("ال")


def named(text: Text, at: int) -> tuple[str, int] | None:
    """The side that is named at this word."""
    actor = text.sides.get(at)
    cue = text.cue("side", at)
    if actor and isinstance(actor.value, Mention) and isinstance(actor.value.value, Party):
        told = TYPES.get(actor.value.value.type, "")
        if told and not (cue and cue.end > actor.end):
            return told, actor.end
    return (cue.row["type"], cue.end) if cue and cue.proclitic != "و" else None


def type_with(group: str, own: str, told: str) -> str:
    """The victim type of a group that a side behind it may change."""
    if not told:
        return own
    if own == _UNKNOWN or group in _OPEN or (group == _OFFICIALS and told != _CIVILIANS):
        return told
    return told if told == _EXTERNAL and group in _STATE else own
