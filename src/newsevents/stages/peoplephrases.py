"""Noun phrases of people: a noun with the number before or behind it and its adjectives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..patterns import Match
from ..schema import Amount, Mention
from .peoplewords import STOPS, Text, amount_of

_ONE = Amount.exactly(1)
_HOSTS = frozenset("relatives companions bodies members commanders families residents guards persons".split())
_CHANGED = {
    **{(group, "non_state_fighters"): ("civilians",) for group in ("men", "women", "persons", "children", "civilians")},
    **{(group, "state_forces"): ("civilians",) for group in ("men", "officials")},
}
_SOURCES = frozenset("officers officials commanders".split())
_CASES = {"casualties": ("ب",)}
_UNKNOWN = "unknown"
_TOGETHER = frozenset(("معهم", "معه", "معها", "معهما", "ايضا"))
_LONGEST_NAME = 4
_KIN = frozenset(("companions", "relatives"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words start..end around a noun; ``type`` is the noun's, or what an adjective or complement makes it."""

    start: int
    end: int
    head: Match
    type: str
    before: Amount | None = None
    behind: Amount | None = None
    definite: bool = False
    joint: bool = False


def phrases(text: Text) -> Iterator[Phrase]:
    """The phrases from left to right; a noun inside another's phrase is none of its own."""
    last = 0
    for start, head in sorted(text.heads.items()):
        if start < last:
            continue
        phrase = phrase_at(text, head, last)
        if phrase:
            last = phrase.end
            yield phrase


def phrase_at(text: Text, head: Match, last: int) -> Phrase | None:
    """The phrase of a noun, or None where the words around say that it counts no people here."""
    start, before = counted_before(text, head)
    if not stands(text, head, before, start, last):
        return None
    end, type_ = extended(text, head, head.end, head.row["type"])
    behind = number_behind(text, head, end) if before is None else None
    if behind:
        end, type_ = extended(text, head, behind.end, type_)
    joined = joint_end(text, head, end, before)
    amount = amount_of(behind) if behind else None
    definite = is_definite(text, head, start) or (behind is not None and text.form(behind.start - 1).startswith("ال"))
    return Phrase(start, joined or end, head, type_, before, amount, definite, bool(joined))


def extended(text: Text, head: Match, end: int, type_: str) -> tuple[int, str]:
    """The end and the type of the phrase with all its adjectives and complements."""
    while step := one_more(text, head, end, type_):
        end, type_ = step
    return end, type_


def counted_before(text: Text, head: Match) -> tuple[int, Amount | None]:
    """Where the phrase begins, and the number before its noun: ثلاثة جنود، ثلاثة من الجنود، أحد الجنود."""
    if head.proclitic not in ("", *_CASES.get(head.row["group"], ())):
        return head.start, None
    for at in (head.start, text.ends["link"].get(head.start, -1)):
        number = text.number_ends.get(at)
        if number:
            return number.start, amount_of(number)
        if at in text.ends["one_of"]:
            return text.ends["one_of"][at], _ONE
    return head.start, None


def stands(text: Text, head: Match, before: Amount | None, start: int, last: int) -> bool:
    """Whether the noun means people here."""
    needs, group = head.row["needs"], head.row["group"]
    if before is not None:
        return before.best != 0
    if needs == "number" or start in text.ends["rank"]:
        return False
    if group == "casualties" and (start in text.ends["none"] or is_heading(text, head)):
        return False
    if (group == "bodies" and head.end in text.numbers) or in_cue(text, head):
        return False
    told = needs != "harm" or with_others(text, head) or start in text.ends["harm"] or start in text.ends["subset"]
    return told or joins(text, head, last) or is_named(text, head)


def with_others(text: Text, head: Match) -> bool:
    """ "واستشهد معهم المقدم حسن": a noun with its name behind a harm word and معهم."""
    together = text.form(head.start - 1) in _TOGETHER and head.start - 1 in text.ends["harm"]
    return together and article(text, head) and text.cue("name", head.end) is not None


def is_named(text: Text, head: Match) -> bool:
    """Whether a name follows: الصحفي أحمد. Ranks and offices are left out: mostly their bearers are sources."""
    return head.row["group"] not in _SOURCES and article(text, head) and text.cue("name", head.end) is not None


def in_cue(text: Text, head: Match) -> bool:
    """Whether the noun is part of a cue: من بين القتلى."""
    return head.start in text.parting


def is_heading(text: Text, head: Match) -> bool:
    """Whether the noun only says what a figure counts: عدد القتلى، والجرحى إلى 40."""
    before, behind = head.start in text.ends["label"], text.cue("total", head.end)
    return article(text, head) and bool(before or (behind and behind.end in text.numbers))


def joins(text: Text, head: Match, last: int) -> bool:
    """Whether the noun stands right behind another phrase and و."""
    attached = head.start == last and head.proclitic == "و"
    return last > 0 and (attached or (head.start == last + 1 and text.form(last) == "و") or lists(text, head, last))


def lists(text: Text, head: Match, last: int) -> bool:
    """ "العقيد علي سالم والرائد محمد صالح", "سائق شاحنة ومعاونه": the next of a list of people by rank or by kin."""
    between = range(last, head.start)
    named = article(text, head) and text.cue("name", head.end) is not None
    listed = last > 0 and head.proclitic == "و" and (named or head.row["group"] in _KIN)
    return listed and len(between) <= _LONGEST_NAME and not any(text.form(at) in STOPS for at in between)


def article(text: Text, head: Match) -> bool:
    """Whether the noun has ال."""
    return text.form(head.start)[len(head.proclitic) :].startswith("ال") or head.proclitic in ("لل", "ولل", "فلل")


def is_definite(text: Text, head: Match, start: int) -> bool:
    """Whether the phrase takes up people told of before: الجنود الأربعة، الـ18 جثة."""
    if start == head.start:
        return article(text, head) or of_known(text, head)
    number = text.numbers.get(start)
    return number is not None and "ال" in number.proclitic


def of_known(text: Text, head: Match) -> bool:
    """ "ضحايا الهجوم", "قتلى المعارضة": victims of what is known; behind سقوط or خلف they are new."""
    told = head.row["group"] == "casualties" and head.row["number"] == "many" and head.end - head.start == 1
    return told and head.start not in text.ends["harm"] and text.form(head.end).startswith("ال")


def one_more(text: Text, head: Match, end: int, type_: str) -> tuple[int, str] | None:
    """The phrase one complement or adjective longer, with its type: جثتي مواطنين، عناصر أمنية."""
    inner = text.heads.get(end)
    if end == head.end and inner and complements(text, head, inner):
        return inner.end, inner.row["type"] if type_ == _UNKNOWN else type_
    adjective = text.cue("adjective", end)
    if adjective and not adjective.proclitic and end not in text.numbers and agrees(text, head, end):
        told = adjective.row["type"]
        if told in ("", type_) or type_ in (_UNKNOWN, *_CHANGED.get((head.row["group"], told), ())):
            return adjective.end, told or type_
    return None


def agrees(text: Text, head: Match, at: int) -> bool:
    """Whether an adjective may belong to the noun: no accusative behind a nominative, no indefinite behind ال."""
    noun, word = text.form(head.end - 1), text.form(at)
    if word.endswith("ا") and not noun.endswith("ا"):
        return False
    if (noun[-2:] in ("ون", "ان") and word.endswith("ين")) or (noun.endswith("ين") and word.endswith("ون")):
        return False
    return not article(text, head) or word.startswith("ال")


def complements(text: Text, head: Match, inner: Match) -> bool:
    """Whether the second noun completes the first: زوجة ضابط، جثث مواطنين."""
    host = head.row["group"] in _HOSTS and not article(text, head)
    free = not inner.proclitic and inner.row["needs"] != "harm" and inner.start not in text.ends["link"]
    return host and free and not text.form(inner.end - 1).endswith("ا")


def number_behind(text: Text, head: Match, end: int) -> Mention | None:
    """The number behind its noun: مسلحين اثنين، الجنود الأربعة، أطفاله الثلاثة."""
    number = text.numbers.get(end)
    if number is None:
        return None
    best, with_article = amount_of(number).best, "ال" in number.proclitic
    fits = {"two": 2, "ambiguous": 2, "one": 1}.get(head.row["number"]) == best and not number.proclitic
    return number if fits or (with_article and head.row["number"] != "one") else None


def joint_end(text: Text, head: Match, end: int, before: Amount | None) -> int | None:
    """Where "قتيلا وجريحا" ends: one figure for both."""
    other = text.heads.get(end)
    if other is None or other.proclitic != "و" or other.row["needs"]:
        return None
    if not head.row["group"] == other.row["group"] == "casualties":
        return None
    number = head.row["number"]
    several = number == "many" or (before is not None and before.best != 1)
    same = other.row["number"] == number and number != "two" and text.form(end)[:-1] != "و" + text.form(head.start)
    return other.end if several and same else None
