"""newsevents evaluate: scores of predicted records against gold ones, slot by slot."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Option


def command(
    gold: Annotated[Path, Argument(help="A folder of <id>.json, or one .jsonl, with the right events.")],
    predicted: Annotated[Path, Argument(help="What newsevents extract --to jsonl wrote, or gold's own form.")],
    errors: Annotated[int, Option(help="Print the first so many differences.")] = 0,
    json: Annotated[bool, Option("--json", help="Print the figures as one JSON object.")] = False,
) -> None:
    """Score predicted events against gold events."""
    from ..evaluate import evaluate
    from ..score_table import as_json, as_table, read_events, told

    result = evaluate(read_events(gold), read_events(predicted))
    typer.echo(as_json(result) if json else as_table(result))
    for difference in result.differences[:errors]:
        typer.echo(f"\n{told(difference)}")
