"""newsevents explain: every value with its words and the row that decided; and why there is no event."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from typer import Argument, Option

from ..light import torch_left_out
from .extract import day, known
from .terminal import listen

if TYPE_CHECKING:
    from ..schema import Article


def command(
    article: Annotated[str, Argument(help="A file, - for standard input, or the words themselves.")],
    published: Annotated[str | None, Option(help="Day of publication: 2022-01-28.")] = None,
    country: Annotated[list[str] | None, Option(help="What the news is about: LY, SY ...")] = None,
    lexicons: Annotated[list[Path] | None, Option(help="A folder with tables of your own.")] = None,
    html: Annotated[Path | None, Option(help="Write a page with the article in colour, instead of text.")] = None,
    lang: Annotated[Literal["en", "ar"], Option(help="Language of that page.")] = "en",
) -> None:
    """Tell why: every value with its words and the table row that decided."""
    listen()
    with torch_left_out():
        from .. import api
    folders = tuple(map(str, lexicons or ()))
    tables = {"lexicons": folders, "countries": known(country, folders)}
    given = articles(article, day(published))
    if html is None:
        for one in given:
            typer.echo(api.explain(one, None, **tables), nl=False)
        return
    from ..views.article import page_of

    html.write_text(page_of([api.processed(one, **tables) for one in given], lang), encoding="utf-8")
    typer.echo(f"-> {html}", err=True)


def articles(given: str, published: date | None) -> Iterator[Article]:
    """The articles of a file, or the words themselves as one."""
    from ..readers import Wishes, read
    from ..schema import Article

    if given != "-" and " " in given.strip() and not os.path.exists(given):  # noqa: PTH110  (too long a name is no error)
        yield Article(given, published=published)
        return
    for item in read([given], Wishes(published=published)):
        if item.error:
            raise item.error
        if item.article:
            yield item.article
