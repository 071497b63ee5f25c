"""Coordinates that a text gives by a way from a named place: "80 كلم غرب القطرون", "بين مجدول والقطرون"."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, atan2, cos, degrees, radians, sin

from ..schema import Place, Point, Relation
from .gazetteer import EARTH_RADIUS_KM, kilometres

_DEGREES = {bearing: 45.0 * at for at, bearing in enumerate(("N", "NE", "E", "SE", "S", "SW", "W", "NW"))}
_HALF_SECTOR = radians(22.5)
_LEAST_KM, _FARTHEST_KM, _LONGEST_ROAD_KM = 2.0, 1500.0, 500.0


def point(relation: Relation, anchors: Sequence[Place]) -> Point | None:
    """Where a relation ends that counts from these places: at a distance and bearing, or midway between two."""
    placed = [place for place in anchors if place.lat is not None and place.lon is not None]
    if not placed:
        return None
    if relation.other is not None:
        return midway(placed[0], placed[1]) if len(placed) > 1 else None
    return away(placed[0], relation.distance_km, relation.bearing)


def away(anchor: Place, km: float | None, bearing: str | None) -> Point | None:
    """The point so far from a place; without a bearing the place itself, with the distance as the radius."""
    lat, lon = anchor.lat, anchor.lon
    if lat is None or lon is None or (km or 0.0) > _FARTHEST_KM:
        return None
    if km is None or bearing is None:
        return Point(lat, lon, km)
    return Point(*destination(lat, lon, km, _DEGREES[bearing]), round(max(km * sin(_HALF_SECTOR), _LEAST_KM), 1))


def destination(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The end of a great circle from a point: so many kilometres, at so many degrees east of north.

    >>> destination(24.933, 14.648, 80, 270)
    (24.931, 13.855)
    """
    way, course, north, east = km / EARTH_RADIUS_KM, radians(bearing), radians(lat), radians(lon)
    end = asin(sin(north) * cos(way) + cos(north) * sin(way) * cos(course))
    turn = atan2(sin(course) * sin(way) * cos(north), cos(way) - sin(north) * sin(end))
    return round(degrees(end), 3), round((degrees(east + turn) + 540) % 360 - 180, 3)


def midway(one: Place, other: Place) -> Point | None:
    """The middle of the great circle between two places, half its length as the radius."""
    apart = kilometres(one, other)
    if apart > _LONGEST_ROAD_KM or None in (one.lat, one.lon, other.lat, other.lon):
        return None
    lat, east = radians(one.lat or 0.0), radians((other.lon or 0.0) - (one.lon or 0.0))
    lat2 = radians(other.lat or 0.0)
    x, y = cos(lat2) * cos(east), cos(lat2) * sin(east)
    middle = atan2(sin(lat) + sin(lat2), ((cos(lat) + x) ** 2 + y**2) ** 0.5)
    lon = (one.lon or 0.0) + degrees(atan2(y, cos(lat) + x))
    return Point(round(degrees(middle), 3), round(lon, 3), round(apart / 2, 1))
