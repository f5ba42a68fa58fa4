"""What stands before the words of a heading or list item: a number, a letter or a bullet."""

from __future__ import annotations

import re

from rekisterilint.lazy_patterns import lazy_pattern

_NUMBER = r"\d{1,2}(?:\.\d{1,2}){0,3}"
_BULLET = r"[•●○◦▪■□‣∙·➢➤✓✔❖*–—-]|o(?=\s)|§(?=\s+\D)"
_ORDINAL = rf"(?:{_NUMBER}[.):]?|\([a-zåäö\d]{{1,2}}\)|[a-zåäö]\)|[ivx]{{1,5}}[.)]|[IVX]{{1,5}}[.)])"
_MARKER = lazy_pattern(rf"({_BULLET})\s+(?=\S)|([•●○▪■➢✓❖])(?=\S)|({_ORDINAL})\s+(?=\S)|(\d{{1,2}}\.)(?=[A-ZÅÄÖ])")
_BARE = lazy_pattern(rf"(?:{_BULLET}|o|{_ORDINAL})$")
_DAY = r"\d{1,2}\.\s?(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu"
# Numbers that count or name something: "5 vuotta", "3.2.2025", "1 kohta", "00940 Helsinki".
_QUANTITY = lazy_pattern(
    r"\d+[.)]?\s+(?:vuo|kuukau|viik|päiv|kpl|€|eur|§|artikla|kohda|kohta|momen|luvu|år\b|månad|dag|veck"
    r"|article|artikel|year|month|day|week|\d|[a-zåäö]\s|%)"
    r"|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?\s*(?:\d|$|[-–])"
    rf"|{_DAY}",
    re.IGNORECASE,
)
# Before what an author marked as a heading more may be a number.
_HEADING_MARKER = lazy_pattern(
    r"(?P<marker>"
    rf"{_NUMBER}[A-Z]?[.):]"  # 1.  2.3.  4)  5:  12A.
    r"|\d{1,2}(?:\.\d{1,2}){1,3}"  # 2.3
    r"|\d{1,2}\s?\\?\s?\.(?=\s)"  # 6 .  6\ .
    r"|\d{1,2}"  # 7
    r"|[a-zåäöA-Z]\)"
    r"|[IVX]{1,5}[.)]"
    r")(?P<gap>\s*)(?P<first>[^\s\d])"
)
_HEADING_NUMBER = lazy_pattern(rf"{_NUMBER}[A-Z]?[.):]?|[IVX]{{1,5}}[.)]|[a-zåäö]\)")
_SINGLE = lazy_pattern(r"\d{1,2}[.):]|[a-zåäöA-Z]\)|[IVX]{1,5}\)")
_STARTS_DAY = lazy_pattern(_DAY)


def marker_length(words: str) -> tuple[str, int]:
    """The marker that `words` start with and the offset of the words behind it; ("", 0) if none."""
    match = _MARKER.match(words)
    if match is None or _QUANTITY.match(words):
        return "", 0
    return match.group().strip(), match.end()


def is_bare_marker(words: str) -> bool:
    """Whether `words` are nothing but a marker."""
    return _BARE.match(words.strip()) is not None


def is_section_number(marker: str) -> bool:
    """Whether `marker` is a number that a heading may carry."""
    return marker[:1].isdigit()


def is_list_marker(marker: str) -> bool:
    """Whether `marker` makes an item of a paragraph: any but a plain number without a sign."""
    return bool(marker) and not (marker.isdigit())


def heading_marker(words: str) -> tuple[str, int]:
    """As `marker_length`, for the stripped words of what an author marked as a heading.

    Gives ("", 0) where the number is part of the words: `24 §`, `1.1.2026 alkaen`, `10 kysymystä`.
    """
    match = _HEADING_MARKER.match(words)
    if match is None or _STARTS_DAY.match(words):
        return "", 0
    marker, first = match["marker"], match["first"]
    starts_words = first.isalpha() or first in "\"'”“’«(["
    if not starts_words or (not match["gap"] and not first.isupper()):
        return "", 0
    if first.islower() and not _SINGLE.fullmatch(marker):
        return "", 0
    if not match["gap"] and marker[-1].isalnum():
        return "", 0
    return marker.replace(" ", "").replace("\\", ""), match.start("first")


def is_heading_number(words: str) -> bool:
    """Whether `words` are nothing but the number or letter of a heading."""
    return _HEADING_NUMBER.fullmatch(words) is not None
