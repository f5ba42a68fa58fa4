"""Sentences that break off, and sentences that are too long."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rekisterilint.catalogue.model import Confidence, Rule
from rekisterilint.checks import scan
from rekisterilint.checks.context import Context
from rekisterilint.findings import Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.notice.model import Notice, Unit
from rekisterilint.text import BlockKind

_LONGEST = 40
_TERMINAL = lazy_pattern(r"[.!?…:;)\]\"”'’»>*/]$")
# Words behind which something must follow.
_OPEN_WORDS = {
    "fi": r"(?:ja|tai|sekä|eli|että|jotta|koska|kun|jos|mikäli|joka|jotka|jonka|joiden|jossa|jolla|jolle|jota|joita|"
    r"joihin|joista|kuten|jolloin|ovat|on|voi|voidaan|vaikka|ettei|joko|ennen kuin|kuin|vain|esimerkiksi|mukaan lukien|eivät|"
    r"emme|olla|perustuu|koskien|liittyen|varten,)",
    "sv": r"(?:och|eller|samt|att|som|är|om|när|för|av|på|till|med|från|vid|enligt|den|det|ett|en|så|eftersom|vilka|vilken|vars|"
    r"kan|ska|skall|har|hos|utan|mellan|under)",
    "en": r"(?:and|or|that|which|who|whose|the|an|of|to|for|with|from|by|is|are|was|were|if|when|because|such as|including|can|may|"
    r"shall|will|must|has|have|our|your|their|its|as|at|on|in)",
}
_FOLLOWS = {
    "fi": r"seuraav|alla olev|oheis",
    "sv": r"följande|nedan",
    "en": r"following|below",
}
_ADDRESSED = {"fi": r"osoit(?:teeseen|teella|e)(?: on)? ?:$", "sv": r"adress(?:en)? ?:$", "en": r"address(?: is)? ?:$"}
_ADDRESS_LINES = 6
_DATA = {
    "fi": r"seuraav\S+ (?:\S+ ){0,2}\S*tieto(?:ja|jasi|jen)?:$|kuuluv\S+ tieto\S*(?: [^:]{1,40})?:$|seuraav\S+ (?:\S+ )?tietoryhm\S+:$",
    "sv": r"följande (?:\S+ )?(?:person)?uppgifter[^:]{0,50}:$",
    "en": r"following (?:\S+ ){0,2}(?:data|information|details)[^:]{0,50}:$",
}
_PROSE = {
    "fi": r"(?:^| )(?:on|ovat|voi|voivat|voidaan|ei|emme|käsitellään|käsittelemme|kerätään|säilytetään|perustuu|saadaan) ",
    "sv": r"(?:^| )(?:är|kan|ska|har|behandlas|samlas|sparas|används|får|fås) ",
    "en": r"(?:^| )(?:is|are|can|may|will|has|have|we|processes|collects) ",
}
# "Contact us at", and the address that stood there was lost.
_REACH_AT = r"(?:contact|reach|e-?mail|write to) us (?:at|by|via)$"
_ENDING_WORD = lazy_pattern(r"([^\W\d_]+)$")


def text_cut_off(rule: Rule, context: Context) -> Iterator[Hit]:
    """DOC702: a paragraph that ends within a sentence, or announces a list that is not there."""
    notice = context.notice
    units = notice.units
    for number, unit in enumerate(units):
        if unit.kind is not BlockKind.PARAGRAPH:
            continue
        if notice.text.content[unit.end - 1] == ".":
            continue
        following = units[number + 1] if number + 1 < len(units) else None
        if following is not None and following.block == unit.block:
            continue
        words = notice.words(unit).rstrip()
        if words.endswith(":"):
            if _list_missing(context, unit, following):
                yield Hit(Span(unit.start, unit.start + len(words)), {"kind": "list"}, variant="list")
            continue
        if words[-1:] == "." or _TERMINAL.search(words):
            continue
        confidence = _breaks_off(context, unit, number, following, words)
        if confidence is not None:
            yield Hit(_tail(unit, words), confidence=confidence)


def _tail(unit: Unit, words: str) -> Span:
    """The last words of the sentence: what a reader looks for."""
    at = 0
    if len(words) > 80:
        at = words.find(" ", len(words) - 70) + 1
    return Span(unit.start + at, unit.start + len(words))


def _torn(notice: Notice) -> bool:
    """Whether the text was drawn from pages, where lines and columns may be out of order."""
    return notice.text.format == "pdf" or (
        notice.text.format == "text" and _short_lines(notice)
    )


def _short_lines(notice: Notice) -> bool:
    return _has_short_lines(notice.text.source)


# Asked for each sentence of a file in turn: without this the time would grow with the square of its size.
@lru_cache(maxsize=2)
def _has_short_lines(source: str) -> bool:
    lines = [len(line) for line in source.splitlines() if line.strip()]
    return bool(lines) and sorted(lines)[int(len(lines) * 0.95)] <= 130


def _ends_section(notice: Notice, unit: Unit, following: Unit | None) -> bool:
    if following is None:
        return True
    if following.kind is not BlockKind.HEADING:
        return False
    return notice.sections[following.section].level <= notice.sections[unit.section].level


def _list_missing(context: Context, unit: Unit, following: Unit | None) -> bool:
    notice = context.notice
    language = notice.language
    folded = unit.folded
    if folded.count(b" ") < 4 or _torn(notice) or unit.facts & {"url"}:
        return False
    announced = scan.first(_FOLLOWS[language], folded) is not None
    if _ends_section(notice, unit, following):
        if following is not None and (_addressed(notice, unit, following) or _grouped(notice, following)):
            return False
        if following is not None and not announced:
            return folded.count(b" ") >= 6
        return following is None or bool(notice.sections[following.section].topics)
    if following is None or following.kind is not BlockKind.PARAGRAPH or not announced:
        return False
    # The data announced, and then prose of several sentences about something else.
    if scan.first(_DATA[language], folded) is None or following.section != unit.section:
        return False
    behind = [other for other in notice.units if other.block == following.block]
    return (
        len(behind) >= 2
        and behind[0].folded.count(b" ") >= 9
        and behind[0].folded.count(b",") <= 1
        and scan.first(_PROSE[language], behind[0].folded) is not None
        and b":" not in behind[0].folded
    )


def _grouped(notice: Notice, following: Unit) -> bool:
    """Whether the list comes in groups, in plain text: a group's name, read as a heading, and its items."""
    at = notice.units.index(following)
    behind = notice.units[at + 1 : at + 2]
    return notice.text.format == "text" and bool(behind) and behind[0].kind is BlockKind.ITEM


def _addressed(notice: Notice, unit: Unit, following: Unit) -> bool:
    """Whether an address is announced and stands in the lines below, the first of which reads as a heading."""
    if scan.first(_ADDRESSED[notice.language], unit.folded) is None:
        return False
    at = notice.units.index(following)
    return any(other.facts & {"address", "email"} for other in notice.units[at : at + _ADDRESS_LINES])


def _breaks_off(
    context: Context, unit: Unit, number: int, following: Unit | None, words: str
) -> Confidence | None:
    """How sure it is that the sentence has lost its end; None if it has not."""
    notice = context.notice
    folded = unit.folded
    if following is not None and following.kind is BlockKind.HEADING and not following.facts and scan.first(_REACH_AT, folded.rstrip()):
        return Confidence.MEDIUM
    if folded.count(b" ") < 4 or unit.facts & {"url", "email", "phone", "address"} or b" | " in folded:
        return None
    ended = following is None or following.kind is BlockKind.HEADING
    if ended and folded.rstrip().endswith(b"("):
        return Confidence.MEDIUM  # the address that stood in the brackets was lost
    sentences = number > 0 and notice.units[number - 1].block == unit.block
    if not ended and (following is None or not _begins_anew(notice, following) or "controller" in unit.topics):
        return None  # `X Ab (FO-nummer …) samt` and the next controller on its own line
    if _torn(notice) and not (sentences and ended):
        return None
    open_words = rf"(?:^|[ (]){_OPEN_WORDS[notice.language]}$"
    tail = folded.rstrip()
    if scan.first(open_words, tail) is not None and (sentences or folded.count(b" ") >= 6):
        return Confidence.MEDIUM
    if tail.endswith(b",") and ended and folded.count(b" ") >= 8:
        return Confidence.LOW
    if sentences and ended and folded.count(b" ") >= 6 and _half_word(notice, words):
        return Confidence.MEDIUM
    return None


def _begins_anew(notice: Notice, following: Unit) -> bool:
    if following.kind is BlockKind.ITEM or following.kind is BlockKind.ROW:
        return False
    first = notice.words(following).lstrip("(\"”“'*• ")[:1]
    return first.isupper() and len(notice.words(following)) > 40


def _half_word(notice: Notice, words: str) -> bool:
    """Whether the last word is but the beginning of another word of the notice."""
    match = _ENDING_WORD.search(words)
    if match is None or not 3 <= len(match[1]) <= 12 or not match[1].islower():
        return False
    half = match[1]
    content = notice.text.content.lower()
    if len(re.findall(rf"(?<!\w){re.escape(half)}(?!\w)", content)) > 1:
        return False
    return re.search(rf"(?<!\w){re.escape(half)}\w{{3,}}", content) is not None


def long_sentence(rule: Rule, context: Context) -> Iterator[Hit]:
    """DOC711: running text of more than forty words without an end."""
    for unit in context.notice.units:
        # A list's item is no sentence, unless it ends as one.
        whole = unit.kind is BlockKind.PARAGRAPH or (unit.kind is BlockKind.ITEM and unit.folded.rstrip().endswith(b"."))
        if not whole or unit.end - unit.start < 200:
            continue
        blanks = unit.folded.count(b" ")
        if blanks < _LONGEST or b" | " in unit.folded or b"\n" in unit.folded:
            continue
        words = [word for word in unit.folded.split() if word[:1].isalnum() or word[0] > 0x7F]
        # An enumeration is long, but no sentence that is hard to follow.
        if len(words) > _LONGEST and unit.folded.count(b",") * 3 < len(words):
            yield Hit(Span(unit.start, unit.end), {"words": str(len(words))})
