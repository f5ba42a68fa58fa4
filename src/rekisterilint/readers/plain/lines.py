"""What a single line of plain text looks like: bullet, number, label, page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.readers.deadline import NO_DEADLINE, Deadline

_BULLET = lazy_pattern(r"[•●○▪■□◦‣∙·*\uf0b7\uf0a7–—-]\s+(?=\S)|[•●○▪■\uf0b7\uf0a7](?=\S)|o\s+(?=\S)")
_NUMBER = lazy_pattern(r"((?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|[a-zå]\)|[IVX]{1,5}[.)]))(?:\s+)(?=\S)|(\d{1,2}\.)(?=[A-ZÅÄÖ])")
_PAGE_NUMBER = lazy_pattern(
    r"(?:\d{1,2}\.\d{1,2}\.\d{4}\s+)?(?:(?:sivu|sida|page)\s*)?\d{1,3}(?:\s*(?:[|/]|\(|av|of)\s*\d{1,3}\)?)?",
    re.IGNORECASE,
)
_LABEL = lazy_pattern(r"[^\W\d_][\w /()&.,-]{0,58}:(?:\s|$)")
_LINK_LINE = lazy_pattern(r"(?:https?://|mailto:|www\.)\S+")
_LONE_MARK = lazy_pattern(r"[•●○▪■□◦‣∙·*o\uf0b7\uf0a7–—|-]+")
_TERMINAL = (".", "!", "?", ";", ":", ",")


# Characters that are parted into lines at once.
_PART = 1_000_000


class Looks(msgspec.Struct, frozen=True):
    """What the words of a line look like, whatever line they stand on.

    `marker` is the bullet or number in front, `body_at` the offset of the words behind it.
    """

    marker: str
    body_at: int
    is_label: bool
    is_page_number: bool
    is_link: bool


class Line(msgspec.Struct, frozen=True):
    """One line: its words (stripped) at `start` in the source; `gap` counts blank lines before."""

    start: int
    words: str
    gap: int
    indent: int
    looks: Looks

    @property
    def marker(self) -> str:
        """The bullet or number that stands first, or nothing."""
        return self.looks.marker

    @property
    def body_start(self) -> int:
        """The source offset of the words behind the marker."""
        return self.start + self.looks.body_at

    @property
    def body(self) -> str:
        """The words behind the marker."""
        return self.words[self.looks.body_at :]

    @property
    def is_bullet(self) -> bool:
        """Whether a bullet (not a number) stands first."""
        return bool(self.looks.marker) and not self.looks.marker[0].isalnum()

    @property
    def is_numbered(self) -> bool:
        """Whether a number or a letter with a bracket stands first."""
        marker = self.looks.marker
        return bool(marker) and marker[0].isalnum() and marker != "o"

    @property
    def is_label(self) -> bool:
        """Whether the line starts as `Label:`."""
        return self.looks.is_label

    @property
    def is_page_number(self) -> bool:
        """Whether the line is a page number, with or without a date and a total."""
        return self.looks.is_page_number

    @property
    def is_link(self) -> bool:
        """Whether the line is nothing but one address of the web."""
        return self.looks.is_link

    @property
    def is_closed(self) -> bool:
        """Whether the line ends in punctuation."""
        return self.words.endswith(_TERMINAL)


def _raw_lines(source: str) -> Iterator[str]:
    """The lines of `source` with their ends, a part of it at a time: millions need not be in memory."""
    at = 0
    while at < len(source):
        end = source.find("\n", at + _PART) + 1 or len(source)
        yield from source[at:end].splitlines(keepends=True)
        at = end


def split_lines(source: str, deadline: Deadline = NO_DEADLINE) -> list[Line]:
    """The lines of `source` that hold words; `gap` counts the blank lines before each.

    Raises ReadError("too-slow").
    """
    lines: list[Line] = []
    gap = offset = 0
    for raw in deadline.watched(_raw_lines(source)):
        words = raw.strip().strip("\ufeff\u200b")
        if not words or (len(words) < 4 and _LONE_MARK.fullmatch(words)):
            gap += 1
        else:
            start = offset + raw.index(words)
            lines.append(Line(start, words, gap, start - offset, _looks(words)))
            gap = 0
        offset += len(raw)
    return lines


@lru_cache(maxsize=4_096)
def _looks(words: str) -> Looks:
    match = _BULLET.match(words)
    marker = match.group().strip() if match else ""
    if match is None:
        match = _NUMBER.match(words)
        if match is not None and _is_quantity(words):
            match = None
        if match is not None:
            marker = match.group(1) or match.group(2)
    body_at = match.end() if match else 0
    return Looks(
        marker,
        body_at,
        _LABEL.match(words, body_at) is not None,
        words[-1] in "0123456789)" and _PAGE_NUMBER.fullmatch(words) is not None,
        _LINK_LINE.fullmatch(words) is not None,
    )


# "5 years", "20700 Turku", "18.2.2026 2", "40 000 euroa": a number that counts or names something.
_QUANTITY = lazy_pattern(
    r"\d+\s+(?:vuo|kuukau|viik|päiv|kpl|§|artikla|kohda|luvu|år\b|månad|dag|veck|year|month|day|week|\d)"
    r"|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?\s*(?:\d|$|[-–])|\d{1,2}\.\s?(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu"
    r"|\d{1,2}\.?\s(?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[ck]t|nov|dec)[a-z]*\.?\s(?:19|20)\d\d\b",
    re.IGNORECASE,
)


def _is_quantity(words: str) -> bool:
    return _QUANTITY.match(words) is not None
