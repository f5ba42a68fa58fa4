"""Sections without content, and paragraphs that stand twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from rekisterilint.catalogue.model import Confidence, Rule
from rekisterilint.checks import scan
from rekisterilint.checks.context import Context
from rekisterilint.checks.furniture import is_furniture
from rekisterilint.facts.contacts import SPAM_NOTE
from rekisterilint.findings import Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.matching import fold
from rekisterilint.notice.model import Notice, Section
from rekisterilint.text import Block, BlockKind

SECTION_NUMBER = lazy_pattern(r"(\d{1,2})(?:\.(\d{1,2}))?[.):]?$")
# Titles, site furniture and captions: nothing needs to stand under them.
_ADDRESS_LABEL = lazy_pattern(r"(?:\w+ )?\w*(?:osoite|adress|address) ?:", re.IGNORECASE)
_LIGHT = frozenset({"title", "introduction", "contact", "name", "cookies", "date"})
_SAYS_IT_ALL = (
    r"\b(?:ei|eivät|emme|eikä|inte|inga|ingen|inget|not?|none|never)\b|[^:]: ?\w|\b(?:käsittelemme|käsitellään|"
    r"säilytetään|kerätään|luovutetaan|perustuu|on|ovat|behandlas|sparas|are|is) "
)
_REGISTER_NAME = r"^[^ :]+(?:rekisteri|register)[.]?$"
_CONTROLLER_HEADING = r"rekisterin nimi|registrets namn|rekisterinpitäj|yhteyshenkilö|tietosuojavast|personuppgiftsansvarig|kontaktperson|dataskyddsombud|controller|contact person|contact (?:information|details)|yhteystiedo|kontaktuppgift|protection officer"
_HIDDEN_ADDRESS = lazy_pattern(SPAM_NOTE, re.IGNORECASE)
_LEAST_REPEATED = 80
_LEAST_WORDS = 7


def empty_sections(rule: Rule, context: Context) -> Iterator[Hit]:
    """DOC701: headings under which, and under whose sub-headings, nothing stands."""
    notice = context.notice
    sections = notice.sections
    has_body = [_has_body(notice, section) for section in sections]
    filled = list(has_body)
    for number in range(len(sections) - 1, -1, -1):
        parent = sections[number].parent
        if filled[number] and parent >= 0:
            filled[parent] = True
    if _columns_apart(notice, has_body):
        return
    first_body = next((n for n, body in enumerate(has_body) if body), len(sections))
    for number, section in enumerate(sections):
        heading = section.heading
        if heading is None or filled[number] or number < first_body:
            continue
        following = sections[number + 1] if number + 1 < len(sections) else None
        before = sections[number - 1]
        if _lonely(context, section, before, following, has_body[number - 1]):
            yield Hit(
                Span(heading.start, heading.end),
                confidence=rule.confidence if section.topics - _LIGHT else Confidence.LOW,
            )


def _columns_apart(notice: Notice, has_body: list[bool]) -> bool:
    """Whether a page's columns were read one after the other: headings in rows, their texts behind."""
    if notice.text.format not in ("text", "pdf"):
        return False
    sections = notice.sections
    empty = [
        number
        for number in range(1, len(sections) - 1)
        if not has_body[number]
        and sections[number].topics - _LIGHT
        and sections[number + 1].level <= sections[number].level
    ]
    return len(empty) >= 2


def _has_body(notice: Notice, section: Section) -> bool:
    blocks = notice.text.blocks[section.first : section.last]
    return any(not block.furniture and _is_text(notice, block) for block in blocks)


def _is_text(notice: Notice, block: Block) -> bool:
    if block.end - block.start > 120:
        return True
    words = notice.text.content[block.start : block.end]
    return bool(words.strip(" .:;|_*-–—")) and not is_furniture(fold(words))


def _lonely(
    context: Context, section: Section, before: Section, following: Section | None, body_before: bool
) -> bool:
    """Whether an empty section is one that ought to hold text."""
    heading = section.heading
    assert heading is not None
    words = context.notice.text.content[heading.start : heading.end]
    folded = fold(words)
    plain = context.notice.text.format in ("text", "pdf")
    numbered = bool(SECTION_NUMBER.fullmatch(heading.marker))
    if not section.topics - _LIGHT and not (numbered and scan.first(_CONTROLLER_HEADING, folded)):
        return False
    unit = context.unit_at(heading.start)
    if (unit is not None and unit.facts) or scan.first(_SAYS_IT_ALL, folded):
        return False
    if plain and not numbered and scan.first(_REGISTER_NAME, folded):
        return False  # one of several registers, named on a line of its own
    if plain and (not body_before or words.endswith(":")):
        # Several headings in a row: a wrapped title, or columns read one after the other.
        return False
    if plain and _answered_before(context.notice, before):
        return False
    if following is None or following.heading is None:
        return True
    if plain and not _is_full(context.notice, following):
        return False
    if plain and _introduces_list(context.notice, following):
        return False
    if plain and not numbered and _asks(context.notice, following) and not words.endswith("?"):
        # A title over questions; plain text has no ranks that would tell.
        return False
    if plain and not numbered and following.heading.marker.rstrip(".):") == "1":
        return False  # a row of numbered captions begins under it
    if numbered and SECTION_NUMBER.fullmatch(following.heading.marker):
        return section.level >= following.level
    if following.level > section.level:
        return False
    # A heading over others of the same rank ("Rights" over "Right of access") groups them.
    if plain and not numbered and not following.topics - _LIGHT and "name" not in following.topics:
        return False
    if plain and not numbered and "data" in section.topics and "provision" in following.topics:
        return False  # the data, those that must be given first
    shared = (section.topics & following.topics) - {"title"}
    return bool(following.topics) and not shared and not (plain and section.level != following.level)


def _answered_before(notice: Notice, before: Section) -> bool:
    """Whether the section before ends in a lone answer, which a torn page has put there."""
    blocks = notice.text.blocks[before.first : before.last]
    words = notice.text.content[blocks[-1].start : blocks[-1].end] if blocks else ""
    return words.strip(" .:").lower() in ("ei", "kyllä", "nej", "ja", "no", "yes")


def _asks(notice: Notice, section: Section) -> bool:
    heading = section.heading
    return heading is not None and notice.text.content[heading.start : heading.end].endswith("?")


def _introduces_list(notice: Notice, section: Section) -> bool:
    """Whether a supposed heading without number is but the line over a list."""
    heading = section.heading
    if heading is None or heading.marker or section.first >= section.last:
        return False
    return notice.text.blocks[section.first].kind is BlockKind.ITEM


def _is_full(notice: Notice, section: Section) -> bool:
    return _has_body(notice, section)


def repeated_text(rule: Rule, context: Context) -> Iterator[Hit]:
    """DOC708: a paragraph of at least 80 characters that stands twice in the same register's part."""
    notice = context.notice
    several: bool | None = None
    seen: dict[str, Span] = {}
    opening = notice.units[0].start if notice.units else -1
    for block in notice.text.blocks[notice.first_block : notice.last_block]:
        if block.kind is not BlockKind.PARAGRAPH or block.furniture:
            continue
        if block.end - block.start < _LEAST_REPEATED or _is_contact_block(context, block):
            continue
        unit = context.unit_at(block.start)
        if unit is not None and "name" in unit.topics:
            continue  # what the register is called stands in the title as well
        for span in _lines(notice, block):
            key = notice.text.content[span.start : span.end].lower()
            if _HIDDEN_ADDRESS.search(key):
                continue  # what a web page puts in the place of each e-mail address
            line = context.unit_at(span.start)
            if line is not None and "address" in line.facts and key[-1] not in ".!?":
                continue  # an address is given wherever it is asked for
            if key not in seen or key.count(" ") < _LEAST_WORDS - 1:
                seen[key] = span
                continue
            if several is None:
                several = _several_registers(notice)
            if several:
                return
            other = seen[key]
            if other.start == opening and key[-1] not in ".!?:;":
                continue  # the page's title, once more above the text
            yield Hit(
                span,
                {"line": str(notice.text.place(other.start).line)},
                related=(other,),
            )


def _is_contact_block(context: Context, block: Block) -> bool:
    """Whether a block is an address with a phone, mail or label: given wherever it is asked for."""
    unit = context.unit_at(block.start)
    if unit is None or unit.end < block.end or "address" not in unit.facts:
        return False
    return not unit.facts.isdisjoint(("phone", "email")) or bool(_ADDRESS_LABEL.match(context.notice.words(unit)))


def _lines(notice: Notice, block: Block) -> Iterator[Span]:
    """The paragraphs of a block: its lines, where it is broken into several."""
    at = block.start
    while at < block.end:
        end = notice.text.content.find("\n", at, block.end)
        end = block.end if end < 0 else end
        if end - at >= _LEAST_REPEATED:
            yield Span(at, end)
        at = end + 1


def _several_registers(notice: Notice) -> bool:
    """Whether the file holds several notices in a row: their headings recur."""
    words = Counter(
        fold(notice.text.content[section.heading.start : section.heading.end])
        for section in notice.sections
        if section.heading is not None and section.topics - _LIGHT
    )
    return sum(1 for count in words.values() if count > 1) >= 3
