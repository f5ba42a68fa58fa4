"""What stands before the words of a heading that an author marked: `1.`, `2.3`, `4)`, `a)`, `IV.`."""

from __future__ import annotations

import re

_MARKER = re.compile(
    r"(?P<marker>"
    r"\d{1,2}(?:\.\d{1,2}){0,3}[A-Z]?[.):]"  # 1.  2.3.  4)  5:  12A.
    r"|\d{1,2}(?:\.\d{1,2}){1,3}"  # 2.3
    r"|\d{1,2}"  # 7
    r"|[a-zåäöA-Z]\)"
    r"|[IVX]{1,5}[.)]"
    r")(?P<gap>\s*)(?P<first>[^\s\d])"
)
_ALONE = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[A-Z]?[.):]?|[IVX]{1,5}[.)]|[a-zåäö]\)")
_SINGLE = re.compile(r"\d{1,2}[.):]|[a-zåäöA-Z]\)|[IVX]{1,5}\)")
# "12. huhtikuuta 2026" is a day.
_DAY = re.compile(
    r"\d{1,2}\.\s?(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu"
)


def split_marker(words: str) -> tuple[str, int]:
    """The marker that `words` (of a heading, stripped) start with, and where the words go on.

    Gives ("", 0) where the number is part of the words: `24 §`, `1.1.2026 alkaen`, `10 kysymystä`.
    """
    match = _MARKER.match(words)
    if match is None or _DAY.match(words):
        return "", 0
    marker, first = match["marker"], match["first"]
    starts_words = first.isalpha() or first in "\"'”“’«(["
    if not starts_words or (not match["gap"] and not first.isupper()):
        return "", 0
    if first.islower() and not _SINGLE.fullmatch(marker):
        return "", 0
    if not match["gap"] and marker[-1].isalnum():
        return "", 0
    return marker, match.start("first")


def is_marker(words: str) -> bool:
    """Whether `words` are nothing but a marker."""
    return _ALONE.fullmatch(words) is not None
