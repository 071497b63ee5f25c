"""newsevents check: each kind of fault in a table is found, with file and line; a sound table has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsevents.check import problems
from newsevents.errors import LexiconError

TRIGGERS = "pattern\tevent_type\tharm\tvoice\texample\n"
GOOD = "(نكّل|نكّلت) بالأسرى\tattack\t\tactive\t[نكّلت بالأسرى] في السجن\n"


def told(tmp_path: Path, name: str, text: str, *, examples: bool = False) -> list[str]:
    """The problems of a folder with one table."""
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return list(problems(tmp_path, examples=examples))


def test_a_sound_table_has_no_problem(tmp_path: Path) -> None:
    assert told(tmp_path, "triggers/x.tsv", TRIGGERS + GOOD, examples=True) == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("قصف\tshelling\n", "2 cells, but the header has 5"),
        ("عملیة\tattack\t\tnoun\t[عملية]\n", "a Persian ی"),
        ("کمين\tattack\t\tnoun\t[كمين]\n", "a Persian ک"),
        ("كمـين\tattack\t\tnoun\t[كمين]\n", "a tatweel"),
        ("كمين\u200f\tattack\t\tnoun\t[كمين]\n", "a direction mark"),
        ("كمين  محكم\tattack\t\tnoun\t[كمين محكم]\n", "two spaces"),
        ("كمين \tattack\t\tnoun\t[كمين]\n", "a space at the end of a cell"),
        (GOOD + "(كمين\tattack\t\tnoun\t[كمين]\n", "cannot read the pattern"),
        (GOOD + GOOD, "stands in triggers/x.tsv:2 already"),
        ("كمين\tambushes\t\tnoun\t[كمين]\n", "event_type 'ambushes' is not in event_types.tsv"),
        ("كمين\tattack\t\tnoun\t\n", "has no example"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, row: str, said: str) -> None:
    found = told(tmp_path, "triggers/x.tsv", TRIGGERS + row)

    assert any(said in problem and problem.startswith("triggers/x.tsv:") for problem in found), found


def test_a_parent_that_is_nowhere_is_told(tmp_path: Path) -> None:
    header = "pattern\tid\tname\tname_en\tkind\tparent\tlat\tlon\trank\tneeds\n"
    row = "قرية ما\tly-x\tقرية ما\tX\tvillage\tly-nowhere\t\t\t1\t\n"

    assert told(tmp_path, "places/ly.tsv", header + row) == [
        "places/ly.tsv:2: parent 'ly-nowhere' is the id of no row in places/"
    ]


def test_an_example_that_does_not_come_out_is_told(tmp_path: Path) -> None:
    row = "نكّل بالأسرى\tattack\t\tactive\tزار [المكتبة] في السجن\n"

    [problem] = told(tmp_path, "triggers/x.tsv", TRIGGERS + row, examples=True)

    assert "its example marks المكتبة; found nothing" in problem


def test_a_folder_that_is_none_is_refused() -> None:
    with pytest.raises(LexiconError, match="no such folder"):
        list(problems(Path("nowhere")))


def test_a_file_that_is_not_utf8_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "x.tsv").write_bytes("pattern\nقصف".encode("cp1256"))

    assert "not UTF-8" in next(problems(tmp_path, examples=False))


def test_our_own_tables_are_sound() -> None:
    assert list(problems(examples=False)) == []
