"""Links of a PDF: where they lead, and the words that they lie over."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from rekisterilint.readers.deadline import Deadline
from rekisterilint.readers.links import LONGEST_TARGET, link_without_place, within_bounds
from rekisterilint.readers.pdf.lines import SourceLine
from rekisterilint.readers.pdf.objects import Box
from rekisterilint.text import LinkedWords

_MOST_LINKS = 1_000
_MOST_LETTERS = 500


class LinkBox(NamedTuple):
    """The target of a link, and where on the page it lies."""

    target: str
    box: Box


class PageLink(NamedTuple):
    """The target of a link, the words that it lies over, and the height of those on the page."""

    target: str
    words: str
    bottom: float
    top: float


def link_boxes(raw: Any, document: Any, page: Any, deadline: Deadline) -> list[LinkBox]:
    """The links of a page that lead to an address, of very many the first."""
    found: list[LinkBox] = []
    position, link, box = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while len(found) < _MOST_LINKS and raw.FPDFLink_Enumerate(page, position, link):
        deadline.check()
        action = raw.FPDFLink_GetAction(link)
        if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
            continue
        # With its closing zero; a target beyond the limit is none.
        length = raw.FPDFAction_GetURIPath(document, action, None, 0)
        if not 1 < length <= LONGEST_TARGET or not raw.FPDFLink_GetAnnotRect(link, box):
            continue
        buffer = ctypes.create_string_buffer(length)
        raw.FPDFAction_GetURIPath(document, action, buffer, length)
        target = buffer.value.decode("utf-8", "replace")
        low, high = sorted((box.bottom, box.top))
        left, right = sorted((box.left, box.right))
        found.append(LinkBox(target, (left, low, right, high)))
    return found


def page_links(raw: Any, text_page: Any, boxes: Sequence[LinkBox], deadline: Deadline) -> list[PageLink]:
    """The links of `boxes` with the words in them, from left to right; those over no words are left out."""
    found: list[PageLink] = []
    buffer = (ctypes.c_ushort * _MOST_LETTERS)()
    # Programs list the links of a page in an order of their own: words that stand twice tell them
    # apart only from left to right.
    for target, (left, bottom, right, top) in sorted(boxes, key=lambda link: link.box[0]):
        deadline.check()
        count = raw.FPDFText_GetBoundedText(text_page, left, top, right, bottom, buffer, _MOST_LETTERS)
        letters = bytes(buffer)[: 2 * min(max(count, 0), _MOST_LETTERS)]
        words = " ".join(letters.decode("utf-16-le", "replace").replace("\0", "").split())
        if words:
            found.append(PageLink(target, words, bottom, top))
    return found


def placed_links(lines: Sequence[SourceLine], pages: Sequence[Sequence[PageLink]]) -> list[LinkedWords]:
    """The links of `pages` to pages of the web, at the words of `lines` that they lie over."""
    return sorted(within_bounds(_placed(lines, pages)), key=lambda link: link.first)


def _placed(lines: Sequence[SourceLine], pages: Sequence[Sequence[PageLink]]) -> Iterator[LinkedWords]:
    by_page: dict[int, list[SourceLine]] = {}
    for line in lines:
        if pages[line.line.page]:
            by_page.setdefault(line.line.page, []).append(line)
    for number, links in enumerate(pages):
        taken: dict[int, int] = {}
        for link in links:
            first = _place(link, by_page.get(number, ()), taken)
            if first is None:
                continue
            placed = link_without_place(link.words, first, first + len(link.words) - 1, link.target)
            if placed is not None:
                yield placed


def _place(link: PageLink, lines: Sequence[SourceLine], taken: dict[int, int]) -> int | None:
    """The source offset of the link's words; `taken` tells up to where cells held earlier ones."""
    for line in lines:
        for cell in line.cells:
            if not link.bottom <= cell.fragment.y <= link.top:
                continue
            found = cell.words.find(link.words, taken.get(cell.offset, 0))
            if found >= 0:
                taken[cell.offset] = found + len(link.words)
                return cell.offset + found
    return None
