"""Expressions over a whole notice in linear time, for checks that need upper case or free form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import re2

import rekisterilint.matching.folding as folding
from rekisterilint.findings import Span
from rekisterilint.notice.model import Notice

_CASES = re.compile(r"\\.|\(\?i\)|\((?:\?i:)?|\)|\[\^?|\]|[à-öø-þÀ-ÖØ-Þ]", re.DOTALL)


def _both_cases(pattern: str) -> str:
    """`pattern` with capitals beside small letters where `(?i` asks for it: RE2 folds ASCII alone in one-byte text."""
    folds, in_class = [False], False

    def token(match: re.Match[str]) -> str:
        nonlocal in_class
        found = match.group()
        if found[0] == "[":
            in_class = True
        elif found == "]":
            in_class = False
        elif in_class or found.isalpha():
            if found.isalpha() and folds[-1]:
                pair = found.lower() + found.upper()
                return pair if in_class else f"[{pair}]"
        elif found == "(?i)":
            folds[-1] = True
        elif found[0] == "(":
            folds.append(folds[-1] or found == "(?i:")
        elif found == ")" and len(folds) > 1:
            folds.pop()
        return found

    return _CASES.sub(token, pattern)


@cache
def _compiled(pattern: str) -> re2._Regexp:
    if "(?i" in pattern and not pattern.isascii():
        pattern = _both_cases(pattern)
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
