"""How extract reads and writes: to standard output or into a file, and how it ends."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

import typer
from typer import BadParameter, Exit

from ..errors import ArticleError
from ..exporters import BINARY, exporter, format_of
from ..journal import Checkpoint, Tally, beside, checkpoint, write_run
from ..light import torch_left_out
from ..readers import Item, Meter, Wishes, read
from ..readers.ids import unlike
from ..runs import Outcome, Tables, outcomes
from ..schema import Record
from .terminal import complain, counts, progress, show

__all__ = ["Tables", "Wishes", "checkpoint", "to_file", "to_output", "worker"]

Work = Callable[[Iterable[Item]], Iterator[Outcome]]
T = TypeVar("T")
STOPPED = 130
logger = logging.getLogger(__name__)


def worker(tables: Tables, *, workers: int, strict: bool) -> Work:
    """What reads items into outcomes, as the options say."""
    return partial(worked, tables=tables, workers=workers, strict=strict)


def worked(items: Iterable[Item], *, workers: int, tables: Tables, strict: bool) -> Iterator[Outcome]:
    """The outcomes of the items, each error said as it comes; where strict, the first one ends the run."""
    if workers == 1:
        with torch_left_out():
            from .. import api  # noqa: F401  (this process is ours: it reads without torch)
    for outcome in outcomes(items, workers=workers, tables=tables, ours=True):
        if outcome.error and strict:
            raise outcome.error
        if outcome.error:
            logger.error("error: %s", outcome.error)
        yield outcome


def form(to: str | None, out: Path | None) -> str | None:
    """The format asked for, or the one that the output's name tells; None where there is neither."""
    if out and not out.absolute().parent.is_dir():
        raise BadParameter(f"-o: no folder {out.parent}; make it first")
    return to or (format_of(str(out)) if out else None)


def to_output(inputs: list[str], wishes: Wishes, work: Work, to: str | None) -> None:
    """Write to standard output: a table to a terminal, JSON Lines to a pipe, or the format asked for."""
    if to in BINARY:
        raise BadParameter(f"{to} is no text; give a file with -o")
    tallies = [Tally()]
    records = counted(work(unlike(read(inputs, wishes))), tallies)
    try:
        rows = ended(partial(shown, records, to))
    except KeyboardInterrupt:
        complain("stopped; a run into a file (-o) can be gone on with")
        raise Exit(STOPPED) from None
    finish(tallies[-1], rows=rows)


def shown(records: Iterator[Record], to: str | None) -> int | None:
    """Write records to standard output; gives the rows, None where people read them."""
    if to is None and sys.stdout.isatty():
        show(records)
        return None
    rows = exporter(to or "jsonl").write(records, sys.stdout.buffer)
    sys.stdout.flush()
    return rows


def counted(found: Iterator[Outcome], tallies: list[Tally]) -> Iterator[Record]:
    """The records of the outcomes; the last item of ``tallies`` keeps count."""
    for outcome in found:
        tallies[-1] = tallies[-1].plus(outcome)
        yield from outcome.events or ()


def to_file(inputs: list[str], wishes: Wishes, work: Work, out: Path, *, to: str, start: Checkpoint) -> None:
    """Run into a file; where the user stops it, what is done stays, and can be gone on with."""
    meter = Meter(inputs if sys.stderr.isatty() else ())
    run = partial(write_run, unlike(read(inputs, wishes, meter)), work, out, to, start=start)
    try:
        with progress(meter) as tick:
            tally = ended(partial(run, tick=tick))
    except KeyboardInterrupt:
        complain(f"stopped; {out} has what was done so far; run the same command with --resume to go on")
        raise Exit(STOPPED) from None
    finish(tally, out, rows=tally.rows)


def ended(run: Callable[[], T]) -> T:
    """What a run gives; a strict one may end at a bad article."""
    try:
        return run()
    except ArticleError as error:
        complain(f"{error} (--on-error skip goes on without it)")
        raise Exit(1) from None


def finish(tally: Tally, out: Path | None = None, *, rows: int | None = None) -> None:
    """Sum up, and leave with the status that says how it went; ``rows`` are those that the format had place for."""
    where = f" -> {out}" if out else ""
    listed = f"; see {beside(out, 'errors.jsonl')}" if out and tally.errors else ""
    fewer = f", {rows:,} of them in this format" if rows not in (None, tally.events) else ""
    typer.echo(f"{counts(tally)}{fewer}{where}{listed}", err=True)
    if tally.errors:
        raise Exit(1 if tally.articles else 2)
