"""Expressions over a whole notice in linear time, for checks that need upper case or free form."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import re2

import rekisterilint.matching.folding as folding
from rekisterilint.findings import Span
from rekisterilint.notice.model import Notice


@cache
def _compiled(pattern: str) -> re2._Regexp:
    options = re2.Options()
    options.log_errors = False
    options.encoding = re2.Options.Encoding.LATIN1
    return re2.compile(pattern.encode("latin-1"), options)


def spans(pattern: str, notice: Notice, group: int = 0) -> Iterator[Span]:
    r"""Where `pattern` (RE2, case sensitive, `\w` of ASCII only) matches in `notice`, as content offsets."""
    start, end = notice.start, notice.end
    text = folding.one_byte(notice.text.content[start:end])
    for match in _compiled(pattern).finditer(text):
        low, high = match.span(group)
        if low >= 0:
            yield Span(start + low, start + high)


def first(pattern: str, folded: bytes) -> tuple[int, int] | None:
    """Where `pattern` first matches in folded text, if it does."""
    match = _compiled(pattern).search(folded)
    if match is None:
        return None
    low, high = match.span()
    return low, high
