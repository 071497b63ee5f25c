"""No score sinks below its floor: a rule that mends one sentence must not break ten others."""

from __future__ import annotations

import json

import pytest

from newsevents.score_table import rows
from scores import FLOORS, SETS, fingerprint, measured, there

PINNED = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}


@pytest.mark.parametrize("name", SETS)
def test_scores_stay_above_their_floors(name: str) -> None:
    """Raise the floors with tools/set_floors.py."""
    if name not in PINNED or (name != "articles" and not there(name)):
        pytest.skip(f"no gold set {name!r} here")
    assert fingerprint(name) == PINNED[name]["gold"], "the gold has changed: run tools/set_floors.py"

    found = rows(measured(name))

    sunk = {slot: (found[slot]["F1"], floor) for slot, floor in PINNED[name]["F1"].items() if found[slot]["F1"] < floor}
    assert sunk == {}
