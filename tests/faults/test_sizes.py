"""Inputs that are too large: long lines, bombs, long articles, and expressions that an adversary would slow down.

``make test`` takes small sizes; ``make stress`` sets STRESS and takes them whole.
"""

from __future__ import annotations

import gzip
import importlib
import os
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from newsevents import api
from newsevents.readers import read
from newsevents.readers.encodings import declared
from newsevents.stages import structure, tokens

STRESS = bool(os.environ.get("STRESS"))
TEXT = "قتل ثلاثة جنود في هجوم على القطرون."
PROSE = "وقال المتحدث إن الأسواق شهدت إقبالا واسعا من المواطنين وسط أجواء معتدلة في معظم أحياء المدينة القديمة. "
LINE = (100 if STRESS else 5) << 20
needs_proc = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc: memory is NOT tested")
_PEAK = """
import re, sys
from pathlib import Path
from newsevents.readers import read
items = list(read([sys.argv[1]]))
most = re.search(r"VmHWM:\\s*([0-9]+)", Path("/proc/self/status").read_text())
print([item.article is not None for item in items], int(most[1]) // 1024)
"""


def peak(path: Path) -> tuple[str, int]:
    """What was read of a file, and the megabytes that it took."""
    done = subprocess.run([sys.executable, "-c", _PEAK, str(path)], check=True, capture_output=True, text=True)
    told, _, megabytes = done.stdout.strip().rpartition(" ")
    return told, int(megabytes)


@needs_proc
def test_one_line_of_many_megabytes_costs_no_more_than_itself(tmp_path: Path) -> None:
    good = f'{{"text": "{TEXT}"}}\n'.encode()
    (tmp_path / "a.jsonl").write_bytes(good + b"x" * LINE + b"\n" + good)
    told, megabytes = peak(tmp_path / "a.jsonl")

    assert told == "[True, False, True]"
    assert megabytes < 150 + 5 * min(LINE, 64 << 20) / (1 << 20)


@needs_proc
@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.zip", *(["a.csv.gz"] if STRESS else [])])
def test_a_bomb_is_refused_by_its_ratio_and_costs_little_memory(name: str, tmp_path: Path) -> None:
    size = (1 << 30) if STRESS else (80 << 20)
    if name == "a.zip":
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.txt", b"a" * size)
    else:
        with gzip.open(tmp_path / name, "wb", compresslevel=1) as packed:
            packed.write(b"text\n")
            for _ in range(size >> 20):
                packed.write(b"a" * (1 << 20))
    told, megabytes = peak(tmp_path / name)

    assert "True" not in told.split(",")[-1]
    assert megabytes < 700


@pytest.mark.parametrize("name", ["../../x.txt", "/etc/x.txt", "C:\\x.txt", "..\\..\\x.txt", "a/../x.txt", "خبر/x.txt"])
def test_odd_names_in_archives_are_read_in_place(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "er"
    folder.mkdir(parents=True)
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.writestr(name, TEXT)
    [item] = read([str(folder / "a.zip")])

    assert (item.article.id, item.article.text) == ("x", TEXT)
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == ["a.zip"]


def test_an_article_of_many_words_is_read() -> None:
    text = PROSE * ((50_000 if STRESS else 5_000) // 16) + TEXT

    assert [record.fatalities["best"] for record in api.extract(text)] == [3]


EXPRESSIONS = [
    ("newsevents.stages.tokens", ["_CHUNK", "_PLAIN", "_PARTS", "_WORDS", "_HALVES"]),
    ("newsevents.stages.structure", ["_WORD", "_LINE", "_BULLET", "_DASH", "_YEAR", "_SHARE"]),
    ("newsevents.syntax", ["_ITEM"]),
    ("newsevents.check.examples", ["_MARK"]),
    ("newsevents.annotation.prodigy", ["_TOKEN"]),
    ("newsevents.annotation.brat", ["_ROLE", "_UNSAFE"]),
]
NASTY = [
    " ",
    "a",
    "ا",
    "-",
    "- ",
    "(",
    "[",
    "#",
    "#a ",
    "{a",
    "1",
    "1 ",
    "١.",
    ".",
    "\n",
    "\t",
    "ـ",
    "ً",
    "2022",
    "a-",
    "@a.",
]


def used(expression: re.Pattern[str], text: str) -> None:
    """Use the expression as the pipeline does: a bullet is looked for at the beginning alone."""
    if expression is structure._BULLET:
        expression.match(text)
    else:
        for _ in expression.finditer(text):
            pass


def slowest(work: Callable[[], object]) -> float:
    """The least of three times of this process alone, so that other programs count little."""
    times = []
    for _ in range(3):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


@pytest.mark.parametrize(("module", "name"), [(m, n) for m, names in EXPRESSIONS for n in names])
def test_an_expression_takes_linear_time(module: str, name: str) -> None:
    """Sixteen times the input may take about sixteen times as long; quadratic would take 256 times."""
    expression = getattr(importlib.import_module(module), name)
    for piece in NASTY:
        small, large = (piece * (n // len(piece)) + "\u0001" for n in (2_500, 40_000))
        base, much = (slowest(lambda text=text: used(expression, text)) for text in (small, large))
        assert much < 100 * max(base, 0.0005), (name, piece, base, much)


@pytest.mark.parametrize("piece", ["1 ", " ", "1" + " " * 100, "1/", "يناير ", "a, "])
def test_a_cell_of_any_length_is_no_date_at_once(piece: str) -> None:
    from newsevents.readers.published import day_of

    began = time.perf_counter()
    with pytest.raises(ValueError, match="date"):
        day_of("1 " + piece * 50_000 + "x")
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("piece", [b"<meta ", b"<meta charset=", b"<meta charset= '", b"a", b" ", b">"])
def test_the_encoding_of_a_page_is_looked_for_in_linear_time(piece: bytes) -> None:
    small, large = (piece * (n // len(piece)) + b"\1" for n in (2_500, 40_000))
    base, much = (slowest(lambda page=page: declared(page)) for page in (small, large))

    assert much < 100 * max(base, 0.0005), (base, much)


def test_modules_with_expressions_are_all_listed() -> None:
    """A new expression in the pipeline is put to the test above."""
    for module in (structure, tokens):
        found = {n for n, value in vars(module).items() if type(value).__name__ == "Pattern"}
        assert found == set(dict(EXPRESSIONS)[module.__name__])
