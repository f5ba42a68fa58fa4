"""Page numbers, repeated page headers and link lists: what a PDF's pages leave in plain text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rekisterilint.readers.plain.lines import Line

# Between the pages of a text that was drawn from a PDF there are this many blank lines or more.
_PAGE_GAP = 4


def without_furniture(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines of the text itself, and those that belong to its pages."""
    pages = [line for line in lines if _is_page_number(line)]
    # One lone number is no page number but an answer or a field.
    if len(pages) < 2 and not any(" " in page.words for page in pages):
        pages = []
    furniture = {line.start for line in (*pages, *_repeated_headers(lines), *_link_lists(lines))}
    kept = [line for line in lines if line.start not in furniture]
    return kept, [line for line in lines if line.start in furniture]


def _is_page_number(line: Line) -> bool:
    return line.is_page_number and bool(line.gap or "|" in line.words or "/" in line.words)


def _repeated_headers(lines: Sequence[Line]) -> list[Line]:
    """The title again at the top of later pages."""
    seen: set[str] = set()
    repeated = []
    for line in lines:
        if line.words in seen and line.gap >= _PAGE_GAP and len(line.words) > 9:
            repeated.append(line)
        seen.add(line.words)
    return repeated


def _link_lists(lines: Sequence[Line]) -> list[Line]:
    """Two or more addresses in a row: the targets of a page's links."""
    listed = []
    for before, line in pairwise(lines):
        if before.is_link and line.is_link:
            listed += [before, line]
    return listed
