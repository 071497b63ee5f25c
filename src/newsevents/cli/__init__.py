"""The command line: newsevents COMMAND. One file a command; what is heavy is imported when a command runs."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from .. import __version__
from ..errors import NewseventsError
from . import check, demo, doctor, evaluate, explain, extract, gold, report
from .terminal import complain

__all__ = ["app", "main"]

app = typer.Typer(
    name="newsevents",
    help="Read Arabic news, write structured conflict-event records.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
)
for module in (extract, explain, report, evaluate, check, demo, doctor):
    app.command(module.__name__.rpartition(".")[2])(module.command)
app.add_typer(gold.app, name="gold")


def show_version(wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        typer.echo(f"newsevents {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Read Arabic news, write structured conflict-event records."""


def main() -> None:
    """Run the command line. Status 0: done; 1: some articles failed; 2: wrong usage, or no input that can be read."""
    try:
        app(prog_name="newsevents")
    except NewseventsError as error:
        complain(str(error))
        sys.exit(2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        complain(f"{error.filename or 'output'}: {error.strerror}")
        sys.exit(2)
