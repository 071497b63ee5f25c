"""How many people a phrase means: a number, the form of the noun, or what the sentence says of two."""

from __future__ import annotations

from ..schema import Amount
from .peoplephrases import Phrase
from .peoplewords import STOPS, Text

_SOME = Amount(2, 2, None, vague=True)
_UNSPLIT = Amount(None, None, None, vague=True)
_REACH = 25
_FATHA, _KASRA, _SUKUN = "\u064e", "\u0650", "\u0652"


def count(text: Text, phrase: Phrase) -> tuple[Amount, bool]:
    """The amount, and whether a number or the noun's own form tells it."""
    told = phrase.before or phrase.behind
    if told:
        return told, True
    if phrase.joint or everybody(text, phrase):
        return _UNSPLIT, not phrase.joint
    number = phrase.head.row["number"]
    if number in ("two", "ambiguous") and phrase.definite and text.cue("name", phrase.end):
        return Amount.exactly(2), False
    if number == "one":
        return Amount.exactly(1), not phrase.definite
    if number == "two" or (number == "ambiguous" and means_two(text, phrase)):
        return Amount.exactly(2), True
    return _SOME, False


def everybody(text: Text, phrase: Phrase) -> bool:
    """ "طاقمها", "جميع ركاب الحافلة": all of them, nobody says how many."""
    number = phrase.head.row["number"]
    return number == "crew" or (number == "many" and phrase.head.start in text.ends["all"])


def means_two(text: Text, phrase: Phrase) -> bool:
    """Whether "مدنيين" is a dual: by its printed vowels, or by a dual verb or pronoun behind it."""
    printed = text.printed[phrase.head.end - 1]
    if _FATHA + "ي" in printed or "ي" + _SUKUN in printed or "ي" + _KASRA in printed:
        return not printed.endswith(_KASRA + "ي" + "ن")
    for at in range(phrase.end, min(phrase.end + _REACH, len(text.forms))):
        if text.forms[at] in STOPS - frozenset("،,"):
            return False
        other = text.heads.get(at)
        if other and other.row["number"] == "two":
            return False
        if text.cue("dual", at):
            return True
    return False
