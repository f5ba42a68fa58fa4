"""Targets of links that are pages of the web: told apart from what leads elsewhere, and put in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.text import LinkedWords, Piece

_WEB_ADDRESS = lazy_pattern(r"https?:\W{0,3}(?:www\.)?(?P<host>[^\s/?#]+)", re.IGNORECASE)
LONGEST_TARGET = 2_000


def web_link(words: str, first: int, last: int, target: Iterable[Piece]) -> LinkedWords | None:
    """The link behind `words`, whose letters stand from source offset `first` to `last`.

    None where it leads to no page of the web, and where the words themselves name the site.
    """
    pieces = list(target)
    address = "".join(piece.text for piece in pieces)
    match = _WEB_ADDRESS.match(address.strip())
    # A template's placeholder is no address.
    if match is None or len(address) > LONGEST_TARGET or "{" in match["host"]:
        return None
    if not words.strip() or match["host"].lower() in words.lower():
        return None
    return LinkedWords(first, last, pieces)
