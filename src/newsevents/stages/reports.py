"""Reports of tolls: a sentence that gives a new total, or an older figure, of something already told."""

from __future__ import annotations

from spacy.tokens import Doc

from ..layers import lexicons, words
from .connectives import connectives


def report(doc: Doc, start: int, end: int) -> str:
    """ "total", "earlier" or "" for the tolls between these tokens."""
    position, forms = words(doc).position, words(doc).forms
    found = lexicons(doc).patterns("reports.tsv").find(forms, first=position[start], last=position[end])
    meanings = {match.row["means"] for match in found}
    return "earlier" if "earlier" in meanings else "total" if "total" in meanings else ""


def heads_figure(doc: Doc, token: int) -> bool:
    """Whether the noun only says what is counted: "عدد قتلى الهجوم … إلى 31"."""
    at = words(doc).position[token]
    before = words(doc).forms[max(at - 2, 0) : at]
    some = before[-1:] and before[-1] in connectives(
        doc, "from"
    )  # عدد من القتلى: how many, not the heading of a figure
    return not some and any(form.lstrip("و") in connectives(doc, "heading") for form in before)


def figure_behind(doc: Doc, token: int, until: int) -> int | None:
    """The word behind "إلى", where the figure of a heading stands."""
    position, forms = words(doc).position, words(doc).forms
    for at in range(position[token], position[until]):
        if forms[at] in connectives(doc, "towards"):
            return at + 1
    return None
