"""What kind of event: decided by triggers, weapon, target and sides, in ACLED's order of priority."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from ..layers import lexicons
from ..lexicons import Lexicons
from ..schema import Argument, Mention, Party, Toll

_FAMILIES = {
    "violence": "suicide_bomb chemical air_strike ied shelling grenade armed_clash gov_regains nonstate_overtakes"
    " takeover attack assault bombardment explosion shooting harm sexual_violence",
    "arrest": "arrests raid",
    "protest": "peaceful_protest protest_intervention excessive_force violent_demonstration mob_violence",
    "foiled": "disrupted_weapons",
}
FAMILIES = {kind: name for name, kinds in _FAMILIES.items() for kind in kinds.split()}
_ARMED = frozenset(("state_forces", "rebel", "political_militia", "identity_militia", "external_forces"))
_FIGHTERS = frozenset(("state_forces", "non_state_fighters", "external_forces"))
_VIOLENT = frozenset(("assault", "bombardment", "explosion", "shooting", "takeover"))
_BESIDE = frozenset(("destruction", "other", "transfer", "change", "agreement", "base", "arrests"))
_HARM = frozenset(("killed", "wounded", "abducted"))
# What some parties are where they are struck.
_STRUCK = {"attackers": "", "suicide-bomber": "", "il-settlers": "civilians"}
_CROWD = frozenset(("peaceful_protest", "protest_intervention"))
_FIREARMS, _CROWD_CONTROL = "firearms", "crowd_control"
# Bombs that are found on gunmen who shot are not what they attacked with.
_FOUND, _SHOT = frozenset(("suicide_bomb", "ied")), frozenset(("shooting", "raid"))
_BLAST = frozenset(("explosion", "assault", "suicide_bomb", "ied"))
_BY_TRIGGER = {"bombardment": "shelling", "explosion": "ied"}
_VAGUE = frozenset(("harm", "assault", "bombardment", "explosion", "shooting", "raid", "takeover"))


def family(event_type: object) -> str:
    """The family of an event type: violence, abduction, arrest, protest, foiled, destruction, or itself."""
    return FAMILIES.get(str(event_type), str(event_type))


@dataclass(frozen=True, slots=True)
class Told:
    """What speaks for a type: trigger types, types that weapons give, party types of both sides, victim types.

    ``means`` are the ids of the weapons. Attackers who were shot are no armed target, settlers struck are civilians.
    """

    triggers: list[str]
    weapons: list[str]
    means: set[str]
    targets: set[str]
    doers: set[str]
    victims: set[str]

    @property
    def armed_target(self) -> bool:
        """Whether those struck are soldiers, police or fighters."""
        return bool(self.targets & _ARMED or self.victims & _FIGHTERS)


def told(
    triggers: Iterable[Mention], weapons: Iterable[Mention], who: Iterable[Argument], tolls: Iterable[Toll]
) -> Told:
    """The evidence for a type from a frame, or from all frames of an event."""
    parties = [(a.role, a.mention.value) for a in who if isinstance(a.mention.value, Party)]
    used = list(weapons)
    return Told(
        triggers=[str(t.value) for t in triggers],
        weapons=[w.row["event_type"] for w in used if w.row and w.row.get("event_type")],
        means={str(w.value) for w in used},
        targets={_STRUCK.get(p.id or "", p.type) for role, p in parties if role == "target"},
        doers={p.type for role, p in parties if role == "perpetrator"},
        victims={t.victim_type for t in tolls if t.kind in _HARM and t.amount.best != 0 and t.group != "attackers"},
    )


def decide(doc: Doc, evidence: Told) -> str:
    """The event type of a frame or of a merged event: the most telling trigger, or what weapon and sides give."""
    specific = [t for t in evidence.triggers if t not in _VAGUE and not (t in _BESIDE and is_violent(evidence))]
    if specific:
        return best(specific, evidence, priorities(lexicons(doc)))
    return vague(evidence, priorities(lexicons(doc)))


def is_violent(evidence: Told) -> bool:
    """Whether an attack is told too: burning, looting and arrests inside it belong to it."""
    return bool(_VIOLENT & set(evidence.triggers)) or ("harm" in evidence.triggers and bool(evidence.victims))


@cache
def priorities(tables: Lexicons) -> dict[str, int]:
    """How telling each event type is, by event_types.tsv."""
    return {row["id"]: int(row["priority"]) for row in tables.rows("event_types.tsv")}


def best(specific: list[str], evidence: Told, priority: dict[str, int]) -> str:
    """Of several specific types the most telling; an attack on armed people is a clash."""
    chosen = max(specific, key=lambda t: priority.get(t, 0))
    if chosen in _CROWD:
        return of_crowd(chosen, evidence)
    if chosen == "destruction" and evidence.doers & {"protesters", "rioters"}:
        return "violent_demonstration"
    by_weapon, armed_target = evidence.weapons, evidence.armed_target
    if chosen == "attack":
        if by_weapon:
            return by_weapon[0]
        return "armed_clash" if armed_target else "attack"
    if chosen == "ied" and "suicide_bomb" in by_weapon:
        return "suicide_bomb"
    return chosen


def of_crowd(chosen: str, evidence: Told) -> str:
    """A protest: whose people were hurt by live fire, whose people were dispersed or arrested, or nobody's."""
    forces = bool(evidence.doers & {"state_forces", "external_forces"})
    if "civilians" in evidence.victims and _FIREARMS in evidence.means and forces:
        return "excessive_force"
    stopped = forces and (_CROWD_CONTROL in evidence.means or "arrests" in evidence.triggers)
    return "protest_intervention" if stopped else chosen


def vague(evidence: Told, priority: dict[str, int]) -> str:
    """A type for words that leave it open: هجوم، قصف، انفجار، مقتل."""
    seen = set(evidence.triggers)
    if "takeover" in seen:
        return "gov_regains" if "state_forces" in evidence.doers else "nonstate_overtakes"
    found = _FOUND if seen & _SHOT and not seen & _BLAST else frozenset()
    if weapons := [w for w in evidence.weapons if w not in found]:
        return max(weapons, key=lambda t: priority.get(t, 0))
    for trigger, kind in _BY_TRIGGER.items():
        if trigger in seen:
            return kind
    if "raid" in seen and not {"harm", "shooting", "assault"} & seen:
        return "other"
    return "armed_clash" if evidence.armed_target else "attack"
