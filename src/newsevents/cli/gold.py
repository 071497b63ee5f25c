"""newsevents gold: articles out to annotation tools, corrected annotations in as gold."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from typer import Argument, Exit, Option

from ..light import torch_left_out
from .extract import INPUTS, day, known
from .terminal import complain, listen, some

if TYPE_CHECKING:
    from datetime import date

    from ..annotation import Task

ToolName = Literal["label-studio", "doccano", "prodigy", "brat"]
app = typer.Typer(help="Gold of your own: to annotation tools and back.", rich_markup_mode=None, no_args_is_help=True)


@app.command("export")
def export(
    inputs: Annotated[list[str], Argument(metavar="INPUT...", help=INPUTS)],
    out: Annotated[Path, Option("-o", "--out", help="The file to write; for brat a folder.")],
    tool: Annotated[ToolName, Option(help="The annotation tool.")] = "label-studio",
    published: Annotated[str | None, Option(help="Day of publication of every article: 2022-01-28.")] = None,
    country: Annotated[list[str] | None, Option(help="What the news is about: LY, SY ...")] = None,
) -> None:
    """Read articles and write them with the events found, for people to correct."""
    listen()
    from .. import annotation

    errors: list[str] = []
    articles = annotation.tool(tool).write(tasks(inputs, day(published), known(country), errors), out)
    typer.echo(f"{some(articles, 'article')} -> {out}", err=True)
    if errors:
        raise Exit(1 if articles else 2)


def tasks(inputs: list[str], published: date | None, countries: tuple[str, ...], errors: list[str]) -> Iterator[Task]:
    """A task an article; one that cannot be read is said, put to the errors, and left out."""
    from ..annotation.outgoing import task
    from ..readers import Wishes, read

    with torch_left_out():
        from .. import api
    for item in read(inputs, Wishes(published=published)):
        if item.article:
            yield task(item.article, api.extract(item.article, countries=countries))
        elif item.error:
            complain(str(item.error))
            errors.append(item.where)


@app.command("import")
def import_(
    file: Annotated[Path, Argument(help="What the tool exported; for brat its folder.", exists=True)],
    out: Annotated[Path, Option("-o", "--out", help="The folder of gold to write: one <id>.json an article.")],
    tool: Annotated[ToolName | None, Option(help="The annotation tool; without it, told from the file.")] = None,
) -> None:
    """Turn corrected annotations into the gold that newsevents evaluate reads."""
    listen()
    from .. import annotation
    from ..annotation.incoming import gold

    documents = [gold(task) for task in annotation.tool(tool or annotation.tool_of(file)).read(file)]
    out.mkdir(parents=True, exist_ok=True)
    names = Counter(name_of(document) for document in documents)
    for number, document in enumerate(documents, 1):
        name = name_of(document) + (f"-{number}" if names[name_of(document)] > 1 else "")
        text = json.dumps(document, ensure_ascii=False, indent=1)
        (out / f"{name}.json").write_text(text + "\n", "utf-8", "replace")
    events = sum(len(document["events"]) for document in documents)
    typer.echo(f"{some(len(documents), 'article')}, {some(events, 'event')} -> {out}", err=True)


def name_of(document: dict[str, str]) -> str:
    """The name of a document's file: its id, without what file systems do not take."""
    return re.sub(r"[^\w-]", "_", document["id"])[:80]
