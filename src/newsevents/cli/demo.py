"""newsevents demo: an article that comes with the library, and its events."""

from __future__ import annotations

from pathlib import Path

import typer

from ..errors import NewseventsError
from ..light import torch_left_out
from .terminal import listen, show, some

ARTICLE = "qatrun.txt"
NEXT = "Next: newsevents explain FILE; newsevents extract FILE -o events.csv"
PACKAGE = Path(__file__).parents[1]
HOMES = (PACKAGE / "data" / "examples", PACKAGE.parents[1] / "examples")  # in a wheel, in a checkout


def command() -> None:
    """Show an article that comes with the library, and the events that are read from it."""
    listen()
    with torch_left_out():
        from .. import api
        from ..readers import read
    for item in read([str(example(ARTICLE))]):
        if item.article:
            typer.echo(f"{item.article.text.strip()}\n")
            events = api.extract(item.article)
            show(events)
            typer.echo(f"\n{some(len(events), 'event')}. {NEXT}")


def example(name: str) -> Path:
    """Where an article that comes with the library lies. Raises NewseventsError where it does not."""
    found = next((home / name for home in HOMES if (home / name).is_file()), None)
    if found is None:
        raise NewseventsError(f"the example {name} is missing; install newsevents again")
    return found
