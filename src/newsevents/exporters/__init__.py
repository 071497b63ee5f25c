"""Exporters: records in somebody's columns. A format is a module here and a row in FORMATS."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import PurePath
from typing import BinaryIO, Protocol

from ..errors import MissingExtra, NewseventsError
from ..schema import Record

FORMATS = {
    "jsonl": (".jsonl", ".ndjson"),
    "csv": (".csv",),
    "xlsx": (".xlsx",),
    "parquet": (".parquet",),
    "geojson": (".geojson",),
    "acled": (),
    "ucdp-ged": (),
    "plover": (),
    "polecat": (".tsv",),
    "csv-hxl": (),
    "xlsx-hxl": (),
}
BINARY = frozenset({"xlsx", "xlsx-hxl", "parquet"})
_LINES = ("", ".json")
_EXTRA = {"xlsx": "xlsx", "xlsx-hxl": "xlsx", "parquet": "parquet"}


class Exporter(Protocol):
    """What each module of this package fulfils."""

    def write(self, records: Iterable[Record], stream: BinaryIO) -> int:
        """Write the records and give how many were written; fewer where the format has no row for some."""
        ...


def exporter(name: str) -> Exporter:
    """The exporter of that name. Raises NewseventsError for an unknown name, MissingExtra for a missing package."""
    if name not in FORMATS:
        raise NewseventsError(f"no format {name!r}; choose one of {', '.join(FORMATS)}")
    try:
        module: Exporter = import_module(f".{name.replace('-', '_')}", __name__)
    except ImportError as error:
        command = f"pip install 'newsevents[{_EXTRA.get(name, 'all')}]'"
        raise MissingExtra(f"{name} needs more packages; {command}") from error
    return module


def format_of(path: str) -> str:
    """The format that a file's name asks for; JSON Lines where it has no suffix.

    Raises NewseventsError for a suffix that no format has: letter.docx, news.jsonl.gz.
    """
    suffix = PurePath(path).suffix.casefold()
    if suffix in _LINES:
        return "jsonl"
    found = next((name for name, suffixes in FORMATS.items() if suffix in suffixes), None)
    if found is None:
        raise NewseventsError(f"{path}: no format is known by {suffix}; add --to and one of {', '.join(FORMATS)}")
    return found
