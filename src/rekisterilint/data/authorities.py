"""Authorities that notices name, what replaced them, and how to reach the Data Protection Ombudsman.

Source: a register kept by hand, of the date in `authorities.json`; each fact has a confidence.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final, Literal

import msgspec

from rekisterilint.data.folding import fold
from rekisterilint.data.resources import load
from rekisterilint.data.statutes import Confidence

_FILE: Final = "authorities.json"
_COUNTRY_CODES: Final = ("358", "00358")


class Authority(msgspec.Struct, frozen=True):
    """A body, or a kind of body, under one name.

    `names` are its Finnish names and abbreviations in the nominative, its own first; `names_sv`
    the Swedish ones. If `is_replaced`, `replaced_on` is an ISO date (empty if not known),
    `replaced_by` says in Finnish what took its place then, and `today` what stands there now;
    `today_sv` is empty where no Swedish name is known. `domains` are those of its former web site
    and mail.
    """

    name: str
    names: tuple[str, ...]
    names_sv: tuple[str, ...]
    kind: str
    is_replaced: bool
    replaced_on: str
    replaced_by: str
    today: str
    today_sv: str
    domains: tuple[str, ...]
    note: str
    confidence: Confidence


class OmbudsmanAddress(msgspec.Struct, frozen=True):
    """An address of the Ombudsman's office; either `street` or `po_box` (digits only) is set."""

    kind: Literal["visiting", "postal"]
    street: str
    street_sv: str
    po_box: str
    code: str
    town: str
    town_sv: str
    is_current: bool
    note: str
    confidence: Confidence


class OmbudsmanPhone(msgspec.Struct, frozen=True):
    """A number of the Ombudsman's office: national digits (`0295666700`), and whose it is."""

    digits: str
    role: Literal["switchboard", "registry", "guidance", "fax"]
    is_current: bool
    note: str
    confidence: Confidence


class OmbudsmanEmail(msgspec.Struct, frozen=True):
    """An e-mail address of the Ombudsman's office."""

    address: str
    is_current: bool
    note: str
    confidence: Confidence


class Ombudsman(msgspec.Struct, frozen=True):
    """How to reach the Data Protection Ombudsman, today and formerly."""

    name_fi: str
    name_sv: str
    name_en: str
    addresses: tuple[OmbudsmanAddress, ...]
    phones: tuple[OmbudsmanPhone, ...]
    emails: tuple[OmbudsmanEmail, ...]

    @property
    def visiting_address(self) -> OmbudsmanAddress:
        """Today's visiting address."""
        return next(a for a in self.addresses if a.is_current and a.kind == "visiting")

    @property
    def postal_address(self) -> OmbudsmanAddress:
        """Today's postal address."""
        return next(a for a in self.addresses if a.is_current and a.kind == "postal")

    def phone(self, number: str) -> OmbudsmanPhone | None:
        """The office's phone with this number, however it is written; None if it has none such."""
        digits = national_digits(number)
        return next((phone for phone in self.phones if phone.digits == digits), None)


@cache
def all_authorities() -> tuple[Authority, ...]:
    """Every authority of the register, current and former."""
    return tuple(
        Authority(**{name: _frozen(value) for name, value in row.items()})
        for row in load(_FILE)["authorities"]
    )


@cache
def replaced() -> tuple[Authority, ...]:
    """The authorities that no longer exist under their name."""
    return tuple(authority for authority in all_authorities() if authority.is_replaced)


def by_name(name: str) -> tuple[Authority, ...]:
    """The authorities of this name or abbreviation, in the nominative, in either language."""
    return _by_name().get(fold(name), ())


def by_domain(domain: str) -> Authority | None:
    """The former authority whose web or mail domain this is (or is part of), else None."""
    labels = fold(domain).rpartition("@")[2].split(".")
    return _by_domain().get(".".join(labels[-2:]))


@cache
def ombudsman() -> Ombudsman:
    """The Data Protection Ombudsman's names and contact details."""
    row = load(_FILE)["ombudsman"]
    return Ombudsman(
        name_fi=row["name_fi"],
        name_sv=row["name_sv"],
        name_en=row["name_en"],
        addresses=tuple(OmbudsmanAddress(**address) for address in row["addresses"]),
        phones=tuple(OmbudsmanPhone(**phone) for phone in row["phones"]),
        emails=tuple(OmbudsmanEmail(**email) for email in row["emails"]),
    )


def national_digits(number: str) -> str:
    """A Finnish phone number's digits as dialled at home: `+358 29 566 6700` → `0295666700`."""
    digits = "".join(character for character in number if character.isdigit())
    for prefix in _COUNTRY_CODES:
        if digits.startswith(prefix):
            return "0" + digits.removeprefix(prefix).removeprefix("0")
    return digits


@cache
def _by_name() -> dict[str, tuple[Authority, ...]]:
    index: dict[str, tuple[Authority, ...]] = {}
    for authority in all_authorities():
        for name in {fold(name) for name in (*authority.names, *authority.names_sv)}:
            index[name] = (*index.get(name, ()), authority)
    return index


@cache
def _by_domain() -> dict[str, Authority]:
    return {domain: authority for authority in replaced() for domain in authority.domains}


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
