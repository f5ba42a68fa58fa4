"""The links of a page while it is walked: what they show, and where they lead."""

from __future__ import annotations

from collections.abc import Iterator

from rekisterilint.readers.flow import Inline
from rekisterilint.readers.html.tokens import Attribute
from rekisterilint.readers.html.tree import Node
from rekisterilint.readers.html.words import unshown_address
from rekisterilint.readers.links import web_link
from rekisterilint.readers.references import decoded
from rekisterilint.text import LinkedWords


class Anchors:
    """Follows the anchors of a page. `links` are those that lead to pages of the web.

    `follows` tells whether a link ended without words since, `apart` whether there are words
    outside links since it was last set.
    """

    def __init__(self) -> None:
        self.links: list[LinkedWords] = []
        self.follows = False
        self.apart = False
        self._is_open = False
        self._words: list[str] = []
        self._places: list[tuple[int, int]] = []

    def enter(self) -> None:
        """An anchor begins."""
        self._words, self._places = [], []
        self._is_open = True

    def text(self, raw: str, source: int) -> None:
        """A text stands at `source`."""
        blank = len(raw) - len(raw.lstrip())
        if blank < len(raw):
            self.follows = False
            self.apart |= not self._is_open
            if self._is_open:
                self._places.append((source + blank, source + len(raw.rstrip()) - 1))

    def shown(self, words: str) -> None:
        """Words are shown at this point, in an anchor or outside."""
        if self._is_open:
            self._words.append(words)

    def leave(self, node: Node) -> Iterator[Inline]:
        """An anchor ends: the address that its words should show and do not, if any."""
        words, self._words = "".join(self._words), []
        self._is_open = False
        self.follows = bool(words.strip())
        target = node.attributes.get("href")
        if target is None or not self.follows:
            return
        self._add(words, target)
        yield from unshown_address(target, words)

    def _add(self, words: str, target: Attribute) -> None:
        if not self._places:
            return
        link = web_link(words, self._places[0][0], self._places[-1][1], decoded(target.raw, target.source))
        if link is not None:
            self.links.append(link)
