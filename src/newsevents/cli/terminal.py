"""What commands say to people: messages, progress, tables. Results go to standard output, all else to the other."""

from __future__ import annotations

import logging
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from ..journal import Tally
    from ..readers import Meter
    from ..schema import Record

MOST_OF_A_KIND = 5


def complain(message: str) -> None:
    """Say what is wrong."""
    typer.echo(f"error: {message}", err=True)


class Repeats(logging.Filter):
    """Lets a few messages of each kind pass: a column of bad dates is said five times, not a million."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to say it; the last one that is said says that it is the last."""
        self.seen[record.msg] += 1
        if self.seen[record.msg] == MOST_OF_A_KIND:
            record.msg += " (more like this are not shown)"
        return self.seen[record.msg] <= MOST_OF_A_KIND


def listen() -> None:
    """Say on standard error what the library logs."""
    logger = logging.getLogger("newsevents")
    for old in [handler for handler in logger.handlers if isinstance(handler, logging.StreamHandler)]:
        logger.removeHandler(old)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.addFilter(Repeats())
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)


@contextmanager
def progress(meter: Meter) -> Iterator[Callable[[Tally], None]]:
    """A line that counts and tells the time left, on a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda tally: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    said = TextColumn("{task.description}")
    parts = (SpinnerColumn(), said, TimeElapsedColumn(), TextColumn("left"), TimeRemainingColumn())
    with Progress(*parts, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("loading", total=None)

        def tick(tally: Tally) -> None:
            elapsed = bar.tasks[0].elapsed or 1
            if (share := meter.share) is not None:
                bar.update(task, total=1.0, completed=share)
            bar.update(task, description=f"{counts(tally)}, {tally.articles / elapsed:.0f} articles/s")

        yield tick


def counts(tally: Tally) -> str:
    """The figures of a run, as one phrase."""
    said = [some(tally.articles, "article"), some(tally.events, "event")]
    if tally.skipped:
        said.append(f"{some(tally.skipped, 'total')} over a period skipped")
    if tally.errors:
        said.append(some(tally.errors, "error"))
    return ", ".join(said)


def some(number: int, thing: str) -> str:
    """ "1 event", "1,200 events"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def show(records: Iterable[Record]) -> None:
    """A readable table: what reads from left to right first, the Arabic last, where terminals do it least harm."""
    from rich.console import Console
    from rich.table import Table

    from ..flat import row

    table = Table(show_edge=False, pad_edge=False)
    for column in ("date", "event", "killed", "wounded", "country", "place", "actors"):
        table.add_column(column, overflow="fold", justify="right" if column in ("killed", "wounded") else "left")
    for record in records:
        flat = row(record)
        place = flat["location_en"] or flat["location"]
        who = " / ".join(str(flat[side]) for side in ("actor1", "actor2") if flat[side])
        figures = (flat["killed"], flat["wounded"])
        cells = (flat["event_date"], record.sub_event_type, *figures, flat["country"], place, who)
        table.add_row(*("" if cell is None else str(cell) for cell in cells))
    if table.row_count:
        Console().print(table)
