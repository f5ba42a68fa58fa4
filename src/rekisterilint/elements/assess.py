"""The status of each of the 25 elements of Articles 13 and 14."""

from __future__ import annotations

from collections.abc import Mapping

from rekisterilint.catalogue.model import Element
from rekisterilint.elements.conditions import CONDITIONS, Situation
from rekisterilint.elements.evidence import units_of
from rekisterilint.elements.filled_in import value_for
from rekisterilint.elements.keys import ELEMENT_KEYS, RIGHTS
from rekisterilint.findings import ElementResult, Span, Status
from rekisterilint.notice.model import Notice

__all__ = ["ELEMENT_KEYS", "RIGHTS", "assess_elements", "worst_of"]

# What a sentence that only announces the notice's contents ("Here we tell to whom …") can't state.
_UNANNOUNCED = frozenset(
    {"recipients", "transfers", "retention", "source", "data_categories", "purposes", "legal_basis"}
)

# The best evidence decides, but evidence that an element has no object outweighs all.
_ORDER = (Status.NOT_APPLICABLE, Status.STATED, Status.PARTIAL, Status.REFERRED)
_MOST_EVIDENCE = 3


def assess_elements(
    notice: Notice, elements: Mapping[str, Element], situation: Situation
) -> dict[str, ElementResult]:
    """The status of every element, with up to three spans of evidence each."""
    return {key: _assess(notice, elements[key], situation) for key in ELEMENT_KEYS}


def _assess(notice: Notice, element: Element, situation: Situation) -> ElementResult:
    order: tuple[Status, ...] = _ORDER
    otherwise = Status.MISSING
    announced = frozenset(units_of(situation.evidence.of("signal", "announcement")))
    if not any(CONDITIONS[name](situation) for name in element.applies):
        # A right that need not be mentioned is stated all the same where it is, if only to say
        # that it does not apply (RULES.md, section 10).
        order = (Status.STATED,) if element.key in RIGHTS else ()
        otherwise = Status.NOT_APPLICABLE
    for status in order:
        matches = situation.evidence.of("element", element.key, status.value)
        for signal in element.signals.get(status.value, ()):
            matches += situation.evidence.of("signal", signal)
        if element.key in _UNANNOUNCED and announced:
            matches = tuple(match for match in matches if match.unit not in announced)
        if matches:
            units = [notice.units[number] for number in units_of(matches)[:_MOST_EVIDENCE]]
            return ElementResult(status, tuple(Span(unit.start, unit.end) for unit in units))
    if otherwise is Status.MISSING and (span := value_for(element.key, notice)) is not None:
        # Whatever the program puts there, a date is a date.
        return ElementResult(Status.STATED if element.key == "date" else Status.REFERRED, (span,))
    return ElementResult(otherwise)


def worst_of(
    first: Mapping[str, ElementResult], second: Mapping[str, ElementResult]
) -> dict[str, ElementResult]:
    """For each element the result that falls shorter: a file is judged by its weaker part."""
    rank = {
        Status.MISSING: 0,
        Status.PARTIAL: 1,
        Status.REFERRED: 2,
        Status.STATED: 3,
        Status.NOT_APPLICABLE: 4,
    }
    return {
        key: min(first[key], second[key], key=lambda result: rank[result.status])
        for key in first
    }
