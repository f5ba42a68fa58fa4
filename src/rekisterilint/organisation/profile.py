"""The organisation's own details, as the configuration gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rekisterilint.data.folding import fold
from rekisterilint.organisation.countries import codes_in

# The keys of the configuration whose values are compared, by kind of detail.
KIND_KEYS: Mapping[str, str] = {
    "business-id": "business-id", "switchboard": "switchboard", "registry-email": "registry-email",
    "dpo-name": "dpo-name", "dpo-email": "dpo-email", "dpo-phone": "dpo-phone",
}  # fmt: skip


PROVIDER_KEYS: Mapping[str, str] = {"systems": "system", "processors": "processor"}


@dataclass(frozen=True, slots=True)
class Provider:
    """A known system or processor (`kind`), and the codes of the countries of its data."""

    kind: str
    name: str
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Profile:
    """What every notice of the organisation must agree with.

    `names` are keys (folded). `values` are (kind, value as compared, value as written), `codes`
    (box or street with town, postal code); a kind with several values allows any of them.
    `providers` are known systems and processors, `urls` the organisation's pages as written.
    """

    names: tuple[str, ...] = ()
    values: tuple[tuple[str, str, str], ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    providers: tuple[Provider, ...] = ()
    urls: tuple[str, ...] = ()

    def of(self, kind: str) -> list[tuple[str, str]]:
        """The allowed values of a kind: as compared and as written."""
        return [(value, written) for name, value, written in self.values if name == kind]


def read_profile(values: Mapping[str, Any]) -> Profile:
    """The profile from the configuration's `organisation` table, which has passed its schema."""
    found = [
        (kind, compared(kind, written), written)
        for kind, key in KIND_KEYS.items()
        for written in many(values.get(key, ()))
    ]
    return Profile(
        names=tuple(fold(name) for name in values.get("names", ())),
        values=tuple(found),
        codes=tuple((key, code) for key, code, _ in postal_codes(values)),
        providers=tuple(
            Provider(kind, entry["name"], codes_in(entry.get("country", "")))
            for key, kind in PROVIDER_KEYS.items()
            for entry in values.get(key, ())
        ),
        urls=many(values.get("urls", ())),
    )


def compared(kind: str, written: str) -> str:
    """A profile's value in the form in which details are compared."""
    if kind in ("switchboard", "dpo-phone"):
        from rekisterilint.organisation.details import national

        return national(re.sub(r"[^\d+]", "", written.replace("(0)", "")))
    if kind == "dpo-name":
        return " ".join(sorted(fold(written).split()))
    return written if kind == "business-id" else written.lower()


def many(value: Any) -> tuple[str, ...]:
    """One text or several as a tuple."""
    return (value,) if isinstance(value, str) else tuple(value)


def postal_codes(values: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What codes the profile gives: box or street with town, the code, and the key that says so.

    A box without a town (`po-box`, `postal-code`) takes the town of its code.
    """
    from rekisterilint.data.postal import lookup

    for written in values.get("addresses", ()):
        from rekisterilint.facts.addresses import find_addresses
        from rekisterilint.organisation.details import address_key

        for address in find_addresses(written):
            key = address_key(address.street, address.box, address.town)
            if key:
                yield key, address.code, "addresses"
    box, code = values.get("po-box", ""), values.get("postal-code", "")
    found = lookup(code) if code else None
    if box and found is not None:
        yield f"PL {box}, {fold(found.town_fi)}", code, "postal-code"
    elif box and code:
        yield f"PL {box}", code, "postal-code"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two entries of a profile that can't both hold: their keys and values as written."""

    key: str
    value: str
    other_key: str
    other_value: str


def find_contradictions(values: Mapping[str, Any]) -> Iterator[Contradiction]:
    """Where the profile contradicts itself."""
    yield from _codes(values)
    yield from _countries(values)
    known: dict[str, tuple[str, str]] = {}
    for key in ("dpo-email", "registry-email"):
        for written in many(values.get(key, ())):
            before = known.setdefault(written.lower(), (key, written))
            if before[0] != key:
                yield Contradiction(key, written, *before)


def _codes(values: Mapping[str, Any]) -> Iterator[Contradiction]:
    seen: dict[str, str] = {}
    for place, code, key in postal_codes({"addresses": values.get("addresses", ())}):
        if seen.setdefault(place, code) != code:
            yield Contradiction(key, code, key, seen[place])
    box, code = values.get("po-box", ""), values.get("postal-code", "")
    same_box = [known for place, known in seen.items() if place.startswith(f"PL {box},")]
    if box and code and same_box and code not in same_box:
        yield Contradiction("postal-code", code, "addresses", same_box[0])


def _countries(values: Mapping[str, Any]) -> Iterator[Contradiction]:
    seen: dict[str, tuple[str, str]] = {}
    for key in ("systems", "processors"):
        for entry in values.get(key, ()):
            if not entry.get("country"):
                continue
            before = seen.setdefault(fold(entry["name"]), (key, entry["country"]))
            one, other = codes_in(before[1]), codes_in(entry["country"])
            # Countries that we know by no name are compared as written.
            differ = one != other if one and other else fold(before[1]) != fold(entry["country"])
            if differ:
                yield Contradiction(key, entry["country"], *before)
