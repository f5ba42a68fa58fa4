"""Which files are reports that we wrote: none of the notices, and ours to write again."""

from __future__ import annotations

import os
from pathlib import Path

from rekisterilint.lazy_patterns import lazy_pattern

# What our reports say of themselves at their beginning: HTML, JSON, SARIF, GitLab.
_MARKS = (
    b'<meta name="generator" content="rekisterilint"',
    b'"tool":{"name":"rekisterilint"',
    b'"driver":{"name":"rekisterilint"',
    b'"check_name":"',
)
# GitLab's report without findings, and GitHub's annotations.
_FIRST_LINE = lazy_pattern(r"\s*(?:\[\s*\]\s*\Z|::(?:error|warning|notice) )")
# The counts, with which the report for the terminal ends.
_LAST_LINE = lazy_pattern(r"(?:\x1b\[\d+m)?\d+ (?:tiedosto|fil)")
_BEGINNING = 2_000


def begins_as_report(path: str) -> bool:
    """Whether the file at `path` says at its beginning that we wrote it."""
    try:
        if not os.path.isfile(path):  # noqa: PTH113 - a pipe would never end
            return False
        with open(path, "rb") as stream:  # noqa: PTH123
            return _is_marked(stream.read(_BEGINNING))
    except OSError:
        return False  # reading it will say why


def is_report(path: Path) -> bool:
    """Whether the file at `path` holds a report of any of our formats, or nothing. Raises OSError."""
    from rekisterilint.reports.markdown import TITLES

    with path.open("rb") as stream:
        beginning = stream.read(_BEGINNING)
        stream.seek(max(0, path.stat().st_size - _BEGINNING))
        last = stream.read().rstrip().rpartition(b"\n")[2].decode("utf-8", "replace")
    words = beginning.decode("utf-8", "replace")
    return (
        not words.strip()
        or _is_marked(beginning)
        or words.partition("\n")[0].rstrip() in {f"## {title}" for title in TITLES.values()}
        or _FIRST_LINE.match(words) is not None
        or _LAST_LINE.match(last) is not None
    )


def _is_marked(beginning: bytes) -> bool:
    return any(mark in beginning.replace(b": ", b":") for mark in _MARKS)
