"""Targets of links that are pages of the web: told apart from what leads elsewhere, and put in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.text import VALUE, LinkedWords, Piece

_WEB_ADDRESS = lazy_pattern(r"https?:\W{0,3}(?:www\.)?(?P<host>[^\s/?#]+)", re.IGNORECASE)
LONGEST_TARGET = 2_000
_MOST_LETTERS = 200_000


def web_link(words: str, first: int, last: int, target: Iterable[Piece]) -> LinkedWords | None:
    """The link behind `words`, whose letters stand from source offset `first` to `last`.

    None where it leads to no page of the web, and where the words themselves name the site.
    """
    pieces = list(target)
    address = "".join(piece.text for piece in pieces)
    match = _WEB_ADDRESS.match(address.strip())
    # A template's placeholder is no address.
    if match is None or len(address) > LONGEST_TARGET or "{" in match["host"] or VALUE in match["host"]:
        return None
    if not words.strip() or match["host"].lower() in words.lower():
        return None
    return LinkedWords(first, last, pieces)


def link_without_place(words: str, first: int, last: int, target: str) -> LinkedWords | None:
    """As `web_link`, for a target that the source does not show: it stands where its words do, from end to end."""
    letters = target[: LONGEST_TARGET + 1]
    return web_link(words, first, last, [Piece(letter, first) for letter in letters[:-1]] + [Piece(letters[-1:], last)])


def within_bounds(links: Iterable[LinkedWords]) -> Iterator[LinkedWords]:
    """The first of `links`: as many as a document has whose author was a person."""
    letters = 0
    for link in links:
        letters += len(link.target)
        if letters > _MOST_LETTERS:
            return
        yield link
