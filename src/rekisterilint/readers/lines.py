"""What a single line of plain text looks like: bullet, number, label, page furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BULLET = re.compile(r"[•●○▪■□◦‣∙·*\uf0b7\uf0a7–—-]\s+(?=\S)|[•●○▪■\uf0b7\uf0a7](?=\S)|o\s+(?=\S)")
_NUMBER = re.compile(r"((?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|[a-zå]\)|[IVX]{1,5}[.)]))(?:\s+)(?=\S)|(\d{1,2}\.)(?=[A-ZÅÄÖ])")
_PAGE_NUMBER = re.compile(
    r"(?:\d{1,2}\.\d{1,2}\.\d{4}\s+)?(?:(?:sivu|sida|page)\s*)?\d{1,3}(?:\s*(?:[|/]|\(|av|of)\s*\d{1,3}\)?)?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[^\W\d_][\w /()&.,-]{0,58}:(?:\s|$)")
_LINK_LINE = re.compile(r"(?:https?://|mailto:|www\.)\S+")
_LONE_MARK = re.compile(r"[•●○▪■□◦‣∙·*o\uf0b7\uf0a7–—|-]+")
_TERMINAL = (".", "!", "?", ";", ":", ",")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words (stripped) at `start` in the source, and what they look like."""

    start: int
    words: str
    marker: str
    body_start: int
    gap: int
    indent: int

    @property
    def body(self) -> str:
        """The words behind the marker."""
        return self.words[self.body_start - self.start :]

    @property
    def is_bullet(self) -> bool:
        """Whether a bullet (not a number) stands first."""
        return bool(self.marker) and not self.marker[0].isalnum()

    @property
    def is_numbered(self) -> bool:
        """Whether a number or a letter with a bracket stands first."""
        return bool(self.marker) and self.marker[0].isalnum() and self.marker != "o"

    @property
    def is_label(self) -> bool:
        """Whether the line starts as `Label:`."""
        return _LABEL.match(self.body) is not None

    @property
    def is_page_number(self) -> bool:
        """Whether the line is a page number, with or without a date and a total."""
        return _PAGE_NUMBER.fullmatch(self.words) is not None

    @property
    def is_link(self) -> bool:
        """Whether the line is nothing but one address of the web."""
        return _LINK_LINE.fullmatch(self.words) is not None

    @property
    def is_closed(self) -> bool:
        """Whether the line ends in punctuation."""
        return self.words.endswith(_TERMINAL)


def split_lines(source: str) -> list[Line]:
    """The lines of `source` that hold words; `gap` counts the blank lines before each."""
    lines: list[Line] = []
    gap = offset = 0
    for raw in source.splitlines(keepends=True):
        words = raw.strip().strip("\ufeff\u200b")
        if not words or _LONE_MARK.fullmatch(words):
            gap += 1
        else:
            start = offset + raw.index(words)
            lines.append(_line(start, words, gap, start - offset))
            gap = 0
        offset += len(raw)
    return lines


def _line(start: int, words: str, gap: int, indent: int) -> Line:
    match = _BULLET.match(words)
    if match is not None:
        return Line(start, words, match.group().strip(), start + match.end(), gap, indent)
    match = _NUMBER.match(words)
    if match is not None and not _is_quantity(words):
        return Line(start, words, (match.group(1) or match.group(2)), start + match.end(), gap, indent)
    return Line(start, words, "", start, gap, indent)


# "5 years", "20700 Turku", "18.2.2026 2", "40 000 euroa": a number that counts or names something.
_QUANTITY = re.compile(
    r"\d+\s+(?:vuo|kuukau|viik|päiv|kpl|§|artikla|kohda|luvu|år\b|månad|dag|veck|year|month|day|week|\d)"
    r"|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?\s*(?:\d|$|[-–])|\d{1,2}\.\s?(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu",
    re.IGNORECASE,
)


def _is_quantity(words: str) -> bool:
    return _QUANTITY.match(words) is not None
