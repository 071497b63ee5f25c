"""Articles out to each annotation tool and in again: offsets hold, and what nobody corrected is what was found."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from pathlib import Path

import pytest

from newsevents import api, cli
from newsevents.annotation import TOOLS, tool, tool_of
from newsevents.annotation.incoming import gold
from newsevents.annotation.outgoing import task
from newsevents.annotation.task import Link, Span, Task, labels, settled
from newsevents.errors import ArticleError
from newsevents.evaluate import evaluate
from newsevents.schema import Article
from newsevents.score_table import read_events, rows

TEXT = (
    "🙂 القطرون - بوابة\r\n\r\n"
    "قُتِلَ ثلاثةُ جنود وأُصيب مدنيان في هجوم شنه تنظيم داعش على القطرون يوم الأربعاء 26 يناير 2022.\r\n"
    "😀 من جهة أخرى قصفت طائرات مدينة إدلب أمس ما أدى إلى مقتل 5 مدنيين.\r\n"
)
ARTICLE = Article(TEXT, published=date(2022, 1, 28), id="a/b:1 ☺")


@pytest.fixture(scope="module")
def found() -> Task:
    """The task of an article with emoji, diacritics and Windows line ends."""
    return task(ARTICLE, api.extract(ARTICLE))


def accepted(name: str, path: Path) -> Path:
    """What the tool would export after a person accepted all: Label Studio makes annotations of predictions."""
    if name == "label-studio":
        tasks = json.loads(path.read_text("utf-8"))
        told = [{"data": t["data"], "annotations": [{"result": t["predictions"][0]["result"]}]} for t in tasks]
        path.write_text(json.dumps(told), "utf-8")
    return path


def there_and_back(name: str, given: Task, tmp_path: Path) -> Task:
    """The task, written and read."""
    assert tool(name).write([given], tmp_path / "out.json") == 1
    path = accepted(name, tmp_path / "out.json")
    assert tool_of(path) == name
    [back] = tool(name).read(path)
    return back


def plain(given: Task) -> tuple[object, ...]:
    """A task without the ids that each tool gives anew."""
    by_id = {span.id: (span.label, span.start, span.end, given.words(span), dict(span.notes)) for span in given.spans}
    links = [(by_id[link.trigger], by_id[link.argument], link.role) for link in given.links]
    return given.id, given.text, given.published, list(by_id.values()), sorted(links, key=str)


@pytest.mark.parametrize("name", TOOLS)
def test_nothing_is_lost_there_and_back(name: str, found: Task, tmp_path: Path) -> None:
    assert len(found.spans) >= 6
    assert plain(there_and_back(name, found, tmp_path)) == plain(found)


@pytest.mark.parametrize("name", TOOLS)
def test_what_nobody_corrected_is_what_was_found(name: str, found: Task, tmp_path: Path) -> None:
    document = gold(there_and_back(name, found, tmp_path))
    scores = rows(evaluate({"a": document["events"]}, {"a": api.extract(ARTICLE).to_records()}))

    assert {slot: row["F1"] for slot, row in scores.items() if row["hit"] + row["miss"]} == dict.fromkeys(
        (slot for slot, row in scores.items() if row["hit"] + row["miss"]), 1.0
    )


def test_label_studio_regions_hold_their_words_and_known_labels(found: Task, tmp_path: Path) -> None:
    tool("label-studio").write([found], tmp_path / "o.json")
    [told] = json.loads((tmp_path / "o.json").read_text("utf-8"))
    regions = [r["value"] for r in told["predictions"][0]["result"] if r["type"] == "labels"]
    offered = re.findall(r'<Label value="(\w+)"', (tmp_path / "o.xml").read_text("utf-8"))

    assert [TEXT[v["start"] : v["end"]] for v in regions] == [v["text"] for v in regions]
    assert {v["labels"][0] for v in regions} <= set(offered)
    assert tuple(offered) == labels()


def test_doccano_entities_and_relations_name_each_other(found: Task, tmp_path: Path) -> None:
    tool("doccano").write([found], tmp_path / "o.jsonl")
    [told] = map(json.loads, (tmp_path / "o.jsonl").read_text("utf-8").splitlines())
    ids = {entity["id"] for entity in told["entities"]}

    assert {relation[end] for relation in told["relations"] for end in ("from_id", "to_id")} <= ids


def test_prodigy_tokens_make_the_text_and_spans_lie_on_them(found: Task, tmp_path: Path) -> None:
    tool("prodigy").write([found], tmp_path / "o.jsonl")
    [told] = map(json.loads, (tmp_path / "o.jsonl").read_text("utf-8").split("\n")[:1])
    tokens = told["tokens"]

    assert "".join(token["text"] + " " * token["ws"] for token in tokens) == TEXT
    for span in told["spans"]:
        assert tokens[span["token_start"]]["start"] == span["start"]
        assert tokens[span["token_end"]]["end"] == span["end"]


def standoff(folder: Path) -> dict[str, tuple[str, list[str]]]:
    """A small parser of brat's: the type and the pieces of text of each T line."""
    [file] = folder.glob("*.ann")
    text = file.with_suffix(".txt").read_bytes().decode("utf-8")
    found = {}
    for line in file.read_text("utf-8").split("\n"):
        if match := re.fullmatch(r"(T\d+)\t(\w+) ([\d ;]+)\t(.*)", line):
            bounds = [tuple(map(int, piece.split())) for piece in match[3].split(";")]
            pieces = [text[start:end] for start, end in bounds]
            assert " ".join(pieces) == match[4]
            found[match[1]] = (match[2], pieces)
    return found


def test_brat_lines_quote_the_text_and_events_name_them(found: Task, tmp_path: Path) -> None:
    tool("brat").write([found], tmp_path / "brat")
    spans = standoff(tmp_path / "brat")
    [ann] = [file.read_text("utf-8") for file in (tmp_path / "brat").glob("*.ann")]
    events = re.findall(r"^E\d+\t(.*)$", ann, re.MULTILINE)

    assert len(spans) == len(found.spans)
    assert events
    assert {name for event in events for name in re.findall(r":(T\d+)", event)} <= set(spans)


def test_a_span_over_two_lines_is_two_pieces_in_brat(tmp_path: Path) -> None:
    given = Task("a", "قصف\nعلى إدلب", None, (Span("T1", "shelling", 0, 8),))
    tool("brat").write([given], tmp_path / "brat")

    assert standoff(tmp_path / "brat")["T1"] == ("shelling", ["قصف", "على "])
    assert [plain(back) for back in tool("brat").read(tmp_path / "brat")] == [plain(given)]


@pytest.mark.parametrize("name", TOOLS)
def test_a_correction_is_gold(name: str, tmp_path: Path) -> None:
    text = "🙂 قصف على إدلب أمس، ومقتل 3 مدنيين"
    spans = [Span("T1", "shelling", 2, 5), Span("T2", "location", 10, 14), Span("T3", "date", 15, 18)]
    spans.append(Span("T4", "killed", 21, len(text)))
    links = [Link("T1", "T2", "location"), Link("T1", "T3", "date"), Link("T1", "T4", "casualty")]
    [event] = gold(there_and_back(name, Task("a", text, "2022-01-28", tuple(spans), tuple(links)), tmp_path))["events"]

    assert event["event_type"] == "Explosions/Remote violence"
    assert event["date"]["start"] == "2022-01-27"
    assert event["location"]["name"] == "إدلب"
    assert [(row["kind"], row["best"]) for row in event["casualties"]] == [("killed", 3)]


def test_offsets_that_count_emoji_twice_are_told_by_the_words() -> None:
    text = "😀😀 قصف إدلب"

    assert settled(text, 5, 8, "قصف", "x") == (3, 6)
    with pytest.raises(ArticleError, match="was the text changed"):
        settled(text, 0, 3, "قصف", "x")


def test_arguments_without_links_go_to_the_only_event_or_are_said(caplog: pytest.LogCaptureFixture) -> None:
    one = Task("a", "قصف على إدلب", None, (Span("1", "shelling", 0, 3), Span("2", "location", 8, 12)))
    two = Task("a", one.text, None, (*one.spans, Span("3", "air_strike", 0, 3)))

    assert gold(one)["events"][0]["location"]["name"] == "إدلب"
    assert [event["location"] for event in gold(two)["events"]] == [None, None]
    assert "1 spans belong to no event" in caplog.text


def test_an_unknown_label_names_those_there_are() -> None:
    with pytest.raises(ArticleError, match="the labels are"):
        gold(Task("a", "قصف", None, (Span("1", "Bombing", 0, 3),)))


def test_rejected_and_cancelled_tasks_are_left_out(found: Task, tmp_path: Path) -> None:
    tool("prodigy").write([found], tmp_path / "p.jsonl")
    line = {**json.loads((tmp_path / "p.jsonl").read_text("utf-8").split("\n")[0]), "answer": "reject"}
    (tmp_path / "p.jsonl").write_text(json.dumps(line), "utf-8")
    told = [{"data": {"text": "x"}, "annotations": [{"was_cancelled": True, "result": []}]}, {"data": {"text": "x"}}]
    (tmp_path / "l.json").write_text(json.dumps(told), "utf-8")

    assert not list(tool("prodigy").read(tmp_path / "p.jsonl"))
    assert not list(tool("label-studio").read(tmp_path / "l.json"))


@pytest.mark.parametrize(
    "data", ["no json", "{}", "[1]", '{"entities": 3}', '{"spans": [{}]}', '[{"annotations": [1]}]']
)
def test_what_is_no_export_is_an_error_and_no_traceback(data: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_text(data, "utf-8")

    with pytest.raises(ArticleError, match=r".*; .*"):
        list(tool(tool_of(tmp_path / "a")).read(tmp_path / "a"))


@pytest.mark.parametrize("name", TOOLS)
def test_the_commands_make_gold_that_evaluate_reads(name: str, tmp_path: Path, monkeypatch, capsys) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode())

    def run(*arguments: object) -> None:
        monkeypatch.setattr(sys, "argv", ["newsevents", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        assert left.value.code in (0, None), capsys.readouterr().err

    run("gold", "export", tmp_path / "a.txt", "-o", tmp_path / "out", "--tool", name, "--published", "2022-01-28")
    run("gold", "import", accepted(name, tmp_path / "out"), "-o", tmp_path / "gold")

    assert read_events(tmp_path / "gold")["a"]
