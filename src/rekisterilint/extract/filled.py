"""Which elements a description fills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_RIGHTS = ("access", "rectification", "erasure", "restriction", "objection", "portability")
_PLAIN: Mapping[str, str] = {
    "legitimate_interest": "legitimate_interest", "recipients": "recipients",
    "transfers": "transfers", "retention": "retention", "consent_withdrawal": "consent_withdrawal",
    "complaint": "complaint", "provision_obligation": "provision",
    "automated_decisions": "automated_decisions", "data_categories": "data_categories",
    "source": "sources", "date": "date", "contact_person": "contact_person", "dpo": "dpo",
    "purposes": "purposes",
}  # fmt: skip
_CHANNELS = ("address", "phone", "email", "url")


def filled_elements(description: Mapping[str, Any]) -> frozenset[str]:
    """The keys of the elements that a description (as plain Python values) has something for."""
    return frozenset(_filled(description))


def _filled(description: Mapping[str, Any]) -> Iterator[str]:
    for key, field in _PLAIN.items():
        if _has(description.get(field)):
            yield key
    if _has(description.get("processors")):
        yield "recipients"
    controller = description.get("controller") or {}
    if _has(controller.get("name")):
        yield "controller"
    if any(_has(controller.get(channel)) for channel in _CHANNELS):
        yield "controller_contact"
    for purpose in description.get("purposes") or ():
        if purpose.get("legal_bases") or purpose.get("statutes"):
            yield "legal_basis"
        if _has(purpose.get("legitimate_interest")):
            yield "legitimate_interest"
        if _has(purpose.get("retention")):
            yield "retention"
    transfers = description.get("transfers")
    if isinstance(transfers, Mapping) and _has(transfers.get("safeguards")):
        yield "transfer_safeguards"
    special = description.get("special_categories")
    if isinstance(special, Mapping) and _has(special.get("basis")):
        yield "special_category_basis"
    for right in _RIGHTS:
        if _has((description.get("rights") or {}).get(right)):
            yield f"right_{right}"


def _has(value: Any) -> bool:
    if isinstance(value, (Mapping, Sequence)):
        return bool(value)
    return value is not None
