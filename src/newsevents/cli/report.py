"""newsevents report: records as one page with a map, a timeline, a table and the articles, which needs no network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from typer import Argument, Option

from ..light import torch_left_out
from .terminal import complain, listen, some

if TYPE_CHECKING:
    from ..schema import Article


def command(
    records: Annotated[Path, Argument(help="What newsevents extract --to jsonl wrote.", exists=True, dir_okay=False)],
    out: Annotated[Path, Option("-o", "--out", help="The page to write.")] = Path("report.html"),
    articles: Annotated[
        list[str] | None, Option(help="Files the events were read from, to show their words in.")
    ] = None,
    lang: Annotated[Literal["en", "ar"], Option(help="Language of the page.")] = "en",
    title: Annotated[str | None, Option(help="Title of the page.")] = None,
) -> None:
    """Make one page of records: figures, map, timeline, tolls, table and articles. It needs no network."""
    listen()
    with torch_left_out():
        from ..json_lines import read as read_records
        from ..views.report import report

    found = list(read_records(records))
    page = report(found, texts(articles or []), lang=lang, title=title)
    out.write_text(page, encoding="utf-8")
    typer.echo(f"{some(len(found), 'event')} -> {out} ({out.stat().st_size / 1e6:.1f} MB)", err=True)


def texts(files: list[str]) -> Iterator[Article]:
    """The articles of some files; one that cannot be read is said and left out."""
    from ..readers import read

    for item in read(files):
        if item.article:
            yield item.article
        elif item.error:
            complain(str(item.error))
