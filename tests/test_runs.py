"""Many articles: the same for any number of workers, whatever goes wrong with one, wherever a run is cut off."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from made import made
from newsevents import api, runs
from newsevents.errors import ArticleError, NewseventsError
from newsevents.journal import Checkpoint, Tally, beside, checkpoint, write_run
from newsevents.readers import Item
from newsevents.records import Events
from newsevents.runs import Outcome, outcomes, run
from newsevents.schema import Article

TEXT = "قتل {} جنود في هجوم على القطرون يوم الأربعاء 26 يناير 2022."


def articles(count: int) -> list[Article]:
    """Articles that differ."""
    return [Article(TEXT.format(n + 3), id=f"a{n}") for n in range(count)]


def test_workers_change_nothing() -> None:
    alone = [events.to_records() for events in run(articles(20))]

    assert [events.to_records() for events in run(articles(20), workers=2)] == alone
    assert sum(map(len, alone)) == 20


def test_an_item_without_an_article_passes_through_in_its_place() -> None:
    bad = Item("x.jsonl", 2, error=ArticleError("x.jsonl:2: bad; mend it"))
    items = [Item("x.jsonl", 1, articles(1)[0]), bad, Item("x.jsonl", 3, Article(" ", id="empty"))]

    found = list(outcomes(items))

    assert [outcome.error is None for outcome in found] == [True, False, False]
    assert found[1].error is bad.error


def test_a_fault_of_ours_is_the_error_of_one_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(article: Article) -> Events:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(runs, "extractor", lambda tables: broken)

    [outcome] = outcomes([Item("x.jsonl", 7, articles(1)[0])])

    assert "x.jsonl:7: ZeroDivisionError: oh; this is a fault of newsevents" in str(outcome.error)


def test_run_raises_the_first_error() -> None:
    with pytest.raises(ArticleError):
        list(run([Article("", id="a")]))


class PowerCut(BaseException):
    """What no code catches."""


def extract(items, *, stop_at: int | None = None, error: type[BaseException] = PowerCut) -> Iterator[Outcome]:
    """Outcomes made by hand: every fifth article is bad; the current may fail."""
    for item in items:
        if item.row == stop_at:
            raise error
        if item.row % 5 == 0:
            yield Outcome(item, None, ArticleError(f"{item.where}: bad; mend it"))
        else:
            yield Outcome(item, Events([made(event_id=f"a:{item.row}")] * (item.row % 3)))


ITEMS = [Item("a.jsonl", n, Article("x", id=str(n))) for n in range(1, 40)]


def finished(out: Path, stops: list[int], error: type[BaseException] = PowerCut) -> Tally:
    """A run that is cut off at each of these rows, and gone on with."""
    for stop in stops:
        start = checkpoint(out, "s", resume=True)
        with pytest.raises(error):
            write_run(ITEMS, partial(extract, stop_at=stop, error=error), out, "jsonl", start=start)
    return write_run(ITEMS, extract, out, "jsonl", start=checkpoint(out, "s", resume=True))


@pytest.mark.parametrize("every", [0.0, 1e9])
@pytest.mark.parametrize("error", [PowerCut, KeyboardInterrupt, OSError])
@pytest.mark.parametrize("stops", [[1], [7], [7, 20], [7, 7, 8, 39]])
def test_a_run_that_is_cut_off_ends_like_one_that_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, every: float, error: type[BaseException], stops: list[int]
) -> None:
    monkeypatch.setattr("newsevents.journal.EVERY", every)
    whole = finished(tmp_path / "whole.jsonl", [])

    assert finished(tmp_path / "cut.jsonl", stops, error) == whole
    for suffix in ("", ".errors.jsonl"):
        assert (tmp_path / f"cut.jsonl{suffix}").read_bytes() == (tmp_path / f"whole.jsonl{suffix}").read_bytes()
    assert not beside(tmp_path / "cut.jsonl", "part").exists()


def test_what_was_written_after_the_last_checkpoint_is_cut(tmp_path: Path) -> None:
    out = tmp_path / "a.jsonl"
    with pytest.raises(OSError, match=r".*"):
        write_run(ITEMS, partial(extract, stop_at=9, error=OSError), out, "jsonl", start=Checkpoint("s"))
    with beside(out, "part").open("ab") as part:
        part.write(b'{"half a li')

    write_run(ITEMS, extract, out, "jsonl", start=checkpoint(out, "s", resume=True))

    assert finished(tmp_path / "b.jsonl", []).events == len(out.read_bytes().splitlines())


def test_an_interrupt_leaves_a_whole_output(tmp_path: Path) -> None:
    out = tmp_path / "a.jsonl"
    with pytest.raises(KeyboardInterrupt):
        write_run(ITEMS, partial(extract, stop_at=9, error=KeyboardInterrupt), out, "jsonl", start=Checkpoint("s"))

    assert [json.loads(line)["event_id"] for line in out.read_bytes().splitlines()] == [
        "a:1",
        "a:2",
        "a:2",
        "a:4",
        "a:7",
        "a:8",
        "a:8",
    ]


def test_errors_have_file_row_error_and_remedy(tmp_path: Path) -> None:
    write_run(ITEMS, extract, tmp_path / "a.jsonl", "jsonl", start=Checkpoint("s"))

    first = json.loads(beside(tmp_path / "a.jsonl", "errors.jsonl").read_text("utf-8").splitlines()[0])

    assert first == {"id": "5", "file": "a.jsonl", "row": 5, "error": "a.jsonl:5: bad", "remedy": "mend it"}


def test_a_run_of_other_settings_is_not_gone_on_with(tmp_path: Path) -> None:
    out = tmp_path / "a.jsonl"
    with pytest.raises(OSError, match=r".*"):
        write_run(ITEMS, partial(extract, stop_at=9, error=OSError), out, "jsonl", start=Checkpoint("s"))

    with pytest.raises(NewseventsError, match="other inputs or options"):
        checkpoint(out, "other", resume=True)
    assert checkpoint(out, "other", resume=False).items == 0


@pytest.mark.parametrize("suffix", ["part", "errors.jsonl"])
def test_a_journal_that_is_shorter_than_its_checkpoint_is_said(tmp_path: Path, suffix: str) -> None:
    out = tmp_path / "a.jsonl"
    with pytest.raises(OSError, match=r".*"):
        write_run(ITEMS, partial(extract, stop_at=9, error=OSError), out, "jsonl", start=Checkpoint("s"))
    beside(out, suffix).unlink()

    with pytest.raises(NewseventsError, match=rf"{suffix}: is gone or shorter .*; put it back, or leave --resume out"):
        checkpoint(out, "s", resume=True)


def test_a_run_cut_off_while_its_journal_goes_begins_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = finished(tmp_path / "whole.jsonl", [])
    unlink = Path.unlink

    def cut_off(path: Path, missing_ok: bool = False) -> None:
        if path.suffix == ".part":
            raise PowerCut
        unlink(path, missing_ok)

    with monkeypatch.context() as patched, pytest.raises(PowerCut):
        patched.setattr(Path, "unlink", cut_off)
        finished(tmp_path / "a.jsonl", [7])

    assert finished(tmp_path / "a.jsonl", []) == whole
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_a_process_of_ours_forgets_the_words_of_its_articles() -> None:
    strings = api.load().vocab.strings
    found = list(
        outcomes(
            [Item("a.txt", article=Article(f"مقتل ثلاثة جنود في سبها وكلمةلمتكن{n}")) for n in range(3)], ours=True
        )
    )

    assert [len(outcome.events) for outcome in found] == [1, 1, 1]
    assert "كلمةلمتكن" not in "".join(strings)
