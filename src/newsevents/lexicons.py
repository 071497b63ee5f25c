"""The tables in data/ (and in a user's folders) as rows and Patterns; errors name file and line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from .errors import LexiconError
from .gazetteers import ENDINGS, is_ours, read_gazetteer
from .patterns import Patterns
from .roots import Roots
from .schema import Row

DATA = Path(__file__).parent / "data"


class Lexicons:
    """The tables that one pipeline reads: ours first, then each folder of the user's.

    A folder has the same names as ours (``triggers/killing.tsv``, ``places/ly.tsv``) or new ones in the same
    sub-folders. Its rows come after ours; where the words are the same, the later row wins.
    """

    def __init__(self, folders: Iterable[str | Path] = (), countries: Iterable[str] = ()) -> None:
        self.folders = (DATA, *(existing(Path(folder)) for folder in folders))
        self.countries = frozenset(country.casefold() for country in countries)
        self._rows: dict[str, tuple[Row, ...]] = {}
        self._patterns: dict[str, Patterns] = {}
        self._roots = Roots()

    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of ``cues.tsv``, or of every file in ``triggers/``."""
        if table not in self._rows:
            self._rows[table] = tuple(row for folder in self.folders for row in read_table(folder, table))
        return self._rows[table]

    def patterns(self, table: str) -> Patterns:
        """The rows of a table as one matcher, built when first asked for."""
        if table not in self._patterns:
            self._patterns[table] = self.matcher(self.rows(table))
        return self._patterns[table]

    def matcher(self, rows: Iterable[Row]) -> Patterns:
        """Rows of one or more tables as one matcher; all of a pipeline look up an article's words together."""
        return Patterns(rows, self._roots)


def existing(folder: Path) -> Path:
    """The folder, or an error that says what was expected."""
    if not folder.is_dir():
        raise LexiconError(f"{folder}: no such folder; a lexicon folder holds tables such as triggers/killing.tsv")
    return folder


def read_table(folder: Path, table: str) -> Iterator[Row]:
    """The rows of one table of one folder; none where the folder has no such table."""
    for path in files(folder, table):
        name = path.relative_to(folder).as_posix()
        foreign = folder != DATA and table == "places/" and not is_ours(header_of(path))
        yield from read_gazetteer(path, name) if foreign else read_tsv(path, name)


def header_of(path: Path) -> list[str]:
    """The columns of a plain table: its first line that is no comment; none of a packed one."""
    if path.suffix == ".gz":
        return []
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        return next(
            (line.rstrip("\r\n").split("\t") for line in lines if line.strip() and not line.startswith("#")), []
        )


def files(folder: Path, table: str) -> list[Path]:
    """The files that make a table: itself, or all .tsv in the folder of that name ("triggers/")."""
    path = folder / table
    if table == "places/" and folder != DATA:
        return sorted(file for file in path.glob("*") if file.name.endswith(ENDINGS))
    if table.endswith("/"):
        return sorted(path.glob("*.tsv"))
    return [path] if path.is_file() else []


@cache
def read_tsv(path: Path, name: str) -> tuple[Row, ...]:
    """Tab-separated rows under a header line; ``#`` starts a comment line; no quoting."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise LexiconError(f"{name}: not UTF-8 at byte {error.start}; save the table as UTF-8") from error
    return tuple(parse_rows(lines, name))


def parse_rows(lines: Iterable[str], name: str) -> Iterator[Row]:
    """Rows from lines, each with its source; a row of the wrong width is refused."""
    header: list[str] = []
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\r")
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if not header:
            header = cells
        elif len(cells) != len(header):
            raise LexiconError(
                f"{name}:{number}: {len(cells)} cells, but the header has {len(header)}: {', '.join(header)}"
            )
        else:
            yield Row(f"{name}:{number}", dict(zip(header, cells, strict=True)))
