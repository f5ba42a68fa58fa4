"""The structure of the GDPR: which articles, paragraphs and points it has.

Source: Regulation (EU) 2016/679, as put down in `gdpr_structure.json`. Its points are listed where
they were checked; of other paragraphs it is not known whether they have any.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from rekisterilint.data.resources import load

_FILE: Final = "gdpr_structure.json"
_LAST_ARTICLE: Final = 99

# Article -> paragraph (0: the article has no numbered ones) -> its points, empty if unchecked.
_Paragraphs = dict[int, frozenset[str]]


def exists(article: int, paragraph: int | None = None, point: str | None = None) -> bool | None:
    """Whether the GDPR has this provision; None if that is not known.

    `paragraph` is the Finnish kohta, `point` the alakohta (`a` … `z`, case is no matter). The 26
    definitions of Article 4 count as its paragraphs, as they are cited (4 artiklan 7 kohta).
    A point without a paragraph exists if any paragraph of the article has it.
    """
    paragraphs = _structure().get(article)
    if paragraphs is None:
        return False
    if paragraph is not None and (paragraph == 0 or paragraph not in paragraphs):
        return False
    if point is None:
        return True
    points = [paragraphs[paragraph]] if paragraph is not None else list(paragraphs.values())
    if any(point.casefold() in known for known in points):
        return True
    return False if all(points) else None


def title(article: int) -> str:
    """The article's Finnish title; empty if there is no such article or no title is known."""
    found: str = load(_FILE)["titles"].get(str(article), "")
    return found


def articles() -> range:
    """The numbers of the GDPR's articles, 1 to 99."""
    return range(1, _LAST_ARTICLE + 1)


def paragraphs(article: int) -> tuple[int, ...]:
    """The numbers of an article's paragraphs; none if they are not numbered."""
    return tuple(number for number in _structure().get(article, {}) if number)


@cache
def _structure() -> dict[int, _Paragraphs]:
    rows: dict[str, dict[str, str]] = load(_FILE)["articles"]
    return {
        int(article): {int(number): frozenset(points) for number, points in row.items()}
        for article, row in rows.items()
    }
