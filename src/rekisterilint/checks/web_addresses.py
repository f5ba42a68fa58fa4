"""CON206: web addresses that can't be opened as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rekisterilint.catalogue.model import Confidence, Rule
from rekisterilint.checks.context import Context
from rekisterilint.checks.own import is_broken_line
from rekisterilint.findings import Edit, Fix, Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern

_TOP = r"(?:fi|com|org|net|eu|ax|info|io|gov|edu)"
_REST = r"[^\s<>\"'()|]*"

# Two schemes, one right behind the other. An archive's address may hold a second one further on.
_TWO_SCHEMES = lazy_pattern(rf"https?:?/{{0,2}} ?(?=https?:/){_REST}", re.IGNORECASE)
# A scheme with a slip: wrong letters, wrong or missing signs.
_BAD_SCHEME = lazy_pattern(
    rf"(?<!\w)(?:(?:hhttps?|htttps?|htpps?|htps?|htp|httpps?|httsp?|hhtps?|hppts?|hrrps?|ttps?)://|"
    rf"https?(?:;//|:/(?=[\w])|//(?=\w)|:\\+|:(?=www\.)|\.//(?=\w)|:///+(?=\w)|://,|:// (?=www\.)|: //(?=\w))){_REST}",
    re.IGNORECASE,
)
_NO_HOST = lazy_pattern(
    r"(?<!\w)(?:https?://(?:www\.?(?![\w.-])|\.(?=\w))|www\.(?=\.\w))[^\s<>\"'()|]*", re.IGNORECASE
)
_BLANK_IN_HOST = lazy_pattern(
    rf"(?<!\w)(?:(?:https?://)?www\. ?[\w-]+(?: \.|\. ){_TOP}\b|https?://[\w-]+(?: \.|\. ){_TOP}\b|https?:// [\w-]+(?:\.[\w-]+)*\.{_TOP}\b|"
    rf"(?:https?://)?www(?:\. | \. ?)[\w-]+\.{_TOP}\b){_REST}"
)
_BLANK_IN_PATH = lazy_pattern(
    r"(?<!\w)(?:https?://|www\.)[^\s<>\"'()|]+/[^\s<>\"'()|]*[^\s<>\"'()|.,;:!?/] "
    r"(?:[a-zåäö0-9%_-]+/[a-zåäö0-9%_/.-]+|[\w%-]+\.(?:pdf|html?|aspx|php|docx?)\b)"
)
_EITHER_OR = lazy_pattern(r" (?:\w+/(?:tai|eller|or|i|på|n|a|ja)|ja/tai|och/eller|and/or|he/she|s/he|hän/hän|ma?/\w+|en/ett)\b.*\Z")
_COMMA = lazy_pattern(rf"(?<!\w)(?:www,[\w-]+[.,]{_TOP}\b|(?:https?://)?(?:www\.)[\w-]+,{_TOP}\b|https?://[\w.-]+,{_TOP}\b){_REST}", re.IGNORECASE)
_BAD_WWW = lazy_pattern(rf"(?<![\w.@/-])(?:wwww|ww)\.[\w-]+\.{_TOP}\b{_REST}", re.IGNORECASE)
_DOTS = lazy_pattern(rf"(?<!\w)(?:https?://|www\.)[\w-]+(?:\.[\w-]+)*\.\.[\w-]+\.?{_REST}", re.IGNORECASE)
_NO_TOP = lazy_pattern(r"(?<![\w/.-])(?:https?://)?www\.[\w-]{3,}(?=[/ ,;)]|$|\.?\n)", re.IGNORECASE)

_PATTERNS: tuple[tuple[str, re.Pattern[str], Confidence], ...] = (
    ("schemes", _TWO_SCHEMES, Confidence.HIGH),
    ("scheme", _BAD_SCHEME, Confidence.HIGH),
    ("host", _NO_HOST, Confidence.MEDIUM),
    ("blank", _BLANK_IN_HOST, Confidence.HIGH),
    ("blank", _BLANK_IN_PATH, Confidence.LOW),
    ("comma", _COMMA, Confidence.HIGH),
    ("scheme", _BAD_WWW, Confidence.MEDIUM),
    ("host", _DOTS, Confidence.MEDIUM),
    ("host", _NO_TOP, Confidence.MEDIUM),
)
# What the beginning of an address, right or wrong, holds: each pattern is tried only there.
_SIGNS = ("ttp", "TTP", "htp", "ww", "WWW")
_LONGEST_START = 6
_START = lazy_pattern(r"[hHtTwWpPsS]{0,6}\Z")


def url_broken(rule: Rule, context: Context) -> Iterator[Hit]:
    """Web addresses with a slip in the scheme or host, or with blanks inside."""
    content = context.notice.text.content
    last = 0
    for start in _beginnings(content, context.notice.start, context.notice.end):
        if start < last:
            continue
        for variant, pattern, confidence in _PATTERNS:
            match = pattern.match(content, start, context.notice.end)
            if match is None:
                continue
            written = match.group().rstrip(".,;:!?*")
            span = Span(match.start(), match.start() + len(written))
            if _is_excused(context, variant, span, written):
                continue
            last = span.end
            right = _mended(variant, written)
            fix = Fix((Edit(span, right),), safe=False) if right else None
            yield Hit(span, {"right": right}, variant=variant, confidence=confidence, suggestion=right, fix=fix)
            break


def _beginnings(content: str, first: int, last: int) -> list[int]:
    """Where a scheme or `www` may begin, in order."""
    found = set()
    for sign in _SIGNS:
        at = content.find(sign, first, last)
        while at >= 0:
            start = _START.search(content, max(first, at - _LONGEST_START), at)
            found.add(start.start() if start else at)
            at = content.find(sign, at + len(sign), last)
    return sorted(found)


def _is_excused(context: Context, variant: str, span: Span, written: str) -> bool:
    """Whether what looks broken is none of the author's doing, or no part of the notice."""
    if variant == "blank" and (_EITHER_OR.search(written) or is_broken_line(context, span.start, span.end)):
        return True
    if variant == "host" and _is_torn(context.notice.text.content, span.end):
        return True
    return context.unit_at(span.start) is None


def _is_torn(content: str, end: int) -> bool:
    """Whether the next block may be the rest of the address."""
    return content[end : end + 2].lstrip(".")[:1] == "\n" or content[end : end + 1] == ""


def _mended(variant: str, written: str) -> str:
    """The address that must be meant; empty where that can't be told."""
    if variant == "schemes":
        return re.sub(r"^https?:?/{0,2} ?", "", written, flags=re.IGNORECASE)
    if variant == "blank":
        return "" if "/" in written.split(" ")[-1] and written.count(" ") > 1 else re.sub(r"\s", "", written)
    if variant == "comma":
        return written.replace(",", ".")
    return ""
