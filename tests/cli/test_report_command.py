"""newsevents report and newsevents explain --html: the pages they write, and what they say."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from newsevents.cli import app
from newsevents.errors import ArticleError, MissingExtra

TEXT = "قتل ثلاثة مدنيين في قصف مدفعي على مدينة إدلب يوم الجمعة 28 يناير 2022، بحسب الدفاع المدني.\n"


@pytest.fixture
def records(tmp_path):
    """A file of records, beside the article they were read from."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    run("extract", tmp_path / "a.txt", "-o", tmp_path / "events.jsonl")
    return tmp_path / "events.jsonl"


def run(*arguments: object):
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def test_report_writes_a_page_and_says_so(records, tmp_path):
    pytest.importorskip("vl_convert")
    out = tmp_path / "report.html"

    result = run("report", records, "--articles", tmp_path / "a.txt", "-o", out, "--lang", "ar")

    assert result.exit_code == 0
    assert "1 event -> " in result.stderr
    assert out.read_text("utf-8").startswith('<!doctype html>\n<html lang="ar" dir="rtl">')


def test_report_without_its_packages_names_the_command(records, tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "altair", None)

    result = run("report", records, "-o", tmp_path / "report.html")

    assert isinstance(result.exception, MissingExtra)
    assert "pip install 'newsevents[viz]'" in str(result.exception)


def test_report_of_something_else_says_file_and_line(tmp_path):
    (tmp_path / "news.jsonl").write_text('{"text": "خبر"}\n', encoding="utf-8")

    result = run("report", tmp_path / "news.jsonl", "-o", tmp_path / "report.html")

    assert isinstance(result.exception, ArticleError)
    assert "news.jsonl:1: not an event record" in str(result.exception)


def test_explain_writes_the_article_with_its_reasons(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    result = run("explain", tmp_path / "a.txt", "--html", tmp_path / "why.html")
    page = (tmp_path / "why.html").read_text("utf-8")

    assert result.exit_code == 0
    assert "triggers/shelling.tsv:" in page
    assert "<script" not in page
