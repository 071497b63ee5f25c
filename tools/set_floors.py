#!/usr/bin/env python3
"""Pin the F1 scores in tests/score_floors.json; a floor is never lowered unless --allow-regression is given."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from math import floor

from newsevents.score_table import rows
from scores import FLOORS, SETS, fingerprint, measured, there

STEP = 100  # floors are whole hundredths, so that a change in one article is no alarm


def main() -> int:
    """Write the floors; status 1 where one would sink."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--allow-regression", action="store_true", help="let floors sink, and say which")
    allowed = parser.parse_args().allow_regression
    old = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    new = {**old, **{name: pinned(name) for name in SETS if there(name)}}
    sunk = list(sinking(old, new))
    print("\n".join(sunk) or "no floor sinks")
    if sunk and not allowed:
        print("not written; mend the rule that lowered them, or give --allow-regression and say why in the commit")
        return 1
    FLOORS.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
    return 0


def pinned(name: str) -> dict[str, object]:
    """The floors of one gold set, and the gold they belong to."""
    result = measured(name)
    floors = {slot: floor(row["F1"] * STEP) / STEP for slot, row in rows(result).items()}
    return {"gold": fingerprint(name), "documents": result.documents, "F1": floors}


def sinking(old: dict, new: dict) -> Iterator[str]:
    """The floors that would be lower than before, on the same gold."""
    for name, before in old.items():
        after = new[name]
        for slot, value in before["F1"].items():
            if before["gold"] == after["gold"] and after["F1"].get(slot, 0) < value:
                yield f"{name} {slot}: {value} -> {after['F1'].get(slot)}"


if __name__ == "__main__":
    sys.exit(main())
