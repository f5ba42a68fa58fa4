"""E-mail addresses that Cloudflare hides from robots: a script on the page shows them to people.

They are read behind the words that stand in their place, as those of a `mailto:` link are, so that
the notice has its address; the words themselves are reported as a disguise (CON204).

The form is that of Cloudflare's Email Address Obfuscation: the address in hexadecimal digits, each
byte combined (XOR) with the first one.
"""

from __future__ import annotations

import re

from rekisterilint.readers.flow import Inline
from rekisterilint.readers.html.tokens import Attribute
from rekisterilint.readers.html.tree import Node

_TARGET = re.compile(r"/cdn-cgi/l/email-protection#(?P<code>[0-9a-f]{8,600})$", re.IGNORECASE)
_CODE = re.compile(r"(?:[0-9a-f]{2}){4,300}", re.IGNORECASE)


def protected_address(node: Node) -> list[Inline]:
    """The address that an element stands for, behind its words; empty if it stands for none."""
    held = node.attributes.get("data-cfemail")
    return _letters(held.raw, held.source) if held is not None else []


def protected_target(target: Attribute) -> list[Inline]:
    """The address that a link leads to in place of a `mailto:`; empty if it leads elsewhere."""
    match = _TARGET.search(target.raw)
    return _letters(match["code"], target.source + match.start("code")) if match is not None else []


def _letters(code: str, source: int) -> list[Inline]:
    if _CODE.fullmatch(code) is None:
        return []
    key, *letters = bytes.fromhex(code)
    try:
        address = bytes(letter ^ key for letter in letters).decode()
    except UnicodeDecodeError:
        return []
    if not address.isascii() or not address.isprintable() or "@" not in address:
        return []
    letters_of = [Inline(letter, source + 2 * number) for number, letter in enumerate(address, 1)]
    # On a line of its own: what stands in its place is like a template's placeholder.
    return [Inline("\n", letters_of[0].source), *letters_of]
