"""newsevents extract: articles in, one record an event out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from typer import Argument, BadParameter, Option

from .terminal import listen

INPUTS = "Files, folders, patterns, archives, or - for standard input."
Format = Literal["jsonl", "csv", "xlsx", "parquet", "geojson", "acled", "ucdp-ged", "plover", "polecat"]


def command(  # noqa: PLR0913  (one parameter an option)
    inputs: Annotated[list[str], Argument(metavar="INPUT...", help=INPUTS)],
    out: Annotated[
        Path | None, Option("-o", "--out", dir_okay=False, help="The file to write; else standard output.")
    ] = None,
    to: Annotated[Format | None, Option(help="The format; without it, what the name of OUT says.")] = None,
    published: Annotated[str | None, Option(help="Day of publication of every article: 2022-01-28.")] = None,
    country: Annotated[list[str] | None, Option(help="What the news is about (LY, SY ...): settles homonyms.")] = None,
    lexicons: Annotated[list[Path] | None, Option(help="A folder with tables of your own.")] = None,
    model: Annotated[str | None, Option(help="A learned model of names too: ar_news_ner. See docs/model.md.")] = None,
    workers: Annotated[int, Option(min=1, help="Processes to work with.")] = 1,
    hxl: Annotated[bool, Option("--hxl", help="Put HXL's row of tags under the header of csv or xlsx.")] = False,
    resume: Annotated[bool, Option("--resume", help="Go on with a run that was cut off.")] = False,
    on_error: Annotated[Literal["skip", "raise"], Option(help="What a bad article does to the run.")] = "skip",
    text_column: Annotated[str | None, Option(help="Column of the text.")] = None,
    title_column: Annotated[str | None, Option(help="Column of the title.")] = None,
    date_column: Annotated[str | None, Option(help="Column of the day of publication.")] = None,
    id_column: Annotated[str | None, Option(help="Column of the article's id.")] = None,
) -> None:
    """Read articles, write one record an event: newsevents extract 'news/*.jsonl' -o events.csv."""
    from . import writing
    from .writing import Tables, Wishes

    listen()
    columns = {"text": text_column, "title": title_column, "published": date_column, "id": id_column}
    wishes = Wishes({field: column for field, column in columns.items() if column}, day(published))
    folders = tuple(map(str, lexicons or ()))
    tables = Tables(folders, known(country, folders), model)
    work = writing.worker(tables, workers=workers, strict=on_error == "raise")
    form = tagged(writing.form(to, out), hxl=hxl)
    if out is None:
        writing.to_output(inputs, wishes, work, form)
    else:
        start = writing.checkpoint(out, repr((inputs, wishes, tables, on_error)), resume=resume)
        writing.to_file(inputs, wishes, work, out, to=form or "jsonl", start=start)


def tagged(form: str | None, *, hxl: bool) -> str | None:
    """The form with HXL's tags where they are wanted."""
    if hxl and form not in ("csv", "xlsx"):
        raise BadParameter("--hxl goes with csv and xlsx alone; add --to csv")
    return f"{form}-hxl" if hxl else form


def known(codes: list[str] | None, folders: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The countries given on the command line, each one of countries.tsv, ours or the user's."""
    from ..lexicons import Lexicons

    rows = Lexicons(folders).rows("countries.tsv") if codes else ()
    for code in codes or ():
        if code.upper() not in {row["id"] for row in rows}:
            raise BadParameter(f"--country: no country {code!r}; use the two letters of ISO 3166: LY, SY, SD ...")
    return tuple(codes or ())


def day(given: str | None) -> date | None:
    """A day given on the command line."""
    from ..readers.published import day_of

    try:
        return day_of(given)
    except ValueError as error:
        raise BadParameter(f"--published: {error}; write it as 2022-01-28") from error
