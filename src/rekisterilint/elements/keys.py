"""The 25 elements of Articles 13 and 14, in the order of every table."""

from __future__ import annotations

ELEMENT_KEYS = (
    "controller", "controller_contact", "contact_person", "dpo", "purposes", "legal_basis",
    "legitimate_interest", "recipients", "transfers", "transfer_safeguards", "retention",
    "right_access", "right_rectification", "right_erasure", "right_restriction",
    "right_objection", "right_portability", "consent_withdrawal", "complaint",
    "provision_obligation", "automated_decisions", "data_categories", "source",
    "special_category_basis", "date",
)  # fmt: skip

RIGHTS = tuple(key for key in ELEMENT_KEYS if key.startswith("right_"))
