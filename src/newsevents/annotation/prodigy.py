"""Prodigy's JSONL for rel.manual: tokens, spans and relations. Notes are a key of the span, which Prodigy keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from ..errors import ArticleError
from .lines import read_lines, write_lines
from .task import Link, Span, Task, noted, notes_of, settled

_TOKEN = re.compile(r"\S+|\s")


def write(tasks: Iterable[Task], out: Path) -> int:
    """Write a line an article."""
    return write_lines(map(row, tasks), out)


def row(task: Task) -> dict[str, object]:
    """An article as Prodigy has it."""
    tokens = tokenized(task)
    spans = {span.id: placed(span, tokens) for span in task.spans}
    return {
        "text": task.text,
        "meta": {"id": task.id, "published": task.published},
        "tokens": tokens,
        "spans": list(spans.values()),
        "relations": [related(spans[link.trigger], spans[link.argument], link.role) for link in task.links],
    }


def tokenized(task: Task) -> list[dict[str, Any]]:
    """Words and white space, cut also where a span begins or ends, such as behind a proclitic."""
    cuts = {offset for span in task.spans for offset in (span.start, span.end)}
    tokens: list[dict[str, Any]] = []
    for match in _TOKEN.finditer(task.text):
        bounds = [match.start(), *(n for n in range(match.start() + 1, match.end()) if n in cuts), match.end()]
        for start, end in pairwise(bounds):
            if task.text[start:end] == " " and tokens and not tokens[-1]["ws"]:
                tokens[-1]["ws"] = True
            else:
                place = {"start": start, "end": end, "id": len(tokens)}
                tokens.append({"text": task.text[start:end], **place, "ws": False})
    return tokens


def placed(span: Span, tokens: list[dict[str, Any]]) -> dict[str, Any]:
    """A span with the tokens it reaches over."""
    inside = [token["id"] for token in tokens if token["end"] > span.start and token["start"] < span.end]
    bounds = {"start": span.start, "end": span.end, "token_start": inside[0], "token_end": inside[-1]}
    return {**bounds, "label": span.label, "id": span.id, "note": noted(span.notes)}


def related(head: dict[str, Any], child: dict[str, Any], role: str) -> dict[str, Any]:
    """A relation; it names its spans by their last tokens, and whole."""
    ends = {"head": head["token_end"], "child": child["token_end"]}
    return {**ends, "head_span": head, "child_span": child, "label": role}


def read(path: Path) -> Iterator[Task]:
    """The accepted tasks of a file that Prodigy exported."""
    for where, data in read_lines(path):
        if data.get("answer", "accept") != "accept":
            continue
        try:
            yield task(data, where)
        except (KeyError, TypeError) as error:
            raise ArticleError(f"{where}: not Prodigy's ({error}); export with prodigy db-out") from error


def task(data: dict[str, Any], where: str) -> Task:
    """The task of a line. Relations find their spans by label and bounds, for Prodigy does not know our ids."""
    spans: dict[tuple[str, int, int, str], Span] = {}
    for number, found in enumerate(data["spans"], 1):
        start, end = settled(data["text"], found["start"], found["end"], None, where)
        spans[key(found)] = Span(str(number), found["label"], start, end, notes_of(found.get("note") or ""))
    links = [link(relation, spans) for relation in data.get("relations") or []]
    meta = data.get("meta") or {}
    return Task(str(meta.get("id") or where), data["text"], meta.get("published"), tuple(spans.values()), tuple(links))


def link(relation: dict[str, Any], spans: dict[tuple[str, int, int, str], Span]) -> Link:
    """The link of a relation; a span that lost its note on the way is found by the rest."""
    head, child = (nearest(relation[side], spans) for side in ("head_span", "child_span"))
    return Link(head.id, child.id, relation["label"])


def nearest(found: dict[str, Any], spans: dict[tuple[str, int, int, str], Span]) -> Span:
    """The span that a relation names."""
    wanted = key(found)
    return spans.get(wanted) or next(span for each, span in spans.items() if each[:3] == wanted[:3])


def key(found: dict[str, Any]) -> tuple[str, int, int, str]:
    """What names a span: label, bounds, and the id that we gave it."""
    return found["label"], found["start"], found["end"], str(found.get("id") or "")
