"""newsevents check: every lexicon file, every row's example."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from typer import Argument, Exit, Option

from ..light import torch_left_out
from .terminal import some


def command(
    folder: Annotated[Path | None, Argument(help="A folder with tables of your own; without it, ours.")] = None,
    examples: Annotated[bool, Option(help="Whether to run the rows' examples too.")] = True,
) -> None:
    """Check every lexicon file and every row's example."""
    from ..check import problems

    with torch_left_out():
        found = list(problems(folder, examples=examples))
    for problem in found:
        typer.echo(problem)
    typer.echo(some(len(found), "problem"), err=True)
    if found:
        raise Exit(1)
