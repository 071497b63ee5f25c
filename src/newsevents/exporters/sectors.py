"""PLOVER's codes for events and actors, as its manual 0.8 has them; what plover and polecat share."""

from __future__ import annotations

from ..flat import Fields
from ..schema import Record

COOPERATION = {"AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2}
DEMANDS = {"REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3}
MATERIAL_CONFLICT = 4
SECTORS = {
    "state_forces": "MIL",
    "external_forces": "MIL",
    "rebel": "REB",
    "political_militia": "PRM",
    "identity_militia": "PRM",
    "rioters": "CVL",
    "protesters": "CVL",
    "civilians": "CVL",
}
UNIDENTIFIED = "unidentified-armed-group"


def event(record: Record) -> str:
    """The category: ASSAULT of ASSAULT:aerial."""
    return (record.plover or "").partition(":")[0]


def mode(record: Record) -> str | None:
    """The mode: aerial of ASSAULT:aerial; None where the category has none."""
    return (record.plover or "").partition(":")[2] or None


def quad(record: Record) -> int:
    """1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
    return {**COOPERATION, **DEMANDS}.get(event(record), MATERIAL_CONFLICT)


def sector(actor: Fields) -> str:
    """The sector of an actor; UNK where there is none, for PLOVER wants one always."""
    if actor.get("id") == UNIDENTIFIED:
        return "UAF"
    return SECTORS.get(str(actor.get("type")), "UNK")
