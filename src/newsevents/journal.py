"""Long runs into a file: a journal beside it that a run which was cut off goes on from, and an output that is whole.

    OUT.part          every record so far, one a line
    OUT.checkpoint    how many articles that is, and how many bytes: what lies beyond was cut off, and is done again
    OUT.errors.jsonl  the articles that failed: id, file, row, error, remedy

At the end OUT is made from OUT.part under another name and put in place in one step; then the journal goes.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from .errors import NewseventsError
from .exporters import exporter
from .json_lines import line, records, whole
from .readers.item import Item
from .runs import Outcome

EVERY = 1.0  # seconds between checkpoints


@dataclass(frozen=True, slots=True)
class Tally:
    """What a run has come to: articles read, events, totals over a period left out, errors, rows written."""

    articles: int = 0
    events: int = 0
    skipped: int = 0
    errors: int = 0
    rows: int = 0

    def plus(self, outcome: Outcome) -> Tally:
        """The tally with one more outcome."""
        if outcome.events is None:
            return replace(self, errors=self.errors + 1)
        events, skipped = self.events + len(outcome.events), self.skipped + outcome.events.skipped
        return replace(self, articles=self.articles + 1, events=events, skipped=skipped)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How far a run has come: items done, bytes of journal and errors that belong to them, the settings it had."""

    settings: str
    items: int = 0
    part_bytes: int = 0
    error_bytes: int = 0
    tally: Tally = field(default_factory=Tally)


def write_run(
    items: Iterable[Item],
    extract: Callable[[Iterable[Item]], Iterator[Outcome]],
    out: Path,
    to: str,
    *,
    start: Checkpoint,
    tick: Callable[[Tally], None] = lambda tally: None,
) -> Tally:
    """Extract the items into ``out``, from a checkpoint on. Whatever stops it, ``out`` is whole."""
    exporter(to)
    done = start
    with cut(beside(out, "part"), start.part_bytes) as part, cut(beside(out, "errors.jsonl"), start.error_bytes) as bad:
        saved = time.monotonic()
        try:
            for outcome in extract(islice(items, start.items, None)):
                done = add(done, outcome, part, bad)
                tick(done.tally)
                if time.monotonic() - saved >= EVERY:
                    saved = save(done, out, part, bad)
        except KeyboardInterrupt:
            stop(done, out, to, part, bad)
            raise
        except Exception:
            save(done, out, part, bad)
            raise
    rows = export(out, to)
    tidy(out)
    return replace(done.tally, rows=rows)


def beside(out: Path, suffix: str) -> Path:
    """The file of that suffix beside the output."""
    return out.with_name(f"{out.name}.{suffix}")


def cut(path: Path, size: int) -> BinaryIO:
    """The file, open for writing at its end, after all that lies beyond ``size`` is cut off."""
    file = path.open("r+b" if path.exists() else "w+b")
    file.truncate(size)
    file.seek(size)
    return file


def add(done: Checkpoint, outcome: Outcome, part: BinaryIO, bad: BinaryIO) -> Checkpoint:
    """Write one outcome to the journal and count it. What is not yet counted when the run is cut off is done again."""
    if outcome.events is None:
        lines, file = [line(fault(outcome))], bad
    else:
        lines, file = [line(whole(record)) for record in outcome.events], part
    size = sum(map(file.write, lines))
    done = replace(done, items=done.items + 1, tally=done.tally.plus(outcome))
    if file is bad:
        return replace(done, error_bytes=done.error_bytes + size)
    return replace(done, part_bytes=done.part_bytes + size)


def fault(outcome: Outcome) -> dict[str, object]:
    """A line of the errors file."""
    error, _, remedy = str(outcome.error).partition("; ")
    article, item = outcome.item.article, outcome.item
    return {"id": article.id if article else None, "file": item.file, "row": item.row, "error": error, "remedy": remedy}


def save(done: Checkpoint, out: Path, part: BinaryIO, bad: BinaryIO) -> float:
    """Make the journal durable, then the checkpoint that counts it; gives the time."""
    for file in (part, bad):
        file.flush()
        os.fsync(file.fileno())
    replace_file(beside(out, "checkpoint"), json.dumps(asdict(done)).encode())
    return time.monotonic()


def stop(done: Checkpoint, out: Path, to: str, part: BinaryIO, bad: BinaryIO) -> None:
    """Leave an output with what is done so far, and a journal to go on from."""
    part.truncate(done.part_bytes)
    bad.truncate(done.error_bytes)
    save(done, out, part, bad)
    export(out, to)


def replace_file(path: Path, data: bytes) -> None:
    """Give the file a new content in one step: a reader finds the old or the new, never half."""
    new = beside(path, "new")
    with new.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def export(out: Path, to: str) -> int:
    """Make the output from the journal, in one step; gives the number of rows."""
    part, new = beside(out, "part"), beside(out, "new")
    with part.open("rb") as lines, new.open("wb") as file:
        rows = exporter(to).write(records(lines, str(part)), file)
        file.flush()
        os.fsync(file.fileno())
    new.replace(out)
    return rows


def tidy(out: Path) -> None:
    """Take the journal away, its checkpoint first: cut off in between, it counts for nothing. And errors of none."""
    beside(out, "checkpoint").unlink(missing_ok=True)
    beside(out, "part").unlink()
    if not beside(out, "errors.jsonl").stat().st_size:
        beside(out, "errors.jsonl").unlink()


def checkpoint(out: Path, settings: str, *, resume: bool) -> Checkpoint:
    """Where to begin. Raises NewseventsError where the run to go on with had other inputs or options."""
    path = beside(out, "checkpoint")
    if not resume or not path.is_file():
        return Checkpoint(settings)
    found = json.loads(path.read_bytes())
    if found["settings"] != settings:
        remedy = "give the same inputs and options, or leave --resume out to begin again"
        raise NewseventsError(f"{path}: that run had other inputs or options; {remedy}")
    sizes = {"part": found["part_bytes"], "errors.jsonl": found["error_bytes"]}
    for suffix, size in sizes.items():
        if not beside(out, suffix).is_file() or beside(out, suffix).stat().st_size < size:
            remedy = "put it back, or leave --resume out to begin again"
            raise NewseventsError(f"{beside(out, suffix)}: is gone or shorter than the run left it; {remedy}")
    return Checkpoint(**{**found, "tally": Tally(**found["tally"])})
