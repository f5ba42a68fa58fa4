"""Character references (`&auml;`, `&#228;`) decoded piece by piece, so that places stay exact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from rekisterilint.text import Piece

# Bounded: Python refuses to read numbers of thousands of digits.
_REFERENCE = re.compile(r"&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?")
_LONGEST_WITHOUT_SEMICOLON = 6


def decoded(text: str, source: int, *, bare: bool = True) -> Iterator[Piece]:
    """`text`, which stands at `source`, with its references decoded to a piece each.

    With `bare`, the references that HTML knows without semicolon (`&copy 2026`) count too.
    """
    at = 0
    for match in _REFERENCE.finditer(text):
        reference = _known(match.group(), bare)
        if not reference:
            continue
        if match.start() > at:
            yield Piece(text[at : match.start()], source + at)
        yield Piece(unescape(reference), source + match.start())
        at = match.start() + len(reference)
    if at < len(text):
        yield Piece(text[at:], source + at)


def _known(candidate: str, bare: bool) -> str:
    """The part of `candidate` that is a reference; empty if none is."""
    if candidate.endswith(";"):
        known = candidate[1] == "#" or candidate[1:] in html5
        if known:
            return candidate
    if not bare:
        return ""
    if candidate[1] == "#":
        return candidate
    name = candidate[1 : _LONGEST_WITHOUT_SEMICOLON + 1].rstrip(";")
    while name:
        if name in html5:
            return "&" + name
        name = name[:-1]
    return ""
