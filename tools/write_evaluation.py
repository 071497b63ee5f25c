#!/usr/bin/env python3
"""Write docs/evaluation.md: the whole score tables, over all slots and by type of event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsevents import __version__
from newsevents.evaluate import Result
from newsevents.score_table import rows
from scores import ROOT, SETS, measured, there

PAGE = ROOT / "docs" / "evaluation.md"
TITLES = {
    "articles": "Articles of the project (tests/articles)",
    "modern": "80 invented articles in the language of 2018-26 (not in the repository)",
    "dev": "100 newspaper and agency articles of 2015-17 (not in the repository)",
}
HEAD = """# Evaluation

Written by `tools/write_evaluation.py`; not edited by hand. Version {version}.

A predicted event and a gold event are paired where they are alike enough; then each value is a hit, a miss or a false
alarm. *Matched F1* counts the paired events alone: how well values are read once the event is found. *exact* is the
share of events that are right in type, date, place and killed all at once. *fill* is all values together. The rules on
these sets were written while looking at them: on other texts expect less, and measure with `newsevents evaluate` on
articles of your own.
"""


def main() -> None:
    """Write the page."""
    parts = [HEAD.format(version=__version__)]
    for name in SETS:
        if there(name):
            result = measured(name)
            parts += [f"\n## {TITLES[name]}\n", *table(result), "\n### By type of event\n", *by_type(result)]
    PAGE.write_text("\n".join(parts) + "\n", encoding="utf-8")


def table(result: Result) -> Iterator[str]:
    """The scores of every slot."""
    yield f"{result.documents} documents.\n"
    yield "| slot | precision | recall | F1 | matched F1 | hits | misses | false alarms |"
    yield "|---|---|---|---|---|---|---|---|"
    for slot, row in rows(result).items():
        figures = " | ".join(f"{row[key]:.3f}" for key in ("P", "R", "F1", "matched_F1"))
        yield f"| {slot} | {figures} | {row['hit']} | {row['miss']} | {row['alarm']} |"


def by_type(result: Result) -> Iterator[str]:
    """What was missed, wrongly found, or differs, by the type of the gold event, or of the false alarm."""
    kinds = Counter((str((d.gold or d.found or {}).get("sub_event_type")), d.kind) for d in result.differences)
    yield "| sub-event type | missed | false alarms | found, but something differs |"
    yield "|---|---|---|---|"
    for kind in sorted({kind for kind, _ in kinds}):
        yield f"| {kind} | {kinds[kind, 'missed']} | {kinds[kind, 'false alarm']} | {kinds[kind, 'differs']} |"


if __name__ == "__main__":
    main()
