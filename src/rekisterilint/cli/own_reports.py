"""Which files are reports that we wrote: none of the notices, and ours to write again."""

from __future__ import annotations

import os
import re
from pathlib import Path

from rekisterilint.lazy_patterns import lazy_pattern

# What our reports say of themselves at their beginning: HTML, JSON, SARIF, GitLab, Markdown, GitHub.
_MARKS = (
    b'<meta name="generator" content="rekisterilint"',
    b'"tool":{"name":"rekisterilint"',
    b'"driver":{"name":"rekisterilint"',
    b'"check_name":"',
)
_FIRST_LINE = lazy_pattern(
    r"\s*(?:\[\s*\]\s*\Z|## (?:Tietosuojaselosteiden tarkastus|Granskning av dataskyddsbeskrivningar|Privacy notice check)\s"
    r"|::(?:error|warning|notice) )"
)
# The counts, with which the report for the terminal ends.
_LAST_LINE = lazy_pattern(r"(?:\x1b\[\d+m)?\d+ (?:tiedosto|fil)[^\n]*\s*\Z", re.MULTILINE)
_BEGINNING = 2_000


def begins_as_report(path: str) -> bool:
    """Whether the file at `path` says at its beginning that we wrote it."""
    try:
        if not os.path.isfile(path):  # noqa: PTH113 - a pipe would never end
            return False
        with open(path, "rb") as stream:  # noqa: PTH123
            beginning = stream.read(_BEGINNING)
    except OSError:
        return False  # reading it will say why
    return any(mark in beginning.replace(b": ", b":") for mark in _MARKS)


def is_report(path: Path) -> bool:
    """Whether the file at `path` holds a report of any of our formats, or nothing. Raises OSError."""
    if begins_as_report(str(path)):
        return True
    with path.open("rb") as stream:
        beginning = stream.read(_BEGINNING)
        stream.seek(max(0, path.stat().st_size - _BEGINNING))
        end = stream.read()
    if not beginning.strip() or _FIRST_LINE.match(beginning.decode("utf-8", "replace")):
        return True
    return _LAST_LINE.search(end.decode("utf-8", "replace").rstrip().rpartition("\n")[2]) is not None
