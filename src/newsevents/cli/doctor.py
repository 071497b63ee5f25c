"""newsevents doctor: what is installed, what is missing, and the command that brings it."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

import typer

from .. import __version__

CORE = ("spacy", "camel-tools", "pandas", "regex", "typer", "rich", "charset-normalizer", "hijridate")
EXTRAS = {
    "html": ("trafilatura", "lxml_html_clean"),
    "parquet": ("pyarrow",),
    "xlsx": ("openpyxl",),
    "viz": ("altair", "vl-convert-python"),
    "geo": ("geopandas",),
    "spark": ("pyspark",),
}


def command() -> None:
    """Say what is installed, what is missing, and the command that brings it."""
    typer.echo(f"newsevents {__version__}, Python {platform.python_version()}, {platform.system()}")
    missing = [package for package in CORE if installed(package) is None]
    for package in CORE:
        typer.echo(f"  {package:<20} {installed(package) or 'missing: pip install newsevents'}")
    typer.echo("extras")
    for told in extras():
        typer.echo(f"  {told}")
    typer.echo(f"  {'standard output':<20} {sys.stdout.encoding}")
    if missing:
        raise typer.Exit(1)


def extras() -> Iterator[str]:
    """A line an extra: there, or the command that brings it."""
    for extra, packages in EXTRAS.items():
        there = [f"{package} {found}" for package in packages if (found := installed(package))]
        if len(there) == len(packages):
            yield f"{extra:<20} {', '.join(there)}"
        else:
            yield f"{extra:<20} not installed: pip install 'newsevents[{extra}]'"


def installed(package: str) -> str | None:
    """The version of a package, or None."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None
