"""newsevents extract: articles in, one record an event out."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from typer import Argument, BadParameter, Exit, Option

from ..errors import ArticleError
from ..exporters import BINARY, exporter, format_of
from ..journal import Tally, beside, checkpoint, write_run
from ..light import torch_left_out
from ..readers import Item, Wishes, read
from ..runs import Outcome, Tables, outcomes
from .terminal import complain, counts, listen, progress, show

if TYPE_CHECKING:
    from ..schema import Record

Format = Literal["jsonl", "csv", "xlsx", "parquet", "geojson", "acled", "ucdp-ged", "plover", "polecat"]
STOPPED = 130
logger = logging.getLogger(__name__)


def command(  # noqa: PLR0913  (one parameter an option)
    inputs: Annotated[list[str], Argument(help="Files, folders, patterns, archives, or - for standard input.")],
    out: Annotated[Path | None, Option("-o", "--out", help="The file to write; without it, standard output.")] = None,
    to: Annotated[Format | None, Option(help="The format; without it, what the name of OUT says.")] = None,
    published: Annotated[str | None, Option(help="Day of publication of every article: 2022-01-28.")] = None,
    country: Annotated[list[str] | None, Option(help="What the news is about (LY, SY ...): settles homonyms.")] = None,
    lexicons: Annotated[list[Path] | None, Option(help="A folder with tables of your own.")] = None,
    workers: Annotated[int, Option(min=1, help="Processes to work with.")] = 1,
    resume: Annotated[bool, Option("--resume", help="Go on with a run that was cut off.")] = False,
    on_error: Annotated[Literal["skip", "raise"], Option(help="What a bad article does to the run.")] = "skip",
    text_column: Annotated[str | None, Option(help="Column of the text.")] = None,
    title_column: Annotated[str | None, Option(help="Column of the title.")] = None,
    date_column: Annotated[str | None, Option(help="Column of the day of publication.")] = None,
    id_column: Annotated[str | None, Option(help="Column of the article's id.")] = None,
) -> None:
    """Read articles, write one record an event."""
    listen()
    columns = {"text": text_column, "title": title_column, "published": date_column, "id": id_column}
    wishes = Wishes({field: column for field, column in columns.items() if column}, day(published))
    tables = Tables(tuple(map(str, lexicons or ())), tuple(country or ()))
    work = partial(worked, workers=workers, tables=tables, strict=on_error == "raise")
    if out is None:
        finish(ended(partial(to_output, work(read(inputs, wishes)), to)))
    else:
        settings = repr((inputs, wishes, tables, on_error))
        start = checkpoint(out, settings, resume=resume)
        to_file(partial(write_run, read(inputs, wishes), work, out, to or format_of(str(out)), start=start), out)


def day(given: str | None) -> date | None:
    """A day given on the command line."""
    from ..readers.published import day_of

    try:
        return day_of(given)
    except ValueError as error:
        raise BadParameter(f"--published: {error}; write it as 2022-01-28") from error


def worked(items: Iterable[Item], *, workers: int, tables: Tables, strict: bool) -> Iterator[Outcome]:
    """The outcomes of the items, each error said as it comes; where strict, the first one ends the run."""
    if workers == 1:
        with torch_left_out():
            from .. import api  # noqa: F401  (this process is ours: it reads without torch)
    for outcome in outcomes(items, workers=workers, tables=tables):
        if outcome.error and strict:
            raise outcome.error
        if outcome.error:
            logger.error("error: %s", outcome.error)
        yield outcome


def to_output(found: Iterator[Outcome], to: str | None) -> Tally:
    """Write to standard output: a table to a terminal, JSON Lines to a pipe, or the format asked for."""
    if to in BINARY:
        raise BadParameter(f"{to} is no text; give a file with -o")
    tallies = [Tally()]
    records = counted(found, tallies)
    if to is None and sys.stdout.isatty():
        show(records)
    else:
        exporter(to or "jsonl").write(records, sys.stdout.buffer)
        sys.stdout.flush()
    return tallies[-1]


def counted(found: Iterator[Outcome], tallies: list[Tally]) -> Iterator[Record]:
    """The records of the outcomes; the last item of ``tallies`` keeps count."""
    for outcome in found:
        tallies[-1] = tallies[-1].plus(outcome)
        yield from outcome.events or ()


def to_file(run: Callable[..., Tally], out: Path) -> None:
    """Run into a file; where the user stops it, what is done stays, and can be gone on with."""
    try:
        with progress() as tick:
            tally = ended(partial(run, tick=tick))
    except KeyboardInterrupt:
        complain(f"stopped; {out} has what was done so far; run the same command with --resume to go on")
        raise Exit(STOPPED) from None
    finish(tally, out)


def ended(run: Callable[[], Tally]) -> Tally:
    """The tally of a run; a strict one may end at a bad article."""
    try:
        return run()
    except ArticleError as error:
        complain(f"{error} (--on-error skip goes on without it)")
        raise Exit(1) from None


def finish(tally: Tally, out: Path | None = None) -> None:
    """Sum up, and leave with the status that says how it went."""
    where = f" -> {out}" if out else ""
    listed = f"; see {beside(out, 'errors.jsonl')}" if out and tally.errors else ""
    fewer = f", {tally.rows:,} of them in this format" if out and tally.rows != tally.events else ""
    typer.echo(f"{counts(tally)}{fewer}{where}{listed}", err=True)
    if tally.errors:
        raise Exit(1 if tally.articles else 2)
