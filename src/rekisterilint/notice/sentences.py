"""Sentence ends within a block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rekisterilint.lazy_patterns import lazy_pattern

# A full stop behind these is no end of a sentence.
_ABBREVIATION = lazy_pattern(
    r"(?:\b(?:esim|mm|ym|yms|jne|ns|tms|ks|vrt|puh|p|tel|nro|n:o|no|nr|art|s|ml|ao|em|eo|ko|huom|os|"
    r"kv|ts|toim|vs|fil|maist|dipl|ins|tri|prof|st|t\.ex|bl\.a|m\.fl|s\.k|d\.v\.s|o\.s\.v|osv|ca|"
    r"jfr|resp|dvs|e\.g|i\.e|etc|cf|inc|ltd|mr|mrs|ms|dr|mom|kap|par|sec|para|kert|krs|lk|mrd|milj|"
    r"[a-zåäö])|(?:^|"
    # "… in section 4. Data are …": the number of a place ends its sentence.
    r"(?<!section)(?<!chapter)(?<!clause)(?<!point)(?<!avsnitt)(?<!punkt)(?<!kapitel)(?<!kohdassa)(?<!kohdasta)(?<!luvussa)"
    r"\s)\d{1,2})\.$",
    re.IGNORECASE,
)
# "… hosted by Fly.io Inc. The service …": the abbreviation ends its sentence too.
_LAST_OF_ONE = lazy_pattern(r"\b(?:inc|ltd|etc|osv|jne|yms|m\.fl)\.$", re.IGNORECASE)
_FIRST_OF_ONE = lazy_pattern(
    r"(?:The|This|These|It|We|Our|Your?|They|If|In|When|All|No|"
    r"Tämä|Nämä|Me|Jos|Kun|Emme|Tiedot|Den|Det|De|Dessa|Vi|Om|När|Uppgifterna)\b"
)
_END = lazy_pattern(r"[.!?](?:[\"”')\]]*)\s+(?=[\"”'(\[•*–-]?\s?[A-ZÅÄÖ\d])|\n|;\s+(?=[A-ZÅÄÖ])|(?<=[a-zåäö])\.(?=[A-ZÅÄÖ][a-zåäö]+ )")


def sentence_spans(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Content offsets (start, end) of the sentences of `content[start:end]`, in order."""
    at = start
    for match in _END.finditer(content, start, end):
        stop = match.start()
        mark = content[stop]
        if mark == "." and _ABBREVIATION.search(content, max(at, stop - 12), stop + 1):
            ends = _LAST_OF_ONE.search(content, max(at, stop - 12), stop + 1)
            if not (ends and _FIRST_OF_ONE.match(content, match.end())):
                continue
        if mark in ".!?":
            stop += len(match.group().rstrip())
        if content[at:stop].strip():
            yield at, stop
        at = match.end()
    if content[at:end].strip():
        yield at, end
