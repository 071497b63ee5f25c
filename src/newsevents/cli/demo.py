"""newsevents demo: an article that comes with the library, and its events."""

from __future__ import annotations

import typer

from ..light import torch_left_out
from ..readers import read
from ..readers.files import paths
from .terminal import show

ARTICLE = "qatrun.txt"


def command() -> None:
    """Show an article that comes with the library, and the events that are read from it."""
    from ..lexicons import DATA

    with torch_left_out():
        from .. import api
    for item in read(paths(str(DATA / "examples" / ARTICLE))):
        if item.article:
            typer.echo(item.article.text)
            events = api.extract(item.article)
            show(events)
            typer.echo(f"{len(events)} events. Next: newsevents explain FILE, newsevents extract FILE -o events.csv")
