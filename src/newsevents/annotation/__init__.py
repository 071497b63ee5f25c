"""Annotation tools: articles with their events out as tasks, corrected by people, and in again as gold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol

from ..errors import ArticleError, NewseventsError
from .task import Task

__all__ = ["TOOLS", "Task", "tool", "tool_of"]

TOOLS = ("label-studio", "doccano", "prodigy", "brat")
HEAD = 1 << 16


class Tool(Protocol):
    """What each module of a tool fulfils."""

    def write(self, tasks: Iterable[Task], out: Path) -> int:
        """Write the tasks in the tool's form and give how many they were."""
        ...

    def read(self, path: Path) -> Iterator[Task]:
        """The tasks of a file that the tool exported. Raises ArticleError for what is none of its."""
        ...


def tool(name: str) -> Tool:
    """The module of a tool. Raises NewseventsError for an unknown name."""
    if name not in TOOLS:
        raise NewseventsError(f"no annotation tool {name!r}; choose one of {', '.join(TOOLS)}")
    module: Tool = import_module(f".{name.replace('-', '_')}", __name__)
    return module


def tool_of(path: Path) -> str:
    """The tool that a file comes from: brat has folders, Label Studio one array, doccano entities, Prodigy spans."""
    if path.is_dir():
        return "brat"
    with path.open("rb") as file:
        head = file.read(HEAD).removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"["):
        return "label-studio"
    for name, key in (("doccano", b'"entities"'), ("prodigy", b'"spans"')):
        if key in head:
            return name
    raise ArticleError(f"{path}: no annotation tool writes such files; name the tool with --tool {'|'.join(TOOLS)}")
