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
from .bars import places_chart, timeline_chart, tolls_chart
from .cards import COLOURS
from .charts import map_chart, outlines
from .drawing import altair
from .markup import Html, joined, tag
from .page import footer, page
from .rows import unit
from .shell import dialog, head, main
from .spans import ORDER
from .words import say, words

SCRIPTS = ("data", "filters", "table", "charts", "event", "page")
# What the page does not show.
_LEFT_OUT = ("schema_version", "extractor_version", "plover", "weapon", "other_locations", "section")


def report(
    records: Iterable[Record], articles: Iterable[Article] = (), *, lang: str = "en", title: str | None = None
) -> str:
    """The page as HTML text.

    ``articles`` are the texts the records were read from, found by their id; without them an event shows its own
    words. Raises MissingExtra without newsevents[viz].
    """
    found = list(records)
    title = title or say(lang, "report")
    body = [head(title, found, lang), main(lang), dialog(lang), footer(lang, "outlines")]
    body.append(data(payload(found, articles, lang)))
    return page(title, joined(body), lang, styles=("report.css",), scripts=(script(), vega()))


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
        "outlines": outlines(),
        "charts": specifications(lang, counted),
    }


def slim(record: Record) -> dict[str, object]:
    """The record without what the page does not show, and without what is unknown."""
    fields = {**record.to_dict(), "sentence": record.sentence}
    told = {name: value for name, value in fields.items() if name not in _LEFT_OUT}
    return {name: kept(value) for name, value in told.items() if value not in (None, [], "")}


def kept(value: object) -> object:
    """The value without unknown fields; the figures of casualties keep them."""
    if isinstance(value, dict):
        return {key: kept(item) for key, item in value.items() if item is not None}
    return [kept(item) for item in value] if isinstance(value, list) else value


def specifications(lang: str, counted: str) -> dict[str, Any]:
    """The charts as Vega-Lite, to be fed by the page with the events that its filters leave."""
    alt = altair()
    events, shapes = alt.NamedData("events"), alt.NamedData("outlines")
    drawn = {
        "map": map_chart(events, shapes, lang, centre=[20, 25], scale=400, legend=False),
        "timeline": timeline_chart(events, lang, counted),
        "tolls": tolls_chart(events, lang, counted),
        "by_place": places_chart(events, lang),
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
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    packed = b64encode(compress(text.encode("utf-8", "replace"), mtime=0))
    return tag("script", Html(packed.decode("ascii")), type="application/gzip", id="data")
