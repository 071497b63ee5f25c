"""The report: figures, map, timeline, tolls, a table and the articles on one page that needs no network."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Sequence
from functools import cache
from gzip import compress
from importlib import import_module
from pathlib import Path
from typing import Any

from ..errors import MissingExtra
from ..schema import Article, Record
from . import charts
from .cards import COLOURS
from .markup import Html, joined, tag
from .page import footer, page
from .rows import unit
from .spans import ORDER
from .words import say, words

SCRIPTS = ("data", "filters", "table", "charts", "event", "page")
# What the page does not show.
_LEFT_OUT = ("schema_version", "extractor_version", "plover", "weapon", "other_locations", "section")


def report(records: Iterable[Record], articles: Iterable[Article] = (), *, lang: str = "en", title: str | None = None) -> str:
    """The page as HTML text.

    ``articles`` are the texts the records were read from, found by their id; without them an event shows its own
    words. Raises MissingExtra without newsevents[viz].
    """
    found = list(records)
    title = title or say(lang, "report")
    body = joined([head(title, found, lang), main(lang), dialog(lang), footer(lang, "outlines"), data(payload(found, articles, lang))])
    return page(title, body, lang, styles=("report.css",), scripts=(vega(), script()))


def payload(records: Sequence[Record], articles: Iterable[Article], lang: str) -> dict[str, Any]:
    """Everything that the page's script reads."""
    wanted = {record.doc_id for record in records}
    counted = unit(records)
    return {
        "lang": lang,
        "words": words(lang),
        "unit": counted,
        "colours": COLOURS,
        "order": ORDER,
        "events": [slim(record) for record in records],
        "articles": {a.id: {"title": a.title, "text": a.text} for a in articles if a.id in wanted},
        "outlines": charts.outlines(),
        "charts": specifications(lang, counted),
    }


def slim(record: Record) -> dict[str, object]:
    """The record without what the page does not show, and without what is unknown."""
    fields = {**record.to_dict(), "sentence": record.sentence}
    return {name: kept(value) for name, value in fields.items() if name not in _LEFT_OUT and value not in (None, [], "")}


def kept(value: object) -> object:
    """The value without unknown fields; the figures of casualties keep them."""
    if isinstance(value, dict):
        return {key: kept(item) for key, item in value.items() if item is not None}
    return [kept(item) for item in value] if isinstance(value, list) else value


def specifications(lang: str, counted: str) -> dict[str, Any]:
    """The charts as Vega-Lite, to be fed by the page with the events that its filters leave."""
    alt = charts.altair()
    events, shapes = alt.NamedData("events"), alt.NamedData("outlines")
    drawn = {
        "map": charts.map_chart(events, shapes, lang, centre=[20, 25], scale=400, legend=False),
        "timeline": charts.timeline_chart(events, lang, counted),
        "tolls": charts.tolls_chart(events, lang, counted),
        "by_place": charts.places_chart(events, lang),
    }
    return {name: {**chart.to_dict(), "background": "transparent"} for name, chart in drawn.items()}


@cache
def vega() -> str:
    """Vega, Vega-Lite and Vega-Embed as one JavaScript module. Raises MissingExtra without vl-convert."""
    try:
        convert = import_module("vl_convert")
    except ImportError as error:
        raise MissingExtra("reports need more packages: pip install 'newsevents[viz]'") from error
    return str(convert.javascript_bundle("globalThis.vegaEmbed = vegaEmbed;"))


def script() -> str:
    """The page's own script."""
    folder = Path(__file__).with_name("script")
    return "\n".join((folder / f"{name}.js").read_text("utf-8") for name in SCRIPTS)


def data(content: dict[str, Any]) -> Html:
    """The payload, packed, so that no word of an article stands in the page as markup."""
    packed = compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"), 6, mtime=0)
    return tag("script", Html(b64encode(packed).decode("ascii")), type="application/gzip", id="data")


def head(title: str, records: Sequence[Record], lang: str) -> Html:
    """The title, the days that are covered, and the headline figures, which the script fills."""
    days = sorted(str(record.published) for record in records if record.published)
    covered = say(lang, "from_to", days[0], days[-1]) if days else None
    return tag(
        "header",
        tag("a", say(lang, "skip"), class_="skip", href="#table"),
        tag(
            "div",
            tag("div", tag("h1", title), tag("p", f"{say(lang, 'published')}: {covered}", class_="quiet") if covered else None),
            tag("button", "◐", type="button", class_="theme", id="theme", title=say(lang, "theme"), aria_label=say(lang, "theme")),
            class_="top",
        ),
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
        tag("section", *(figure(name, lang) for name in ("map", "timeline", "tolls", "by_place")), class_="charts", id="charts"),
        tag("section", id="table", tabindex="-1", aria_label=say(lang, "table")),
    )


def figure(name: str, lang: str) -> Html:
    """The place of a chart, with its title and its note."""
    note = {"map": "map_note", "tolls": "tolls_note"}.get(name)
    return tag(
        "figure",
        tag("div", tag("h2", say(lang, name)), zoom(lang) if name == "map" else None, class_="caption"),
        tag("div", class_=f"chart {name}", id=f"chart-{name}", role="img", tabindex="0" if name == "map" else None),
        tag("figcaption", tag("span", say(lang, note)) if note else None, " ", tag("span", id=f"note-{name}"), class_="quiet"),
    )


def zoom(lang: str) -> Html:
    """The buttons of the map."""
    signs = {"zoom_in": "+", "zoom_out": "−", "fit": "⤢"}
    made = (tag("button", sign, type="button", id=name, title=say(lang, name), aria_label=say(lang, name)) for name, sign in signs.items())
    return tag("div", *made, class_="zoom", role="group", aria_label=say(lang, "map_keys"))


def dialog(lang: str) -> Html:
    """The event that is open."""
    back, forth = ("›", "‹") if lang == "ar" else ("‹", "›")
    buttons = tag(
        "span",
        tag("button", back, type="button", id="previous", aria_label=say(lang, "previous"), title=say(lang, "previous")),
        " ",
        tag("button", forth, type="button", id="next", aria_label=say(lang, "next"), title=say(lang, "next")),
    )
    close = tag("button", say(lang, "close"), type="button", id="close")
    return tag("dialog", tag("div", buttons, close, class_="bar"), tag("div", class_="body ne", id="event"), id="dialog", aria_labelledby="event-title")

