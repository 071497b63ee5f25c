"""Check the place tables: are the rows well formed, and do their coordinates agree with open gazetteers?

Reads src/newsevents/data/places/<iso>.tsv and, for every row, the places of the same
country that bear one of its names in Who's On First, GeoNames and OpenStreetMap. Lists

- mistakes of form: columns, repeated ids, parents that no file defines, Persian letters;
- rows farther than ``--limit`` km from every place of that Arabic or English name (``far``);
- rows farther from what they lie in than such a place can be (``outside``);
- names the gazetteers do not know, with ``--missing``.

A far row is a question, not an error: villages of one name are many. Those that a person looked at stand in
tools/coordinates_reviewed.tsv with the answer, and are only counted, as long as their coordinates stay as they were.

    python tools/check_coordinates.py ly sy
"""

import argparse
import csv
import gzip
import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PLACES = Path(__file__).parents[1] / "src/newsevents/data/places"
GAZETTEERS = ("wof-geonames-arabic.tsv.gz", "osm-libya.tsv.gz")
COLUMNS = "pattern id name name_en kind parent lat lon rank needs".split()
KINDS = set(
    "country admin1 admin2 admin3 city town village quarter camp mountain valley region desert island sea"
    " river crossing base airport port oilfield checkpoint road front facility junction".split()
)
LIMITS_KM = {"country": 1500, "admin1": 250, "region": 250, "desert": 400, "sea": 600, "admin2": 60, "mountain": 60}
WITHOUT_PARENT = {kind: {""} for kind in ("country", "sea", "region", "river")}
REVIEWED = Path(__file__).with_name("coordinates_reviewed.tsv")
ROOM_KM = {"city": 30, "town": 25, "village": 20, "quarter": 12, "camp": 12, "admin2": 110, "admin3": 70, "island": 80}
EARTH_DIAMETER_KM = 12742
UNWANTED = re.compile("[یکۀـ\u200e\u200f]|  |^ | $")

_FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ة": "ه", "ى": "ي", "ؤ": "و", "ئ": "ي"})
_ARTICLES = {
    "al",
    "el",
    "ar",
    "as",
    "ash",
    "at",
    "ad",
    "adh",
    "az",
    "an",
    "camp",
    "city",
    "governorate",
    "district",
    "province",
}
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
_CLASS_WORD = re.compile("^(مدينة|قرية|بلدة|محافظة|ولاية|منطقة|شعبية|بلدية|مخيم|معسكر|مطار|معبر|حي) ")


Points = dict[tuple[str, str], list[tuple[float, float]]]


class Row(NamedTuple):
    """One row of a place table and where it stands."""

    source: str
    cells: dict[str, str]

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude in degrees."""
        return float(self.cells["lat"]), float(self.cells["lon"])


def main() -> None:
    """Print the report; exit with 1 where a mistake of form is found."""
    options = arguments()
    rows = [row for path in sorted(PLACES.glob("*.tsv")) for row in read(path)]
    known = {row.cells["id"] for row in rows if row.cells["id"]}
    chosen = [row for row in rows if not options.country or country(row) in options.country]
    faults = list(repeated(rows)) + [fault for row in chosen for fault in mistakes(row, known)]
    if faults:
        print(*faults, sep="\n")
    report(chosen, gazetteer(options.gazetteer), options)
    raise SystemExit(bool(faults))


def arguments() -> argparse.Namespace:
    """What the user asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("country", nargs="*", help="ISO codes such as ly sy; all when none is given")
    parser.add_argument("--gazetteer", type=Path, default=Path("../shared/data/gazetteer"), help="folder of gazetteers")
    parser.add_argument("--limit", type=float, default=25, help="distance in km from which a point row is listed")
    parser.add_argument("--missing", action="store_true", help="also list names that no gazetteer knows")
    return parser.parse_args()


def read(path: Path) -> Iterator[Row]:
    """The rows of a table; a row with too few or too many cells keeps what it has."""
    with path.open(encoding="utf-8", newline="") as lines:
        for number, cells in enumerate(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
            if number == 1 or not cells or cells[0].startswith("#"):
                continue
            source = f"{path.name}:{number}"
            if len(cells) != len(COLUMNS):
                source += f" [{len(cells)} cells instead of {len(COLUMNS)}]"
            yield Row(source, dict.fromkeys(COLUMNS, "") | dict(zip(COLUMNS, cells, strict=False)))


def country(row: Row) -> str:
    """The ISO code a row's id begins with."""
    return row.cells["id"].split("-")[0]


def repeated(rows: list[Row]) -> Iterator[str]:
    """Ids that two rows share."""
    first: dict[str, str] = {}
    for row in rows:
        identity = row.cells["id"]
        if identity in first:
            yield f"{row.source}: id {identity} is already taken by {first[identity]}"
        first.setdefault(identity, row.source)


def mistakes(row: Row, known: set[str]) -> Iterator[str]:
    """What is wrong with the form of one row."""
    cells = row.cells
    if "[" in row.source:
        yield row.source
    if cells["kind"] not in KINDS:
        yield f"{row.source}: unknown kind {cells['kind']!r}"
    if cells["parent"] not in known | WITHOUT_PARENT.get(cells["kind"], set()):
        yield f"{row.source}: parent {cells['parent']!r} is in no file"
    if not re.fullmatch("[1-9]", cells["rank"]):
        yield f"{row.source}: rank {cells['rank']!r} is not 1 to 9"
    if not all(re.fullmatch(r"-?\d+\.\d{3,}", cells[axis]) for axis in ("lat", "lon")):
        yield f"{row.source}: coordinates {cells['lat']}, {cells['lon']} need three decimals"
    yield from (f"{row.source}: unwanted characters in {cell!r}" for cell in cells.values() if UNWANTED.search(cell))


def gazetteer(folder: Path) -> Points:
    """The points of every name, by country and folded name."""
    points: Points = defaultdict(list)
    for name in GAZETTEERS:
        with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
            for cells in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if not (cells["lat"] and cells["lon"]):
                    continue
                spoken = [key(name) for name in cells["ar"].split("|")] + [
                    latin(name) for name in cells["en"].split("|")
                ]
                for name in filter(None, spoken):
                    points[cells["cc"].lower(), name].append((float(cells["lat"]), float(cells["lon"])))
    return points


def latin(name: str) -> str:
    """An English name without article, signs and vowel doubling, so that spellings meet."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", name.partition("(")[0].casefold()) if c.isalpha() or c in " -"
    )
    words = [word for word in re.split("[ -]+", plain) if word not in _ARTICLES]
    return "".join(words).replace("ee", "i").replace("oo", "u").replace("ou", "u")


def key(name: str) -> str:
    """The name with neither spelling differences nor class word."""
    plain = _CLASS_WORD.sub("", _MARKS.sub("", name.strip()))
    return plain.translate(_FOLD).replace(" ", "")


def names(row: Row) -> set[str]:
    """The folded names a row answers to: its canonical name and the alternatives of a simple pattern."""
    pattern = row.cells["pattern"]
    plain = re.fullmatch(r"\(([^()]*)\)", pattern)
    written = plain[1].split("|") if plain else [] if "(" in pattern else [pattern]
    return {key(name) for name in [*written, row.cells["name"]]} | {latin(row.cells["name_en"])}


def report(rows: list[Row], points: Points, options: argparse.Namespace) -> None:
    """List the rows that are far from their namesakes, or unknown, and count."""
    counts = dict.fromkeys(("near", "reviewed", "far", "missing", "outside"), 0)
    looked_at, places = reviewed(), {row.cells["id"]: row for row in rows}
    for row in rows:
        if looked_at.get(row.cells["id"]) == (row.cells["lat"], row.cells["lon"]):
            counts["reviewed"] += 1
            continue
        counts["outside"] += is_outside(row, places.get(row.cells["parent"]))
        found = [point for name in names(row) for point in points.get((country(row), name), [])]
        nearest = min(found, key=lambda point: distance(row.point, point), default=None)
        verdict = judge(row, nearest, options.limit)
        counts[verdict] += 1
        if verdict == "far" and nearest:
            print(f"far {distance(row.point, nearest):5.0f} km  {told(row)}  nearest {written(nearest)}")
        elif verdict == "missing" and options.missing:
            print(f"not found     {told(row)}")
    print(", ".join(f"{count} {verdict}" for verdict, count in counts.items()))


def reviewed() -> dict[str, tuple[str, str]]:
    """The coordinates, by id, that a person looked at."""
    with REVIEWED.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {row["id"]: (row["lat"], row["lon"]) for row in rows}


def is_outside(row: Row, parent: Row | None) -> bool:
    """Whether a row lies too far from the town or district that it is said to lie in; it is then listed."""
    room = ROOM_KM.get(parent.cells["kind"]) if parent else None
    if parent is None or room is None:
        return False
    far = distance(row.point, parent.point)
    if far > room:
        print(f"outside {far:5.0f} km  {told(row)}  from {parent.cells['id']} {written(parent.point)}")
    return far > room


def judge(row: Row, nearest: tuple[float, float] | None, limit: float) -> str:
    """Near, far or missing; areas may lie farther from their namesake than points."""
    if nearest is None:
        return "missing"
    return "near" if distance(row.point, nearest) <= max(limit, LIMITS_KM.get(row.cells["kind"], 0)) else "far"


def told(row: Row) -> str:
    """A row in one line of the report."""
    cells = row.cells
    kind = f"({cells['kind']} in {cells['parent']})"
    return "  ".join((row.source, cells["name"], cells["name_en"], kind, written(row.point)))


def written(point: tuple[float, float]) -> str:
    """A point as the tables write it."""
    return f"{point[0]:.3f}, {point[1]:.3f}"


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance in km (haversine)."""
    latitude, longitude = math.radians(one[0]), math.radians(one[1])
    latitude2, longitude2 = math.radians(other[0]), math.radians(other[1])
    chord = (
        math.sin((latitude2 - latitude) / 2) ** 2
        + math.cos(latitude) * math.cos(latitude2) * math.sin((longitude2 - longitude) / 2) ** 2
    )
    return EARTH_DIAMETER_KM * math.asin(math.sqrt(chord))


if __name__ == "__main__":
    main()
