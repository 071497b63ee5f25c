"""Tables: how they are read, extended and refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsevents.errors import LexiconError
from newsevents.lexicons import Lexicons, parse_rows


def test_rows_know_their_line() -> None:
    rows = list(parse_rows(["pattern\tid", "# note", "", "حلب\tsy-aleppo"], "places/sy.tsv"))

    assert [(r.source, r["id"]) for r in rows] == [("places/sy.tsv:4", "sy-aleppo")]


def test_a_row_of_the_wrong_width_names_file_line_and_header() -> None:
    with pytest.raises(LexiconError, match=r"x\.tsv:2: 1 cells, but the header has 2: pattern, event_type"):
        list(parse_rows(["pattern\tevent_type", "قصف"], "x.tsv"))


def test_a_table_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cues.tsv").write_bytes("pattern\tقصف".encode("cp1256"))

    with pytest.raises(LexiconError, match=r"cues\.tsv: not UTF-8"):
        Lexicons([tmp_path]).rows("cues.tsv")


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such folder"):
        Lexicons([tmp_path / "nowhere"])


def test_a_users_row_wins_over_ours(tmp_path: Path) -> None:
    (tmp_path / "discourse.tsv").write_text("pattern\teffect\texample\nإلى ذلك\tnone\t\n", encoding="utf-8")

    match = Lexicons([tmp_path]).patterns("discourse.tsv").find(["الي", "ذلك"])[0]

    assert match.row["effect"] == "none"
