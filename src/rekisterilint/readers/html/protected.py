"""E-mail addresses that a site hides from robots: a script on the page shows them to people.

They are read behind the words that stand in their place, as those of a `mailto:` link are, so that
the notice has its address; the words themselves are reported as a disguise (CON204). Known are the
forms of Cloudflare (Email Address Obfuscation: hexadecimal digits, each byte combined by XOR with
the first one) and of Joomla (the plugin Email Cloaking: parts in Base64, earlier in a script).
"""

from __future__ import annotations

import binascii
import re
from html import unescape

from rekisterilint.readers.flow import Inline
from rekisterilint.readers.html.tokens import Attribute
from rekisterilint.readers.html.tree import Node

_TARGET = re.compile(r"/cdn-cgi/l/email-protection#(?P<code>[0-9a-f]{8,600})$", re.IGNORECASE)
_CODE = re.compile(r"(?:[0-9a-f]{2}){4,300}", re.IGNORECASE)
_CLOAK = re.compile(r"cloak(?P<number>\w{1,40})")
_LITERAL = re.compile(r"'([^'\\\n]{0,300})'")
_SCRIPT_WITHIN = 1_000
_LONGEST = 400


def protected_address(node: Node, source: str) -> list[Inline]:
    """The address that an element stands for, behind its words; empty if it stands for none.

    `source` is the whole page.
    """
    held = node.attributes.get("data-cfemail")
    if held is not None:
        return _cloudflare(held.raw, held.source)
    if node.name == "joomla-hidden-mail":
        return _joomla(node)
    return _cloaked(node, source) if node.name == "span" else []


def protected_target(target: Attribute) -> list[Inline]:
    """The address that a link leads to in place of a `mailto:`; empty if it leads elsewhere."""
    match = _TARGET.search(target.raw)
    return _cloudflare(match["code"], target.source + match.start("code")) if match is not None else []


def _cloudflare(code: str, source: int) -> list[Inline]:
    if _CODE.fullmatch(code) is None:
        return []
    key, *letters = bytes.fromhex(code)
    address = bytes(letter ^ key for letter in letters)
    return _shown(address, source + 2, 2)


def _joomla(node: Node) -> list[Inline]:
    first, last = node.attributes.get("first"), node.attributes.get("last")
    if first is None or last is None or len(first.raw) + len(last.raw) > _LONGEST:
        return []
    try:
        parts = [binascii.a2b_base64(part.raw, strict_mode=True) for part in (first, last)]
    except ValueError:
        return []
    return _shown(b"@".join(parts), first.source, 0)


def _cloaked(node: Node, source: str) -> list[Inline]:
    """The address that the script behind the element puts together: `addy1 = 'info' + '&#64;'; …`."""
    match = _CLOAK.fullmatch(node.get("id"))
    if match is None:
        return []
    name = f"addy{match['number']}"
    script = source[node.end : node.end + _SCRIPT_WITHIN]
    literals = [
        literal
        for statement in re.finditer(rf"\b{name}\s*=(?P<words>[^;]*(?:;(?=[^'\n]*')[^;]*)*);\s*$", script, re.MULTILINE)
        for literal in _LITERAL.finditer(statement["words"])
    ]
    address = unescape("".join(literal[1] for literal in literals))
    at = node.end + script.find(name)
    return _shown(address.encode()[:_LONGEST], at, 0)


def _shown(address: bytes, source: int, step: int) -> list[Inline]:
    """`address` a letter at a time, each `step` characters of the source behind the last."""
    try:
        words = address.decode()
    except UnicodeDecodeError:
        return []
    if not words.isascii() or not words.isprintable() or words.count("@") != 1 or " " in words:
        return []
    # On a line of its own: what stands in its place is like a template's placeholder.
    return [Inline("\n", source), *(Inline(letter, source + step * n) for n, letter in enumerate(words))]
