"""When an element applies: conditions that are judged from the notice itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from rekisterilint.elements.evidence import Evidence
from rekisterilint.notice.model import ControllerType

GROUNDS = "abcdef"


class Situation(msgspec.Struct, frozen=True):
    """What the conditions are judged by."""

    evidence: Evidence
    grounds: frozenset[str]
    controller_type: ControllerType

    def holds(self, signal: str) -> bool:
        """Whether the signal of that name was met."""
        return bool(self.evidence.of("signal", signal))


def claimed_grounds(evidence: Evidence) -> frozenset[str]:
    """The Article 6(1) grounds that a notice claims: letters a to f."""
    return frozenset(ground for ground in GROUNDS if evidence.of("signal", f"claims-{ground}"))


def consent_claimed(situation: Situation) -> bool:
    """Consent is claimed under Article 6(1)(a) or 9(2)(a)."""
    return "a" in situation.grounds or situation.holds("explicit-consent")


def objection_applies(situation: Situation) -> bool:
    """Article 21: ground e or f, or direct marketing; or no ground can be told."""
    grounds = situation.grounds
    return not grounds or bool(grounds & {"e", "f"}) or situation.holds("direct-marketing")


def portability_applies(situation: Situation) -> bool:
    """Article 20: ground a or b; or no ground can be told."""
    return not situation.grounds or bool(situation.grounds & {"a", "b"})


def from_person(situation: Situation) -> bool:
    """Some data come from the data subject: unless the notice says that none do."""
    return not situation.holds("not-from-person")


CONDITIONS: Mapping[str, Callable[[Situation], bool]] = {
    "always": lambda situation: True,
    "public": lambda situation: situation.controller_type is ControllerType.PUBLIC,
    "ground-f": lambda situation: "f" in situation.grounds,
    "consent": consent_claimed,
    "objection": objection_applies,
    "portability": portability_applies,
    "from-person": from_person,
    "third-party-source": lambda situation: situation.holds("third-party-source"),
    # A veterinarian's patients are animals.
    "special-categories": lambda situation: situation.holds("special-categories") and not situation.holds("veterinary"),
    "transfers-outside": lambda situation: situation.holds("transfers-outside"),
}

# The signals that make a condition hold, where a sentence of the notice does: what is missing is missing there.
TRIGGERS: Mapping[str, tuple[str, ...]] = {
    "ground-f": ("claims-f",),
    "consent": ("claims-a", "explicit-consent"),
    "special-categories": ("special-categories",),
    "transfers-outside": ("transfers-outside",),
}
