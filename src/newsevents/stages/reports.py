"""Reports of tolls: a sentence that gives a new total, or an older figure, of something already told."""

from __future__ import annotations

from spacy.tokens import Doc

from ..layers import beginning, layer, lexicons, words
from ..patterns import SENTENCE_ENDS
from ..schema import Amount
from .connectives import connectives

_COMMAS = frozenset("،,؛")


def report(doc: Doc, start: int, end: int) -> str:
    """ "total", "earlier" or "" for the tolls between these tokens."""
    position, forms = words(doc).position, words(doc).forms
    found = lexicons(doc).patterns("reports.tsv").find(forms, first=position[start], last=position[end])
    meanings = {match.row["means"] for match in found}
    return "earlier" if "earlier" in meanings else "total" if "total" in meanings else ""


def heads_figure(doc: Doc, token: int) -> bool:
    """Whether the noun only says what is counted: "عدد قتلى الهجوم … إلى 31", "ارتفاع قتلى الهجوم إلى 31"."""
    at = words(doc).position[token]
    before = words(doc).forms[max(at - 2, 0) : at]
    if not before or before[-1] in connectives(doc, "from"):  # عدد من القتلى: how many, not the heading of a figure
        return False
    return before[-1] in connectives(doc, "rise") or any(
        form.lstrip("و") in connectives(doc, "heading") for form in before
    )


def lone_figure(doc: Doc, token: int, until: int) -> Amount | None:
    """The figure that stands alone at the end of what is said: "… مساء الجمعة 32"."""
    position, forms = words(doc).position, words(doc).forms
    dates = {at for m in layer(doc, "dates") for at in range(position[m.start], position[m.end])}
    for number in beginning(layer(doc, "numbers"), token, until):
        at = position[number.end]
        alone = at >= len(forms) or forms[at] in SENTENCE_ENDS | _COMMAS
        if alone and position[number.start] not in dates and isinstance(number.value, Amount):
            return number.value
    return None


def figure_behind(doc: Doc, token: int, until: int) -> int | None:
    """The word behind "إلى", where the figure of a heading stands; none where it counts "منذ بداية العام"."""
    position, forms = words(doc).position, words(doc).forms
    for at in range(position[token], position[until]):
        lately = at + 1 < len(forms) and forms[at + 1] in connectives(doc, "lately")
        if forms[at] in connectives(doc, "ever_since") and not lately:
            return None
        if forms[at] in connectives(doc, "towards"):
            return at + 1
    return None
