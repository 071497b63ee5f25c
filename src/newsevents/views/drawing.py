"""Altair, imported when a chart is asked for, and what all charts share: colours and what a pointer is told."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ..errors import MissingExtra
from .cards import COLOURS
from .words import say


def altair() -> Any:  # noqa: ANN401  (a package of its own types, imported only here)
    """Altair, or MissingExtra with the command that brings it."""
    try:
        return import_module("altair")
    except ImportError as error:
        raise MissingExtra("charts need more packages: pip install 'newsevents[viz]'") from error


def colour(lang: str, *, legend: bool) -> Any:  # noqa: ANN401
    """The colour of an event's type; in reports the filters are the key."""
    alt = altair()
    scale = alt.Scale(domain=[say(lang, name) for name in COLOURS], range=list(COLOURS.values()))
    key = alt.Legend(title=None, orient="bottom", columns=3, labelLimit=0) if legend else None
    return alt.Color("label:N", scale=scale, legend=key)


def tips(lang: str, *shown: tuple[str, str]) -> list[Any]:
    """What a pointer is told; the words are escaped by Vega."""
    return [altair().Tooltip(field, title=say(lang, name)) for name, field in shown]
