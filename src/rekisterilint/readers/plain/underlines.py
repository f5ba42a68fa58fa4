"""Headings that a line of signs underlines (`=====`, `-----`), as in reStructuredText and old text files."""

from __future__ import annotations

import re

from rekisterilint.lazy_patterns import lazy_pattern

_LONGEST = 110
# Four signs at least, on a line of their own, right under words.
_UNDERLINE = lazy_pattern(r"(?<=[^\s])[ \t]*\r?\n(?P<line>(?P<sign>[-=~^\"'#*+])(?P=sign){3,})[ \t]*(?:\r?\n|\Z)")


def may_be_underlined(source: str) -> bool:
    """Whether `source` holds four signs in a row that may underline a heading; quick."""
    return any(sign * 4 in source for sign in "-=~^\"'#*+")


def without_underlines(source: str) -> tuple[str, dict[int, int]]:
    """`source` with blanks for the lines of signs, and the headings' ranks by where their lines begin.

    A rank is that of its sign, in the order in which the signs come.
    """
    ranks: dict[int, int] = {}
    signs: list[str] = []
    parts: list[str] = []
    done = 0
    for match in _UNDERLINE.finditer(source):
        first = source.rfind("\n", max(match.start() - 2 * _LONGEST, 0), match.start()) + 1
        title = source[first : match.start()].strip()
        # A line of signs above may be the end of the heading before: that is no overline.
        before = source[max(first - 2 * _LONGEST, done) : first].rpartition("\n")[0].rpartition("\n")[2].strip()
        overline = before if set(before) == {match["sign"]} and len(before) > 3 else ""
        if (before and not overline) or not _is_title(title) or abs(len(match["line"]) - len(title)) > max(4, len(title) // 4):
            continue
        sign = match["sign"] + overline[:1]
        if sign not in signs:
            signs.append(sign)
        start = first + len(source[first : match.start()]) - len(source[first : match.start()].lstrip())
        ranks[start] = min(signs.index(sign) + 1, 6)
        if overline:
            place = source.rfind(before, done, first)
            parts += (source[done:place], " " * len(before))
            done = place + len(before)
        parts += (source[done : match.start("line")], " " * len(match["line"]))
        done = match.end("line")
    return "".join((*parts, source[done:])) if parts else source, ranks


def _is_title(words: str) -> bool:
    return 2 < len(words) <= _LONGEST and re.search(r"[^\W\d_]{2}", words) is not None and words[-1] not in ".,;"
