"""From what the user named to the files meant: files, folders, patterns, members of .zip, pipes, standard input."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ..errors import ArticleError

KINDS = {
    ".txt": "txt",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
}
STANDARD_INPUT = "-"
_HELD = f"it may hold {' '.join(KINDS)}, also as .gz"
_ENCRYPTED = 1  # bit of a zip member's flags
_FORKS = "__MACOSX"  # what macOS packs beside each file


@dataclass(frozen=True, slots=True)
class Source:
    """One file, or one member of a zip archive that stays open while its members are read."""

    path: str
    member: zipfile.ZipInfo | None = None
    archive: zipfile.ZipFile | None = None

    @property
    def name(self) -> str:
        """The name for messages: ``news.zip/a.txt``."""
        return self.path if self.member is None else f"{self.path}/{self.member.filename}"

    @property
    def kind(self) -> str | None:
        """The reader for it, by its suffix; None where no reader knows it."""
        return kind_of(self.name)

    @property
    def piped(self) -> bool:
        """Whether it is standard input or a named pipe, which have no suffix to go by."""
        return self.path == STANDARD_INPUT or (self.member is None and Path(self.path).is_fifo())


def kind_of(name: str) -> str | None:
    """The reader for a file of that name; None where no reader knows it."""
    path = PurePosixPath(name.replace("\\", "/"))
    suffixes = [suffix.casefold() for suffix in path.suffixes if suffix.casefold() != ".gz"]
    return KINDS.get(suffixes[-1]) if suffixes else None


def is_archive(name: str) -> bool:
    """Whether the file is an archive by its name."""
    return name.casefold().endswith(".zip")


def sources(inputs: Iterable[str]) -> Iterator[Source | ArticleError]:
    """The files that the inputs name, in order; an input that names none is an error that says so."""
    for given in inputs:
        found = [Source(path) for path in paths(given)]
        if given and not found and Path(given).is_dir():
            yield ArticleError(f"{given}: the folder holds no file that can be read; {_HELD}, or .zip")
        elif not found:
            yield ArticleError(
                f"{given or repr(given)}: no such file; check the name, or quote a pattern such as 'news/*.jsonl'"
            )
        for source in found:
            yield from members(source.path) if is_archive(source.path) else [source]


def paths(given: str) -> list[str]:
    """The files that one input names: itself, what a folder holds, or what a pattern matches."""
    path = Path(given)
    if given == STANDARD_INPUT or (given and (path.is_file() or path.is_fifo())):
        return [given]
    if given and path.is_dir():
        return [str(found) for found in walk(path)]
    return sorted(str(found) for found in matches(path) if found.is_file())


def walk(folder: Path) -> Iterator[Path]:
    """The readable kinds of files below a folder, sorted; links to folders are not followed, so loops cannot be.

    A link that leads nowhere is kept, so that it is said; pipes and the like, which would wait for ever, are not.
    """
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not hidden(name))
        for path in (Path(parent) / name for name in sorted(names)):
            wanted = (kind_of(path.name) or is_archive(path.name)) and not hidden(path.name)
            if wanted and (path.is_file() or path.is_symlink()):
                yield path


def matches(pattern: Path) -> Iterator[Path]:
    """What a pattern matches; ``**`` follows no links, so loops cannot be."""
    parts = pattern.parts[bool(pattern.anchor) :]
    if not any(sign in part for part in parts for sign in "*?["):
        return
    for found in Path(pattern.anchor).glob("/".join(parts)):
        if not any(hidden(part) and part not in parts for part in found.parts):
            yield found


def hidden(name: str) -> bool:
    """Whether a name is one that people do not see: ``.git``, ``._a.txt``, ``__MACOSX``."""
    return name.startswith(".") or name == _FORKS


def members(path: str) -> Iterator[Source | ArticleError]:
    """The readable members of an archive. They are read in place, so names such as ../../x do no harm."""
    try:
        with zipfile.ZipFile(path) as archive:
            held = sorted((info for info in archive.infolist() if is_wanted(info)), key=lambda info: info.filename)
            yield from (member(path, info, archive) for info in held)
            if not held:
                yield ArticleError(f"{path}: holds no file that can be read; {_HELD}")
    except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile) as error:
        yield ArticleError(f"{path}: cannot be opened as a zip archive ({error}); pack it again")


def is_wanted(info: zipfile.ZipInfo) -> bool:
    """Whether a member is of a kind that can be read, or an archive, of which something must be said."""
    parts = [part for part in info.filename.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    named = bool(kind_of(info.filename)) or is_archive(info.filename)
    return named and not info.is_dir() and not any(map(hidden, parts))


def member(path: str, info: zipfile.ZipInfo, archive: zipfile.ZipFile) -> Source | ArticleError:
    """A member as a source, or why it cannot be read."""
    name = f"{path}/{info.filename}"
    if info.flag_bits & _ENCRYPTED:
        return ArticleError(f"{name}: is encrypted; unpack it with its password and give what comes out")
    if is_archive(info.filename):
        return ArticleError(f"{name}: an archive in an archive; unpack the outer one first")
    return Source(path, info, archive)
