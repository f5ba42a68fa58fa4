"""What stands before the words of a heading or list item: a number, a letter or a bullet."""

from __future__ import annotations

import re

_BULLET = r"[•●○◦▪■□‣∙·➢➤✓✔❖*–—-]|o(?=\s)|§(?=\s+\D)"
_ORDINAL = r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.):]?|\([a-zåäö\d]{1,2}\)|[a-zåäö]\)|[ivx]{1,5}[.)]|[IVX]{1,5}[.)])"
_MARKER = re.compile(rf"({_BULLET})\s+(?=\S)|([•●○▪■➢✓❖])(?=\S)|({_ORDINAL})\s+(?=\S)|(\d{{1,2}}\.)(?=[A-ZÅÄÖ])")
_BARE = re.compile(rf"(?:{_BULLET}|o|{_ORDINAL})$")
# Numbers that count or name something: "5 vuotta", "3.2.2025", "1 kohta", "00940 Helsinki".
_QUANTITY = re.compile(
    r"\d+[.)]?\s+(?:vuo|kuukau|viik|päiv|kpl|€|eur|§|artikla|kohda|kohta|momen|luvu|år\b|månad|dag|veck"
    r"|article|artikel|year|month|day|week|\d|[a-zåäö]\s|%)"
    r"|\d{1,2}\.\d{1,2}\.(?:\d{2,4})?\s*(?:\d|$|[-–])"
    r"|\d{1,2}\.\s?(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu",
    re.IGNORECASE,
)


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
