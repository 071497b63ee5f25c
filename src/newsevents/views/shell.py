"""The report's frame: the places that its script fills, and what can be read without it."""

from __future__ import annotations

from collections.abc import Sequence

from ..schema import Record
from .markup import Html, tag
from .words import say

CHARTS = ("map", "timeline", "tolls", "by_place")


def head(title: str, records: Sequence[Record], lang: str) -> Html:
    """The title, the days that are covered, and the headline figures, which the script fills."""
    days = sorted(str(record.published) for record in records if record.published)
    covered = f"{say(lang, 'published')}: {say(lang, 'from_to', days[0], days[-1])}" if days else None
    title_lines = [tag("h1", title), tag("p", covered, class_="quiet") if covered else None]
    return tag(
        "header",
        tag("a", say(lang, "skip"), class_="skip", href="#table"),
        tag("div", tag("div", *title_lines), button("theme", "◐", lang), class_="top"),
        tag("noscript", tag("p", say(lang, "needs_script"))),
        tag("p", id="failure", role="alert", hidden=True),
    )


def main(lang: str) -> Html:
    """The places that the script fills."""
    return tag(
        "main",
        tag("dl", class_="figures", id="figures"),
        tag("form", id="filters", class_="filters", aria_label=say(lang, "filters")),
        tag("p", id="shown", class_="quiet", role="status"),
        tag("section", *(figure(name, lang) for name in CHARTS), class_="charts", id="charts"),
        tag("section", id="table", tabindex="-1", aria_label=say(lang, "table")),
    )


def figure(name: str, lang: str) -> Html:
    """The place of a chart, with its title and its note."""
    note = {"map": "map_note", "tolls": "tolls_note"}.get(name)
    told = [tag("span", say(lang, note)) if note else None, " ", tag("span", id=f"note-{name}")]
    return tag(
        "figure",
        tag("div", tag("h2", say(lang, name)), zoom(lang) if name == "map" else None, class_="caption"),
        tag("div", class_=f"chart {name}", id=f"chart-{name}", role="img", tabindex="0" if name == "map" else None),
        tag("figcaption", *told, class_="quiet"),
    )


def zoom(lang: str) -> Html:
    """The buttons of the map."""
    signs = {"zoom_in": "+", "zoom_out": "−", "fit": "⤢"}
    made = (button(name, sign, lang) for name, sign in signs.items())
    return tag("div", *made, class_="zoom", role="group", aria_label=say(lang, "map_keys"))


def dialog(lang: str) -> Html:
    """The event that is open."""
    back, forth = ("›", "‹") if lang == "ar" else ("‹", "›")
    moves = tag("span", button("previous", back, lang), " ", button("next", forth, lang))
    bar = tag("div", moves, tag("button", say(lang, "close"), type="button", id="close"), class_="bar")
    return tag("dialog", bar, tag("div", class_="body ne", id="event"), id="dialog", aria_labelledby="event-title")


def button(name: str, sign: str, lang: str) -> Html:
    """A button that shows a sign and says its name."""
    said = say(lang, name)
    return tag("button", sign, type="button", id=name, class_=name, title=said, aria_label=said)
