"""The command line: what goes to which stream, which status it leaves with, what it says when things go wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from newsevents import __version__, cli

TEXT = "مقتل ثلاثة جنود وإصابة مدنيين في هجوم شنه تنظيم داعش على القطرون يوم الأربعاء 26 يناير 2022."
LINE = json.dumps({"id": "a", "text": TEXT}, ensure_ascii=False)
Run = Callable[..., int]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process; gives its status."""

    def command(*arguments: object) -> int:
        monkeypatch.setattr(sys, "argv", ["newsevents", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        return int(left.value.code or 0)

    return command


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A file with one article."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_the_version_is_told(run: Run, capsys: pytest.CaptureFixture) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"newsevents {__version__}\n"


@pytest.mark.parametrize("command", ["extract", "explain", "evaluate", "check", "demo", "doctor"])
def test_every_command_has_help(run: Run, capsys: pytest.CaptureFixture, command: str) -> None:
    assert run(command, "--help") == 0
    assert "Usage: newsevents" in capsys.readouterr().out


def test_a_pipe_gets_json_lines_and_people_the_sum(run: Run, article: Path, capsys: pytest.CaptureFixture) -> None:
    assert run("extract", article) == 0

    out, err = capsys.readouterr()
    assert json.loads(out)["location"]["name"] == "القطرون"
    assert err.splitlines()[-1] == "1 article, 1 event"


def test_a_terminal_gets_a_table(run: Run, article: Path, capsys: pytest.CaptureFixture, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)

    assert run("extract", article) == 0
    assert "Armed clash" in capsys.readouterr().out


def test_a_file_is_written_and_the_journal_goes(run: Run, article: Path, tmp_path: Path) -> None:
    assert run("extract", article, "-o", tmp_path / "out.csv") == 0
    assert pd.read_csv(tmp_path / "out.csv")["killed"].tolist() == [3]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "out.csv"]


def test_a_bad_row_is_listed_and_the_good_ones_are_kept(run: Run, tmp_path: Path, capsys) -> None:
    (tmp_path / "a.jsonl").write_text(f"{LINE}\nnot json\n{LINE}\n", "utf-8")

    assert run("extract", tmp_path / "a.jsonl", "-o", tmp_path / "o.jsonl") == 1

    [fault] = [json.loads(line) for line in (tmp_path / "o.jsonl.errors.jsonl").read_text("utf-8").splitlines()]
    assert fault["row"] == 2
    assert fault["remedy"] == "write one JSON object a line"
    assert len((tmp_path / "o.jsonl").read_text("utf-8").splitlines()) == 2
    assert "2 articles, 2 events, 1 error" in capsys.readouterr().err


def test_on_error_raise_stops_at_the_first(run: Run, tmp_path: Path, capsys) -> None:
    (tmp_path / "a.jsonl").write_text(f"not json\n{LINE}\n", "utf-8")

    assert run("extract", tmp_path / "a.jsonl", "-o", tmp_path / "o.jsonl", "--on-error", "raise") == 1
    assert "a.jsonl:1: not JSON" in capsys.readouterr().err
    assert run("extract", tmp_path / "a.jsonl", "--on-error", "raise") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "nothing.txt"],
        ["extract"],
        ["extract", "{article}", "--to", "doc"],
        ["extract", "{article}", "--to", "xlsx"],
        ["extract", "{article}", "--published", "yesterday"],
        ["extract", "{article}", "--published", "0001-01-01"],
        ["extract", "{article}", "--lexicons", "nowhere/"],
        ["extract", "{article}", "--workers", "0"],
        ["extract", "{article}", "-o", "no/such/folder/o.csv"],
        ["extract", "{article}", "-o", "."],
        ["extract", "{article}", "-o", "letter.docx"],
        ["extract", "{article}", "--country", "Libya"],
        ["extract", "{article}", "--model", "nothing"],
        ["extract", "{article}", "--hxl"],
        ["extract", "{article}", "--on-error", "stop"],
        ["evaluate", "nothing", "nothing"],
        ["gold", "export", "nothing", "-o", "gold.json"],
        ["explain", "{article}", "--country", "Libya"],
        ["check", "nowhere/"],
        ["explain", "nothing.txt"],
        ["nonsense"],
    ],
)
def test_wrong_usage_is_status_2_and_no_traceback(run: Run, article: Path, capsys, arguments: list[str]) -> None:
    assert run(*(argument.format(article=article) for argument in arguments)) == 2

    out, err = capsys.readouterr()
    assert "Traceback" not in err
    assert err.strip()
    assert not out


@pytest.mark.parametrize(
    "data",
    [
        b"", b" \n", b"\0\0\0", "قتل 7".encode("utf-16"),
        b"\xff\xfe", "ا".encode() * 200_000, b"no arabic here", "\u202b\u202e قتل \u202c".encode(),
        "قتل\r\nجندي\r\n".encode(), "ﷲ ﻻ قــتل".encode(), b"\xed\xa0\x80" * 5, "🙂 قتل 🙂".encode(), b"=1+1",
    ],
)  # fmt: skip
def test_no_text_makes_a_traceback(run: Run, tmp_path: Path, capsys, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)

    assert run("extract", tmp_path / "a.txt") in (0, 2)
    assert "Traceback" not in capsys.readouterr().err
    assert "fault of newsevents" not in capsys.readouterr().err


def test_lone_surrogates_come_through(run: Run, tmp_path: Path, capsys) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "a\ud800", "text": TEXT + "\ud800"}), "utf-8")

    assert run("extract", tmp_path / "a.jsonl") == 0
    assert json.loads(capsys.readouterr().out)["doc_id"] == "a\ud800"


def test_the_day_of_publication_is_taken(run: Run, tmp_path: Path, capsys) -> None:
    (tmp_path / "a.txt").write_text("مقتل ثلاثة جنود في هجوم على القطرون أمس.", "utf-8")

    run("extract", tmp_path / "a.txt", "--published", "2022-01-28")

    assert json.loads(capsys.readouterr().out)["date"]["start"] == "2022-01-27"


def test_explain_takes_a_file_or_words(run: Run, article: Path, capsys) -> None:
    assert run("explain", article) == 0
    from_file = capsys.readouterr().out
    assert run("explain", TEXT) == 0

    assert capsys.readouterr().out == from_file
    assert "triggers/killing.tsv:" in from_file


def test_demo_shows_an_article_and_its_events(run: Run, capsys) -> None:
    assert run("demo") == 0
    assert "القطرون" in capsys.readouterr().out


def test_doctor_tells_what_brings_a_missing_extra(run: Run, capsys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsevents.cli.doctor.installed", lambda name: None if name == "pyarrow" else "1.0")

    assert run("doctor") == 0
    assert "pip install 'newsevents[parquet]'" in capsys.readouterr().out


def test_evaluate_prints_scores(run: Run, article: Path, tmp_path: Path, capsys) -> None:
    run("extract", article, "-o", tmp_path / "o.jsonl")

    assert run("evaluate", tmp_path / "o.jsonl", tmp_path / "o.jsonl") == 0
    assert "exact            1.000" in capsys.readouterr().out


def test_module_and_closed_pipe(article: Path) -> None:
    command = f"{sys.executable} -m newsevents extract {article} {article} --to csv | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, check=False)

    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_an_interrupt_of_a_run_without_file_is_told(run: Run, article: Path, capsys, monkeypatch) -> None:
    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsevents.exporters.jsonl.write", interrupted)

    assert run("extract", str(article)) == 130
    assert capsys.readouterr().err == "error: stopped; a run into a file (-o) can be gone on with\n"


def test_rows_that_a_format_has_no_place_for_are_counted_without_a_file_too(run: Run, tmp_path: Path, capsys) -> None:
    (tmp_path / "a.txt").write_text("أصيب ثلاثة جنود في هجوم على القطرون يوم الأربعاء 26 يناير 2022.", "utf-8")

    assert run("extract", str(tmp_path / "a.txt"), "--to", "ucdp-ged") == 0
    assert "1 event, 0 of them in this format" in capsys.readouterr().err
