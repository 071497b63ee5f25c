"""brat's standoff: a folder with <name>.txt and <name>.ann for each article, annotation.conf, and articles.jsonl.

T1<tab>air_strike 10 14<tab>words       a span; one over several lines is given in pieces, as brat wants it
E1<tab>air_strike:T1 location:T2        an event: its trigger, then its arguments by role
#1<tab>AnnotatorNotes T2<tab>note       the notes of a span
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ..errors import ArticleError
from ..json_lines import line
from .task import ARGUMENTS, ROLES, Link, Span, Task, noted, notes_of, settled, types

_UNSAFE = re.compile(r"[^\w-]")
_ROLE = re.compile(r"([a-z]+)\d*")


def write(tasks: Iterable[Task], out: Path) -> int:
    """Write the folder and give the number of articles."""
    out.mkdir(parents=True, exist_ok=True)
    (out / "annotation.conf").write_text(configuration(), "utf-8")
    count = 0
    with (out / "articles.jsonl").open("wb") as index:
        for count, task in enumerate(tasks, 1):
            name = f"{count:05}_{_UNSAFE.sub('_', task.id)[:40]}"
            index.write(line({"file": name, "id": task.id, "published": task.published}))
            (out / f"{name}.txt").write_bytes(task.text.encode("utf-8", "replace"))
            (out / f"{name}.ann").write_bytes("".join(lines(task)).encode("utf-8", "replace"))
    return count


def configuration() -> str:
    """The labels and roles, as brat wants them told."""
    entities = "\n".join(ARGUMENTS)
    wanted = ", ".join(f"{role}*:<ENTITY>" for role in ROLES)
    events = "\n".join(f"{name}\t{wanted}" for name in types())
    return f"[entities]\n{entities}\n\n[relations]\n\n[events]\n{events}\n\n[attributes]\n"


def lines(task: Task) -> Iterator[str]:
    """The lines of an .ann file."""
    for span in task.spans:
        yield f"{span.id}\t{span.label} {pieces(task, span)}\t{' '.join(task.words(span).split(chr(10)))}\n"
    for number, trigger in enumerate((span for span in task.spans if span.label in types()), 1):
        yield f"E{number}\t{' '.join([f'{trigger.label}:{trigger.id}', *roles(task, trigger)])}\n"
    for number, span in enumerate((span for span in task.spans if span.notes), 1):
        yield f"#{number}\tAnnotatorNotes {span.id}\t{noted(span.notes)}\n"


def pieces(task: Task, span: Span) -> str:
    """The bounds of a span, broken at line ends: "10 14;15 20"."""
    cuts = [n for n in range(span.start, span.end) if task.text[n] == "\n"]
    bounds = zip([span.start, *(n + 1 for n in cuts)], [*cuts, span.end], strict=True)
    return ";".join(f"{start} {end}" for start, end in bounds)


def roles(task: Task, trigger: Span) -> Iterator[str]:
    """The arguments of a trigger; brat numbers those of one role from the second on."""
    seen: dict[str, int] = {}
    for link in task.links:
        if link.trigger == trigger.id:
            seen[link.role] = number = seen.get(link.role, 0) + 1
            yield f"{link.role}{number if number > 1 else ''}:{link.argument}"


def read(path: Path) -> Iterator[Task]:
    """The tasks of a folder; an article that the list does not have is named after its file."""
    listed = path / "articles.jsonl"
    listing = listed.read_text("utf-8").splitlines() if listed.is_file() else []
    known: dict[str, dict[str, str]] = {row["file"]: row for row in map(json.loads, listing)}
    for file in sorted(path.glob("*.ann")):
        row = known.get(file.stem, {"id": file.stem})
        text = file.with_suffix(".txt").read_bytes().decode("utf-8")
        try:
            yield task(row, text, file)
        except (IndexError, KeyError, ValueError) as error:
            raise ArticleError(f"{file}: not brat's standoff ({error}); give the folder as brat has it") from error


def task(row: dict[str, str], text: str, file: Path) -> Task:
    """The task of an .ann file."""
    found = [each.split("\t") for each in file.read_bytes().decode("utf-8").split("\n") if each]
    notes = {cells[1].split()[1]: notes_of(cells[2]) for cells in found if cells[0][0] == "#" and len(cells) > 2}
    spans = tuple(span(cells, text, notes, file) for cells in found if cells[0][0] == "T")
    links = tuple(link for cells in found if cells[0][0] == "E" for link in event(cells[1]))
    return Task(row["id"], text, row.get("published"), spans, links)


def span(cells: list[str], text: str, notes: dict[str, dict[str, str]], file: Path) -> Span:
    """The span of a T line, from its first piece to its last."""
    label, _, bounds = cells[1].partition(" ")
    offsets = [int(n) for n in re.findall(r"\d+", bounds)]
    words = cells[2] if len(offsets) == 2 else None
    start, end = settled(text, offsets[0], offsets[-1], words, f"{file}: {cells[0]}")
    return Span(cells[0], label, start, end, notes.get(cells[0], {}))


def event(told: str) -> Iterator[Link]:
    """The links of an E line."""
    (_, trigger), *arguments = (part.split(":") for part in told.split())
    for role, argument in arguments:
        if match := _ROLE.fullmatch(role):
            yield Link(trigger, argument, match[1])
