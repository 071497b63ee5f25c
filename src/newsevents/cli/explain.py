"""newsevents explain: every value with its words and the row that decided; and why there is no event."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option

from ..light import torch_left_out
from ..readers import Wishes, read
from .extract import day
from .terminal import listen


def command(
    article: Annotated[str, Argument(help="A file, - for standard input, or the words themselves.")],
    published: Annotated[str | None, Option(help="Day of publication: 2022-01-28.")] = None,
    country: Annotated[list[str] | None, Option(help="What the news is about: LY, SY ...")] = None,
    lexicons: Annotated[list[Path] | None, Option(help="A folder with tables of your own.")] = None,
) -> None:
    """Tell why: every value with its words and the table row that decided."""
    listen()
    with torch_left_out():
        from .. import api
    tables = {"lexicons": tuple(map(str, lexicons or ())), "countries": tuple(country or ())}
    if article != "-" and " " in article.strip() and not Path(article).exists():
        typer.echo(api.explain(article, day(published), **tables), nl=False)
        return
    for item in read([article], Wishes(published=day(published))):
        if item.error:
            raise item.error
        if item.article:
            typer.echo(api.explain(item.article, None, **tables), nl=False)
