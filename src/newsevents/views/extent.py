"""The part of the world that a map shows: the centre and the scale that hold all its points."""

from __future__ import annotations

from collections.abc import Sequence
from math import asinh, atan, degrees, pi, radians, sinh, tan

Point = tuple[float, float]
# Where there are no points, the Arab countries; and never nearer than this many degrees of longitude.
_HOME: tuple[Point, ...] = ((-15.0, 5.0), (58.0, 38.0))
_NEAREST = 3.0
_MARGIN = 1.25


def extent(points: Sequence[Point], width: int, height: int) -> tuple[list[float], float]:
    """Centre (longitude, latitude) and Mercator scale, in pixels a radian, for points of (longitude, latitude)."""
    points = points or _HOME
    lons = [lon for lon, _ in points]
    heights = [asinh(tan(radians(lat))) for _, lat in points]
    across = max(radians(max(lons) - min(lons)), radians(_NEAREST)) * _MARGIN
    up = max(max(heights) - min(heights), radians(_NEAREST)) * _MARGIN
    middle = degrees(atan(sinh((max(heights) + min(heights)) / 2)))
    return [(max(lons) + min(lons)) / 2, middle], min(width / min(across, 2 * pi), height / up)
