"""What can be wrong with the letters of a table: signs that look like others, or like nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

FAULTS = {
    "a Persian ی; write ي or ى": re.compile("ی"),
    "a Persian ک; write ك": re.compile("ک"),
    "a tatweel ـ; leave it out": re.compile("ـ"),
    "a direction mark that cannot be seen; delete it": re.compile(
        "[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]"
    ),
    "two spaces; write one": re.compile(r"(?<=\S) {2,}(?=\S)"),
    "a space at the end of a cell; delete it": re.compile(r"(?<=[^\t ]) +(?=\t|$)"),
}


def problems(path: Path, name: str) -> Iterator[str]:
    """The faults of a file's lines; comments and examples are for people and may have any letters."""
    examples: int | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8-sig", errors="replace").split("\n"), 1):
        if line.startswith("#") or not line.strip():
            continue
        cells = line.rstrip("\r").split("\t")
        if examples is None:
            examples = cells.index("example") if "example" in cells else len(cells)
        told = "\t".join(cells[:examples])
        yield from (f"{name}:{number}: has {what}" for what, fault in FAULTS.items() if fault.search(told))
