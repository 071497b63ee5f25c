"""doccano's JSONL of sequence labelling with relations. Notes travel in a column of their own, which doccano keeps.

A span that was moved or labelled anew has no note any more: its value is then read from its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..errors import ArticleError
from .lines import read_lines, write_lines
from .task import Link, Span, Task, noted, notes_of, settled


def write(tasks: Iterable[Task], out: Path) -> int:
    """Write a line an article."""
    return write_lines(map(row, tasks), out)


def row(task: Task) -> dict[str, object]:
    """An article as doccano has it."""
    numbers = {span.id: number for number, span in enumerate(task.spans, 1)}
    return {
        "text": task.text,
        "doc_id": task.id,
        "published": task.published,
        "notes": {key(span): noted(span.notes) for span in task.spans if span.notes},
        "entities": [
            {"id": numbers[span.id], "label": span.label, "start_offset": span.start, "end_offset": span.end}
            for span in task.spans
        ],
        "relations": [
            {"id": n, "from_id": numbers[link.trigger], "to_id": numbers[link.argument], "type": link.role}
            for n, link in enumerate(task.links, 1)
        ],
    }


def key(span: Span) -> str:
    """What names a span among the notes."""
    return f"{span.label} {span.start} {span.end}"


def read(path: Path) -> Iterator[Task]:
    """The tasks of a file that doccano exported."""
    for where, data in read_lines(path):
        try:
            yield task(data, where)
        except (KeyError, TypeError) as error:
            raise ArticleError(f"{where}: not doccano's ({error}); export as JSONL with relations") from error


def task(data: dict[str, Any], where: str) -> Task:
    """The task of a line; notes of spans that are no longer there go unread."""
    notes = data.get("notes") or {}
    spans = []
    for entity in data["entities"]:
        start, end = settled(data["text"], entity["start_offset"], entity["end_offset"], None, where)
        span = Span(str(entity["id"]), entity["label"], start, end)
        spans.append(Span(span.id, span.label, start, end, notes_of(notes.get(key(span), ""))))
    links = (Link(str(r["from_id"]), str(r["to_id"]), r["type"]) for r in data.get("relations") or [])
    name = str(data.get("doc_id") or data.get("id") or where)
    return Task(name, data["text"], data.get("published"), tuple(spans), tuple(links))
