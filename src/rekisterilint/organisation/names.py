"""Who the controller is, by name: from the sentences that are evidence of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rekisterilint.checks.context import Context
from rekisterilint.data.folding import fold

_HEAD = (
    r"[\w-]*(?:kaupunki|kunta|kuntayhtymä|hyvinvointialue|seurakunta|yliopisto|ammattikorkeakoulu|virasto|laitos|keskus|liitto|"
    r"säätiö|yhdistys|seura|opisto|ministeriö|osuuskunta|lautakunta|yhtymä|rekisterikeskus|"
    r"stad|kommun|samkommun|välfärdsområde|församling|universitet|verket|myndigheten|högskola|förening|stiftelse)|"
    r"[Oo]yj?|OYJ?|[Aa][Bb]p?|[Rr][Yy]|r\.y\.|[Rr]f|r\.f\.|[Kk]y|Ltd|Inc|GmbH|University|Agency|Association|Foundation"
)
_NAME = re.compile(
    rf"(?:(?:City|University|Municipality|Parish|Ministry) of(?: (?:the )?[A-ZÅÄÖ][\w-]*){{1,4}}"
    rf"|(?:[A-ZÅÄÖ][\w&'.-]*,? (?:(?:ja|och|and|of|the|för|&|-) )?){{0,5}}(?:[a-zåäö]+ (?=(?:{_HEAD})(?!\w))){{0,2}}(?:{_HEAD}))(?![\w-])"
)
_GENERIC = re.compile(r"(?:rekisterin ?pitäjä|personuppgiftsansvarig|registeransvarig|(?:data )?controller|nimi|namn|name)\b[\s:|-]*", re.IGNORECASE)
_SENTENCES = 8


def controller_names(context: Context) -> Iterator[tuple[int, int, str, str]]:
    """The controller's names where they stand: start, end, the name as written and its key.

    Two words at least, or a long compound: `Oy` alone names nobody.
    """
    units = sorted({match.unit for match in context.evidence.of("element", "controller", "stated")})
    seen: set[str] = set()
    for number in units[:_SENTENCES]:
        unit = context.notice.units[number]
        if len(unit.facts & {"address", "email", "phone"}) == len(unit.facts) and unit.facts:
            continue
        words = context.notice.words(unit)
        label = _GENERIC.match(words)
        offset = label.end() if label else 0
        for match in _NAME.finditer(words, offset):
            name = match.group().strip(" ,")
            key = fold(name)
            if not name[0].isupper():
                continue
            if key not in seen and (" " in key or len(key) >= 10):
                seen.add(key)
                yield unit.start + match.start(), unit.start + match.start() + len(name), name, key
            break


_ENDS = re.compile(rf"(?:{_HEAD})$")
_BRACKETS = re.compile(r"\s*\([^()]{1,40}\)\s*$")


def is_organisation(words: str) -> bool:
    """Whether words are the name of an organisation and not of a person or a task."""
    words = _BRACKETS.sub("", words).strip(" .,")
    return words[:1].isupper() and len(words.split()) > 1 and _ENDS.search(words) is not None


def name_key(name: str) -> str:
    """The key that a name is compared by."""
    return fold(name)
