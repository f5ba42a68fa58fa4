"""Postal addresses: five digits and a post town, with the street or box before them."""

from __future__ import annotations

import re

from rekisterilint.facts.model import Address

_CODE_TOWN = re.compile(
    r"(?<![\w.,/+-])(?:FI-?)?(?P<code>\d{5})[ ,]+(?P<town>[A-ZÅÄÖ][\w-]+(?: (?:[A-ZÅÄÖ][\w-]+|as|kk|kaupunki|stad|kunta|yliopisto))*)"
)
_BOX = re.compile(r"(?:PL|PB|P\.?O\.? ?Box|Postilokero|Postbox)\s?(\d{1,5})", re.IGNORECASE)


def find_addresses(content: str) -> tuple[Address, ...]:
    """The postal addresses of `content`."""
    found = []
    for match in _CODE_TOWN.finditer(content):
        before = content[max(0, match.start() - 80) : match.start()]
        line = before.rstrip(" ,\n").split("\n")[-1]
        box = _BOX.search(line)
        found.append(
            Address(
                match.start("code"), match.end(), match.group("code"), match.group("town"),
                line.strip(" ,"), box.group(1) if box else "",
                match.start() - len(before) + before.rfind(line),
            )
        )
    return tuple(found)
