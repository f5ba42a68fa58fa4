"""Dates in the forms that notices use, in figures and in words, in three languages."""

from __future__ import annotations

import re

from rekisterilint.facts.model import DateMention
from rekisterilint.lazy_patterns import lazy_pattern

# Patterns that search the whole text begin with digits: that is what makes them fast.
_YEAR = lazy_pattern(r"(?:19|20)\d{2}(?!\d)")
_BEFORE = 48

# What stands right before the year. Longer forms come first.
_DAY_MONTH = lazy_pattern(r"(?<![\d/.])(\d{1,2})(?:(?:\.\s?|/|-)(\d{1,2})(?:\.\s?|/|-)|\.(0?[1-9]|1[0-2]) )$")
_MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    (
        "tammikuu januari january jan", "helmikuu februari february feb", "maaliskuu mars march mar",
        "huhtikuu april apr", "toukokuu maj may", "kesäkuu juni june jun", "heinäkuu juli july jul",
        "elokuu augusti august aug", "syyskuu september sep sept", "lokakuu oktober october okt oct",
        "marraskuu november nov", "joulukuu december dec",
    ),
    1,
):  # fmt: skip
    for _name in _names.split():
        _MONTHS[_name] = _number
_MONTH_WORD = "|".join(sorted(_MONTHS, key=len, reverse=True))
_IN_WORDS = lazy_pattern(
    rf"(?:(?<!\d)(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th|:e)?\s+(?:päivänä\s+|of\s+)?)?"
    rf"(?<![^\W\d_])(?P<month>{_MONTH_WORD})(?:ta|n|ssa)?\.?,?\s+"
    rf"(?:(?P<after>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?$",
    re.IGNORECASE,
)
_ISO_REST = lazy_pattern(r"-(\d{2})-(\d{2})(?!\d)")

# A month and a year in figures look like the number of a statute, and a short year like a
# numbered heading: they count only behind a word that announces a date.
_SHORT = lazy_pattern(r"\d[./]((?:20)?\d{2})(?![\d/]|\.\d)")
_SHORT_START = lazy_pattern(r"(?<![\d./])(?:(\d{1,2})\.)?(\d{1,2})$")
_ANNOUNCED = lazy_pattern(
    r"(?<![^\W\d_])(?:päivit|laadi|laatimis|päiväy|päivämäär|pvm|muut|muok|julkais|tarkis|versio|hyväksy|"
    r"luotu|uppdater|upprätt|uppgjo|datum|dater|ändra|skapa[dt]|updat|revis|review|creat|dated?|modif|publish)[^\n\d]{0,32}$",
    re.IGNORECASE,
)


def find_dates(content: str) -> tuple[DateMention, ...]:
    """The dates of `content`, in order."""
    found = [mention for match in _YEAR.finditer(content) if (mention := _dated(content, match))]
    taken = {mention.end for mention in found}
    found += [
        mention
        for match in _SHORT.finditer(content)
        if match.end() not in taken and (mention := _announced(content, match))
    ]
    return tuple(sorted(found, key=lambda date: date.start))


def _announced(content: str, short: re.Match[str]) -> DateMention | None:
    low = max(0, short.start() - _BEFORE)
    before = content[low : short.start() + 1]
    start = _SHORT_START.search(before)
    if start is None or not (start[1] or len(short[1]) == 4):
        return None
    if not _ANNOUNCED.search(before, 0, start.start()):
        return None
    day = int(start[1]) if start[1] else None
    year = int(short[1]) % 100 + 2000
    return _mention(content, low + start.start(), short.end(), year, int(start[2]), day)


def _dated(content: str, year: re.Match[str]) -> DateMention | None:
    start, end = year.span()
    if content[start - 1 : start].isdigit():
        return None
    number = int(year.group())
    rest = _ISO_REST.match(content, end)
    if rest:
        return _mention(content, start, rest.end(), number, int(rest[1]), int(rest[2]))
    if content[end : end + 1] == "/" and content[end + 1 : end + 2].isdigit():
        return None
    low = max(0, start - _BEFORE)
    before = content[low:start]
    figures = _DAY_MONTH.search(before)
    if figures:
        return _mention(
            content, low + figures.start(), end, number, int(figures[2] or figures[3]), int(figures[1])
        )
    words = _IN_WORDS.search(before)
    if words:
        day = words["day"] or words["after"]
        month = _MONTHS[words["month"].lower()]
        return _mention(content, low + words.start(), end, number, month, int(day) if day else None)
    return None


def _mention(
    content: str, start: int, end: int, year: int, month: int, day: int | None
) -> DateMention | None:
    if day is not None and month > 12 >= day:
        day, month = month, day
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    iso = f"{year:04}-{month:02}" + (f"-{day:02}" if day is not None else "")
    return DateMention(start, end, content[start:end], iso)
