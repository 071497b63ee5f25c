"""Figures of people with no noun: مقتل 7 وإصابة 11، أربعة من الشرطة، ارتفع عدد القتلى إلى 15."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..schema import Mention
from .peoplewords import STOPS, Text, amount_of
from .sides import side

_NEAR = 2
_FAR = 7
_THAT = frozenset(("ان", "بان", "وان"))


def bare_figures(text: Text, taken: set[int]) -> Iterator[tuple[Mention, str]]:
    """The numbers that count people without a noun, each with the victim type told behind it."""
    for number in text.numbers.values():
        if number.start in taken or amount_of(number).best == 0:
            continue
        told = members_of(text, number.end)
        if told or counts_people(text, number):
            yield number, told


def counts_people(text: Text, number: Mention) -> bool:
    """Whether the words around a figure say that it counts people."""
    behind_harm = closes(text, number.end) and harmed(text, number.start)
    return behind_harm or subject(text, number) or rises_to(text, number)


def rises_to(text: Text, number: Mention) -> bool:
    """ "ارتفع إلى 3 عدد الذين قتلوا": the figure of a heading behind it, that no noun of people follows."""
    label = text.cue("label", number.end) if number.start in text.ends["total"] else None
    return label is not None and text.cue("harm", label.end + 1) is not None


def subject(text: Text, number: Mention) -> bool:
    """ "إن خمسة قتلوا": a figure that opens what is said, right before a verb of harm in the plural or dual."""
    verb = text.cue("harm", number.end)
    opens = text.form(number.start - 1) in _THAT and not amount_of(number).vague
    return opens and verb is not None and text.form(verb.end - 1).endswith(("وا", "لا", "با", "دا"))


def members_of(text: Text, at: int) -> str:
    """The victim type of the side behind من: أربعة من الشرطة، عدد من قوات الأمن; "" where there is none."""
    return side(text, at)[0] if "من" in (text.form(at), text.form(at - 1)) else ""


def closes(text: Text, at: int) -> bool:
    """Whether nothing that could be counted follows."""
    if text.form(at) in STOPS or text.cue("closes", at):
        return True
    harm = text.cue("harm", at)
    return harm is not None and harm.proclitic == "و"


def harmed(text: Text, start: int) -> bool:
    """Whether a harm word stands before: close by, or before the words of a total."""
    if near(text, start, "harm", _NEAR) or start in text.ends["subset"]:
        return True
    return start in text.ends["total"] and near(text, start, "harm", _FAR)


def near(text: Text, start: int, means: str, most: int) -> bool:
    """Whether a cue ends within so many words before, in the same clause."""
    for at in range(start, max(start - most, 0) - 1, -1):
        if at in text.ends[means]:
            return True
        if text.form(at - 1) in STOPS:
            return False
    return False


def heading(text: Text, start: int) -> str:
    """The noun of harm that a figure stands under: القتلى in "ارتفع عدد القتلى إلى 15"; "" where there is none."""
    for at in range(start - 1, max(start - _FAR, 0) - 1, -1):
        head = text.heads.get(at)
        if head and head.row["group"] == "casualties" and text.form(at).lstrip("وفبلك").startswith("ال"):
            return text.printed[at]
        if text.form(at) in STOPS or at in text.numbers:
            return ""
    return ""


def taken_by(bounds: Iterable[tuple[int, int]]) -> set[int]:
    """The words of phrases."""
    return {at for start, end in bounds for at in range(start, end)}
