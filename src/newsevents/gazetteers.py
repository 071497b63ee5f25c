"""Gazetteers of others as rows of places/: a GeoNames dump (XX.txt), or a TSV or CSV with name, lat and lon."""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from .errors import LexiconError
from .schema import Row

ENDINGS = (".tsv", ".csv", ".txt", ".tsv.gz", ".csv.gz", ".txt.gz")
_DUMP = (
    "id name ascii alternatenames lat lon class code cc cc2 admin1 admin2 admin3 admin4 population elevation dem"
    " timezone modified"
).split()
_COLUMNS = {
    "name": ("ar", "name_ar", "arabic", "الاسم", "name", "alternatenames"),
    "name_en": ("en", "name_en", "english", "ascii", "asciiname"),
    "lat": ("lat", "latitude", "y"),
    "lon": ("lon", "lng", "long", "longitude", "x"),
    "country": ("cc", "country", "iso", "country_code"),
    "population": ("population", "pop"),
    "id": ("id", "geonameid"),
}
_ARABIC = re.compile(r"[\u0621-\u064a\u0670-\u06d3][\u0621-\u0652\u0670-\u06d3 '\-]*")
_AREAS = frozenset(("A", "L", "T", "H"))
_LARGE, _TOWN = 100_000, 10_000


def is_ours(header: Sequence[str]) -> bool:
    """Whether a table has our columns already."""
    return "pattern" in header


@cache
def read_gazetteer(path: Path, name: str) -> tuple[Row, ...]:
    """The places of a file that have an Arabic name and coordinates."""
    return tuple(row for number, cells in table(path, name) if (row := place(cells, f"{name}:{number}")))


def table(path: Path, name: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The numbered lines of a file by column; a GeoNames dump has no header."""
    text = opened(path)
    first = text.partition("\n")[0]
    dump = first.count("\t") == len(_DUMP) - 1 and first.split("\t")[0].isdecimal()
    comma = "\t" not in first
    reader = csv.DictReader(
        io.StringIO(text),
        fieldnames=_DUMP if dump else None,
        delimiter="," if comma else "\t",
        quoting=csv.QUOTE_MINIMAL if comma else csv.QUOTE_NONE,
    )
    header = [column.casefold().strip("\ufeff ") for column in reader.fieldnames or ()]
    reader.fieldnames = header
    if any(column(header, wanted) is None for wanted in ("name", "lat", "lon")):
        raise LexiconError(f"{name}: a gazetteer has a name, lat and lon; this has {', '.join(header)}")
    for cells in reader:
        yield reader.line_num, cells


def opened(path: Path) -> str:
    """The text of a file, packed or not."""
    try:
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        return data.decode("utf-8-sig")
    except (UnicodeDecodeError, gzip.BadGzipFile, EOFError) as error:
        raise LexiconError(f"{path.name}: cannot be read as UTF-8 text ({error})") from error


def column(header: Sequence[str], wanted: str) -> str | None:
    """The file's own name of a column."""
    return next((name for name in _COLUMNS[wanted] if name in header), None)


def place(cells: Mapping[str, str], source: str) -> Row | None:
    """A line as a row of places/; nothing without an Arabic name or without coordinates."""

    def cell(wanted: str) -> str:
        return next((cells[name].strip() for name in _COLUMNS[wanted] if cells.get(name)), "")

    arabic = list(dict.fromkeys(spelling for part in _COLUMNS["name"] for spelling in spellings(cells.get(part) or "")))
    if not arabic or not (cell("lat") and cell("lon")) or cells.get("class") in _AREAS:
        return None
    country, people = cell("country").casefold(), cell("population")
    found = {
        "pattern": f"({'|'.join(arabic)})",
        "id": f"{Path(source.rpartition(':')[0]).name.partition('.')[0]}-{cell('id') or source.rpartition(':')[2]}",
        "name": arabic[0],
        "name_en": cell("name_en"),
        "kind": "town",
        "parent": country if len(country) == 2 else "",
        "country": country if len(country) == 2 else "",
        "lat": cell("lat"),
        "lon": cell("lon"),
        "rank": rank(int(people) if people.isdecimal() else 0),
        "needs": "",
    }
    return Row(source, found)


def spellings(names: str) -> list[str]:
    """The Arabic names of a cell that lists them with | or commas."""
    return [name for part in re.split("[|,،]", names) if _ARABIC.fullmatch(name := part.strip())]


def rank(people: int) -> str:
    """How well known a place is by its people; 1 counts only behind a class word or a preposition."""
    return "4" if people >= _LARGE else "3" if people >= _TOWN else "1"
