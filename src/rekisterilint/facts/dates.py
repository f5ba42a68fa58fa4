"""Dates in the forms that notices use."""

from __future__ import annotations

import re

from rekisterilint.facts.model import DateMention

_NUMERIC = re.compile(r"(?<![\d/.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d{2})(?![\d/])")
_ISO = re.compile(r"(?<![\d/-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)")


def find_dates(content: str) -> tuple[DateMention, ...]:
    """The dates of `content`, in order."""
    found = []
    for match in _NUMERIC.finditer(content):
        day, month, year = int(match.group(1)), int(match.group(2)), int(match.group(3))
        if 1 <= day <= 31 and 1 <= month <= 12:
            found.append(DateMention(match.start(), match.end(), match.group(), f"{year:04}-{month:02}-{day:02}"))
    for match in _ISO.finditer(content):
        found.append(DateMention(match.start(), match.end(), match.group(), match.group()))
    return tuple(sorted(found, key=lambda date: date.start))
