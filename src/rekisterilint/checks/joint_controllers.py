"""ELE130: joint controllers without a word on who answers for what (Article 26(2))."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rekisterilint.catalogue.model import Rule
from rekisterilint.checks.context import Context
from rekisterilint.findings import Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.notice.model import Notice, Unit
from rekisterilint.text import BlockKind

_JOINT = lazy_pattern(r"(?i)yhtei|gemensam|joint")
_SEVERAL = lazy_pattern(r"(?i) (?:ja|sekä|och|samt|and) | & ")
_BUSINESS_ID = lazy_pattern(r"\b\d{7}-\d\b")
# `Tmi Maija Virtanen (Y-tunnus 1234567-1)`
_FIRM = lazy_pattern(r"(?i)[•*–-]?\s*(?:tmi |toiminimi |[^,:;.()]{3,50} (?:oy|ky|ab|tmi)\b)[^:;.]{0,50}(?:y-?tunnus|fo-nummer|business id)?[ :)(]*\d{7}-\d\)?$")
# `Kuusikorven Seura ry, Kuusikorven Kauppa Oy`
_PAIR = lazy_pattern(r"(?i)[^,:;()/.]{3,60} (?:oyj?|ry|ab|ky|rf)(?:,| ja| sekä| och| samt| and) [^,:;()/.]{3,60} (?:oyj?|ry|ab|ky|rf)\.?$")
# `Kuusikorven kaupunki ja Havukan kunta`: two of one kind, not a city and its board.
_TOWNS = lazy_pattern(
    r"(?i)[\w-]+ (?:kaupunki|kunta|seurakunta) (?:ja|sekä) [\w-]+ (?:kaupunki|kunta|seurakunta)\.?$|[\w-]+ (?:stad|kommun|församling) (?:och|samt) [\w-]+ (?:stad|kommun|församling)\.?$|"
    r"(?:the )?(?:city|municipality|university) of [\w-]+ and (?:the )?(?:city|municipality|university) of [\w-]+\.?$"
)
_NAME = lazy_pattern(r"(?i)[^,:;()/]{3,60} (?:oyj?|ry|abp?|ky|rf|ltd)\.?$")
_LONGEST_ID = 40
_LONGEST_BLOCK = 4


def without_arrangement(rule: Rule, context: Context) -> Iterator[Hit]:
    """One hit where joint controllers are first named, unless their arrangement is told."""
    if context.signal_units("joint-arrangement"):
        return
    named = context.signal_units("joint-controllers")[:1]
    for unit in named:
        if not _names_only_one(context.notice, unit):
            yield Hit(Span(unit.start, unit.end))
    listed = [] if named else _listed(context.notice)
    if listed:
        yield Hit(Span(listed[0].start, listed[-1].end))


def _listed(notice: Notice) -> list[Unit]:
    """Lines of the first controller's section with a company and a Business ID of its own each."""
    first = next((unit for unit in notice.units if unit.kind is BlockKind.HEADING and "controller" in unit.topics), None)
    if first is None:
        return []
    below = [unit for unit in notice.units if unit.section == first.section and unit is not first]
    pair = next((unit for unit in below[:2] if _PAIR.match(notice.words(unit)) or _TOWNS.match(notice.words(unit))), None)
    if pair is not None:
        return [pair]
    blocks = _blocks(notice, below)
    if blocks:
        return blocks[:1]
    lines = [unit for unit in notice.units if unit.section == first.section and _FIRM.match(notice.words(unit))]
    ids = {notice.words(unit)[match.start() : match.end()] for unit in lines if (match := _BUSINESS_ID.search(notice.words(unit)))}
    return lines if len(ids) == len(lines) > 1 else []


def _blocks(notice: Notice, below: Sequence[Unit]) -> list[Unit]:
    """Companies alone on their lines, with a Business ID of its own on the next: several contact blocks."""
    words = [notice.words(unit) for unit in below]
    found = {
        match.group(): unit
        for unit, name, behind in zip(below, words, words[1:], strict=False)
        if _NAME.match(name) and (match := _BUSINESS_ID.search(behind)) and len(behind) < _LONGEST_ID
    }
    return list(found.values()) if len(found) > 1 else []


def _names_only_one(notice: Notice, heading: Unit) -> bool:
    """Whether `Rekisterinpitäjät` stands over a single contact block: a plural by habit."""
    if heading.kind is not BlockKind.HEADING or _JOINT.search(notice.words(heading)):
        return False
    below = [unit for unit in notice.units if unit.section == heading.section and unit is not heading]
    if not below or len(below) > _LONGEST_BLOCK or sum("address" in unit.facts for unit in below) != 1:
        return False
    return not any(_SEVERAL.search(notice.words(unit)) for unit in below)
