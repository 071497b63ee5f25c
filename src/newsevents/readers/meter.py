"""How far the reading has come, by bytes of the files as they lie on the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from ..errors import ArticleError
from .files import STANDARD_INPUT, sources


class Meter:
    """Counts the bytes that are read of the inputs; without inputs it knows nothing."""

    def __init__(self, inputs: Iterable[str] = ()) -> None:
        given = list(inputs)
        found = [] if STANDARD_INPUT in given else [s.path for s in sources(given) if not isinstance(s, ArticleError)]
        self._sizes = {path: Path(path).stat().st_size for path in found}
        self._before = 0
        self._path: str | None = None
        self._tell: Callable[[], int] = int

    def begin(self, path: str, tell: Callable[[], int]) -> None:
        """A file is opened, or the next member of an archive; ``tell`` gives where in the file reading stands."""
        if path != self._path:
            self._before += self._sizes.get(self._path or "", 0)
        self._path, self._tell = path, tell

    @property
    def share(self) -> float | None:
        """0 to 1; None where the size of the input is not known."""
        total = sum(self._sizes.values())
        if not total:
            return None
        try:
            return min(1.0, (self._before + self._tell()) / total)
        except ValueError:  # the file is read and closed
            return min(1.0, (self._before + self._sizes.get(self._path or "", 0)) / total)
