"""Scores: the same figures as the scorer that the gold came with, and what counts as a hit."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from made import made, toll
from newsevents.errors import ArticleError
from newsevents.evaluate import evaluate
from newsevents.score_table import as_table, read_events, rows, told

GOLD = made().to_dict()


def scores(predicted: list[dict], gold: list[dict] | None = None) -> dict[str, float]:
    """F1 by slot of one document."""
    return {slot: row["F1"] for slot, row in rows(evaluate({"a": gold or [GOLD]}, {"a": predicted})).items()}


def test_the_gold_itself_is_right_in_everything() -> None:
    assert set(scores([GOLD]).values()) == {1.0}


def test_nothing_found_is_all_missed() -> None:
    assert set(scores([]).values()) == {0.0}


@pytest.mark.parametrize(
    ("changes", "slots"),
    [
        ({"event_type": "Riots"}, {"type", "exact"}),
        ({"date": {"start": "2022-01-27", "end": "2022-01-27"}}, {"date", "exact"}),
        ({"location": {"name": "سبها", "lat": 27.0, "lon": 14.4}}, {"place", "exact"}),
        (
            {"casualties": [toll("killed", 4, 4, 4), GOLD["casualties"][1]]},
            {"casualty", "casualty+who", "killed", "exact"},
        ),
    ],
)
def test_a_wrong_value_costs_its_slots_alone(changes: dict, slots: set[str]) -> None:
    found = scores([{**GOLD, **changes}])

    assert {slot for slot, f1 in found.items() if f1 < 1} - {"fill"} == slots


def test_an_optional_event_counts_neither_way() -> None:
    gold = [GOLD, {**GOLD, "optional": True, "date": {"start": "2020-01-01", "end": "2020-01-01"}}]

    assert scores([GOLD], gold)["event"] == 1.0
    assert scores([GOLD, gold[1]], gold)["event"] == 1.0


def test_other_values_that_are_as_good_are_right() -> None:
    gold = [{**GOLD, "event_accept": [["Riots", "Mob violence"]]}]

    assert scores([{**GOLD, "event_type": "Riots", "sub_event_type": "Mob violence"}], gold)["type"] == 1.0


def test_no_toll_is_not_a_toll_of_zero() -> None:
    gold = [{**GOLD, "casualties": []}]

    assert scores([{**GOLD, "casualties": [toll("killed", 0, 0, 0)]}], gold)["exact"] == 0.0


def test_a_file_that_has_no_events_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("[]\n", "utf-8")

    with pytest.raises(ArticleError, match=r"a\.jsonl:1: no events"):
        read_events(tmp_path / "a.jsonl")


def test_differences_are_told_in_words() -> None:
    result = evaluate({"a": [GOLD]}, {})

    assert "a missed" in told(result.differences[0])
    assert "event" in as_table(result)


@pytest.mark.parametrize("name", ["dev", "modern"])
def test_the_figures_are_those_of_the_scorer_beside_the_gold(shared: Path, tmp_path: Path, name: str) -> None:
    """Half of the gold, with every third date moved, as the prediction: any figures will do, as long as they agree."""
    gold = read_events(shared / "eval" / name / "gold")
    moved = {"start": "2019-01-01", "end": "2019-01-01"}
    half = {document: list(events[::2]) for document, events in gold.items()}
    lines = [
        {
            "id": document,
            "events": [{**event, **({"date": moved} if n % 3 == 0 else {})} for n, event in enumerate(events)],
        }
        for document, events in half.items()
    ]
    (tmp_path / "p.jsonl").write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    scorer = [
        sys.executable,
        str(shared / "eval" / "score.py"),
        str(shared / "eval" / name / "gold"),
        str(tmp_path / "p.jsonl"),
    ]

    theirs = json.loads(subprocess.run([*scorer, "--json"], capture_output=True, check=True, text=True).stdout)["slots"]
    ours = rows(evaluate(gold, read_events(tmp_path / "p.jsonl")))

    keys = ("P", "R", "F1", "hit", "miss", "alarm")
    assert {s: {k: ours[s][k] for k in keys} for s in theirs} == {
        s: {k: theirs[s].get(k, 0) for k in keys} for s in theirs
    }
