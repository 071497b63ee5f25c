"""Label Studio's JSON: one array of tasks with predictions out, with annotations in. Notes are the regions' meta text.

Beside the tasks stands ``<name>.xml``, the labelling interface to paste into the project's settings.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ..errors import ArticleError
from ..json_lines import line
from .task import ROLES, Link, Span, Task, labels, noted, notes_of, settled


def write(tasks: Iterable[Task], out: Path) -> int:
    """Write the array, a task at a time, and the interface beside it."""
    out.with_suffix(".xml").write_text(interface(), "utf-8")
    count = 0
    with out.open("wb") as file:
        file.write(b"[\n")
        for task in tasks:
            file.write(b"," * (count > 0) + line(row(task)))
            count += 1
        file.write(b"]\n")
    return count


def interface() -> str:
    """The labelling interface: every label, every role."""
    told = "".join(f'    <Label value="{label}"/>\n' for label in labels())
    roles = "".join(f'    <Relation value="{role}"/>\n' for role in ROLES)
    text = '  <Text name="text" value="$text" granularity="symbol"/>\n'
    spans = f'  <Labels name="label" toName="text">\n{told}  </Labels>\n'
    return f"<View>\n{spans}  <Relations>\n{roles}  </Relations>\n{text}</View>\n"


def row(task: Task) -> dict[str, object]:
    """An article as Label Studio has it; what was found is a prediction, to be made an annotation."""
    links = [
        {
            "from_id": link.trigger,
            "to_id": link.argument,
            "type": "relation",
            "direction": "right",
            "labels": [link.role],
        }
        for link in task.links
    ]
    data = {"text": task.text, "id": task.id, "published": task.published}
    result = [*(region(task, span) for span in task.spans), *links]
    return {"data": data, "predictions": [{"model_version": "newsevents", "result": result}]}


def region(task: Task, span: Span) -> dict[str, object]:
    """A span as a region."""
    value = {"start": span.start, "end": span.end, "text": task.words(span), "labels": [span.label]}
    named: dict[str, object] = {
        "id": span.id,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": value,
    }
    return {**named, "meta": {"text": [noted(span.notes)]}} if span.notes else named


def read(path: Path) -> Iterator[Task]:
    """The annotated tasks of an export; where several people annotated a task, the first who did not cancel."""
    try:
        tasks = json.loads(path.read_text("utf-8-sig"))
    except ValueError as error:
        raise ArticleError(f"{path}: not JSON ({error}); export as JSON") from error
    for number, data in enumerate(tasks, 1):
        where = f"{path}: task {number}"
        try:
            done = [found for found in data.get("annotations") or [] if not found.get("was_cancelled")]
            if done:
                yield task(data["data"], done[0]["result"], where)
        except (AttributeError, KeyError, TypeError) as error:
            raise ArticleError(f"{where}: not Label Studio's ({error}); export as JSON, not JSON-MIN") from error


def task(data: dict[str, Any], result: list[dict[str, Any]], where: str) -> Task:
    """The task of one annotation."""
    spans = tuple(span(found, data["text"], where) for found in result if found["type"] == "labels")
    relations = (found for found in result if found["type"] == "relation")
    links = tuple(Link(r["from_id"], r["to_id"], (r.get("labels") or ["casualty"])[0]) for r in relations)
    return Task(str(data.get("id") or where), data["text"], data.get("published"), spans, links)


def span(found: dict[str, Any], text: str, where: str) -> Span:
    """The span of a region."""
    value = found["value"]
    start, end = settled(text, value["start"], value["end"], value.get("text"), where)
    notes = notes_of("; ".join((found.get("meta") or {}).get("text") or ()))
    return Span(found["id"], value["labels"][0], start, end, notes)
