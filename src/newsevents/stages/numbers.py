"""Amounts: figures, the words that bound them (نحو، على الأقل، بين) and words that only hint (عشرات، عدة)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from ..layers import by_word, lexicons, mention, words
from ..patterns import BLOCK, SENTENCE_ENDS, Match, Slots
from ..schema import Amount, Mention
from .figures import figures

_BEHIND = 5
_STOPS = SENTENCE_ENDS | frozenset("،,؛;:")


@Language.component("newsevents_numbers", assigns=["doc._.numbers"])
def numbers(doc: Doc) -> Doc:
    """Write the layer numbers: Mentions with an Amount; slots["figure"] is the bare figure inside a bound one."""
    plain = list(figures(doc))
    found = phrases(doc, plain)
    said = [mention(doc, "number", match, amount) for match in found if (amount := amount_of(match))]
    kept = free(doc, plain, said, [match for match in found if match.row["means"] == BLOCK])
    layer = sorted([*said, *kept], key=lambda each: each.start)
    doc._.numbers = list(bound_before(doc, layer, [m for m in found if m.row["means"].endswith("_before")]))
    return doc


def phrases(doc: Doc, plain: list[Mention]) -> list[Match]:
    """The phrases of numbers.tsv, but for words that a figure has used (the آلاف of ثلاثة آلاف)."""
    position = words(doc).position
    inner = {i for each in plain for i in range(position[each.start] + 1, position[each.end])}
    found = lexicons(doc).patterns("numbers.tsv").find(words(doc).forms, slots(doc, plain))
    return [match for match in found if match.start not in inner]


def slots(doc: Doc, plain: Iterable[Mention]) -> Slots:
    """Figures as the slots that rows speak of: any, and those after و."""
    figure = by_word(doc, plain)
    return {"figure": figure, "and_figure": {at: each for at, each in figure.items() if each.proclitic.startswith("و")}}


def amount_of(match: Match) -> Amount | None:
    """What the row of a match makes of its figures and its own low and best; None where it makes no amount."""
    means = match.row["means"]
    if means in FIXED:
        return FIXED[means](int(match.row["value"] or 0))
    if means == "range":
        return between(_figure(match, "figure"), _figure(match, "other"))
    return BOUNDS[means](_figure(match, "figure")) if means in BOUNDS else None


def _figure(match: Match, role: str) -> int:
    inner = match.slots[role].value
    amount = inner.value if isinstance(inner, Mention) else None
    return amount.best or 0 if isinstance(amount, Amount) else 0


def about(n: int) -> Amount:
    """نحو 20: the best figure, with no bounds."""
    return Amount(None, n, None)


def floor(n: int) -> Amount:
    """ثلاثة على الأقل، أكثر من 30: the printed number, and no upper bound."""
    return Amount(n, n, None)


def ceiling(n: int) -> Amount:
    """أقل من عشرة: the printed number, and no lower bound."""
    return Amount(None, n, n)


def between(low: int, high: int) -> Amount | None:
    """بين 4 و5; None where the second figure is not the greater, so it is no range."""
    return Amount(low, None, high) if low < high else None


def vague(n: int) -> Amount:
    """عشرات، عدة: the least the word can mean."""
    return Amount(n, n, None, vague=True)


def unknown(_: int) -> Amount:
    """عدد كبير: some, nobody says how many."""
    return Amount(None, None, None, vague=True)


BOUNDS: dict[str, Callable[[int], Amount]] = {
    "exactly": Amount.exactly,
    "about": about,
    "floor": floor,
    "ceiling": ceiling,
}
FIXED: dict[str, Callable[[int], Amount]] = {"vague": vague, "unknown": unknown, "zero": Amount.exactly}


def free(doc: Doc, plain: Iterable[Mention], said: Iterable[Mention], blocked: Iterable[Match]) -> Iterator[Mention]:
    """The figures that no phrase has taken up or ruled out."""
    taken = {token for each in said for token in range(each.start, each.end)}
    for match in blocked:
        start, end = words(doc).span(match.start, match.end)
        taken.update(range(start, end))
    return (each for each in plain if each.start not in taken)


def bound_before(doc: Doc, layer: Iterable[Mention], bounds: list[Match]) -> Iterator[Mention]:
    """Numbers with the bound that stands up to three words behind them: ثلاثة جنود على الأقل."""
    position, forms = words(doc).position, words(doc).forms
    nearest: dict[int, Match] = {}
    all_numbers = list(layer)
    for match in bounds:
        near = [i for i, each in enumerate(all_numbers) if 0 < match.start - position[each.end] <= _BEHIND]
        if near and not _STOPS.intersection(forms[position[all_numbers[near[-1]].end] : match.start]):
            nearest[near[-1]] = match
    for i, each in enumerate(all_numbers):
        yield bound(each, nearest[i]) if i in nearest else each


def bound(number: Mention, match: Match) -> Mention:
    """An exact number under the bound of a phrase behind it; other numbers stay as they are."""
    amount = number.value
    if not isinstance(amount, Amount) or amount.best is None or amount.low != amount.high:
        return number
    bounds = BOUNDS[match.row["means"].removesuffix("_before")]
    return replace(number, value=bounds(amount.best), row=match.row, slots={"figure": number})
