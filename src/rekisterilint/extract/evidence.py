"""Which sentences of a notice gave each element its status."""

from __future__ import annotations

from collections.abc import Mapping

from rekisterilint.checks import Context
from rekisterilint.elements.evidence import Match, units_of
from rekisterilint.findings import Status
from rekisterilint.notice.model import Unit

FIELD_OF_ELEMENT: Mapping[str, str] = {
    "controller": "controller", "controller_contact": "controller",
    "contact_person": "contact_person", "dpo": "dpo", "purposes": "purposes",
    "legal_basis": "purposes", "legitimate_interest": "legitimate_interest",
    "recipients": "recipients", "transfers": "transfers", "transfer_safeguards": "transfers",
    "retention": "retention", "right_access": "rights", "right_rectification": "rights",
    "right_erasure": "rights", "right_restriction": "rights", "right_objection": "rights",
    "right_portability": "rights", "consent_withdrawal": "consent_withdrawal",
    "complaint": "complaint", "provision_obligation": "provision",
    "automated_decisions": "automated_decisions", "data_categories": "data_categories",
    "source": "sources", "special_category_basis": "special_categories", "date": "date",
}  # fmt: skip
# What the notice says beside the elements, on which it hangs which of them apply.
FIELD_OF_SIGNAL: Mapping[str, str] = {
    **{f"claims-{ground}": "purposes" for ground in "abcdef"},
    "explicit-consent": "purposes",
    "direct-marketing": "purposes",
    "third-party-source": "sources",
    "not-from-person": "sources",
    "transfers-outside": "transfers",
    "special-categories": "data_categories",
}
_GIVING = (Status.STATED, Status.PARTIAL, Status.REFERRED)


def giving_units(context: Context, key: str) -> tuple[Unit, ...]:
    """The sentences that state an element, else those that touch on it or refer to it."""
    element = context.catalogue.elements[key]
    for status in _GIVING:
        matches: tuple[Match, ...] = context.evidence.of("element", key, status.value)
        for signal in element.signals.get(status.value, ()):
            matches += context.evidence.of("signal", signal)
        if matches:
            return tuple(context.notice.units[number] for number in units_of(matches))
    return ()


def is_given(context: Context, key: str) -> bool:
    """Whether the tool calls an element stated, partial or referred."""
    return context.elements[key].status in _GIVING


def is_stated(context: Context, key: str) -> bool:
    """Whether the tool calls an element stated."""
    return context.elements[key].status is Status.STATED
