"""Words of a page put right: cells, headings, and addresses that only a link holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from rekisterilint.readers.flow import Inline
from rekisterilint.readers.html.protected import protected_target
from rekisterilint.readers.html.tokens import Attribute
from rekisterilint.readers.markers import is_heading_number
from rekisterilint.text import VALUE, Piece


def unshown_address(target: Attribute, words: str) -> Iterator[Inline]:
    """The address behind a `mailto:` or `tel:` link whose `words` do not show it."""
    protected = protected_target(target)
    if protected and "@" not in words:
        yield from protected
        return
    scheme, _, rest = target.raw.strip().partition(":")
    address = rest.partition("?")[0].strip()
    if scheme.lower() == "mailto":
        shown = "@" in words or "(at)" in words or "(a)" in words
    elif scheme.lower() == "tel":
        shown = any(char.isdigit() for char in words)
    else:
        return
    # A template's placeholder is no address.
    if shown or not address or "{" in address or VALUE in address:
        return
    offset = target.source + target.raw.index(address)
    yield Inline(" ", offset)
    plain = unquote(address)
    if plain == address:
        yield Inline(address, offset)
        return
    for char in plain:
        yield Inline(char, offset)


def trimmed(cell: Sequence[Inline]) -> list[Piece]:
    """The words of a cell without line ends and blanks around them."""
    start, end = 0, len(cell)
    while start < end and not cell[start].text.strip():
        start += 1
    while end > start and not cell[end - 1].text.strip():
        end -= 1
    pieces = [Piece(inline.text, inline.source) for inline in cell[start:end] if inline.text]
    if pieces:
        text, source = pieces[0]
        lead = len(text) - len(text.lstrip())
        pieces[0] = Piece(text[lead:], source + lead)
        pieces[-1] = Piece(pieces[-1].text.rstrip(), pieces[-1].source)
    return pieces


def parted(line: Sequence[Inline]) -> list[Inline]:
    """The words of a heading; a number in an element of its own (`<span>1</span>Nimi`) stands apart."""
    before = ""
    parted: list[Inline] = []
    for inline in line:
        if before and is_heading_number(before.strip()) and inline.text[:1].isalpha():
            parted.append(Inline(" ", inline.source, inline.bold))
        before = before + inline.text if len(before) < 10 else ""
        parted.append(inline)
    return parted
