"""Text to notices: one for each language version in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from rekisterilint.catalogue.topics import TopicBank
from rekisterilint.facts import extract_facts
from rekisterilint.facts.model import Facts
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.matching import fold
from rekisterilint.matching.folding import fold_whole
from rekisterilint.notice.language import detect, sure_language
from rekisterilint.notice.model import NO_TOPICS, Notice, Section, Unit
from rekisterilint.notice.sentences import sentence_spans
from rekisterilint.notice.tick_boxes import ticked_only
from rekisterilint.text import Block, BlockKind, Text

# A label may bear a number: "5. Säilytysaika | 2 vuotta".
_LABEL = lazy_pattern(r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s)?([^\W\d_][^:\n|@?!]{1,70}?\s?(?::(?=\s|$)| \| ))")
# At least one word that is not "päivitetty" and the like: dates and page numbers name nothing.
_NAMING = lazy_pattern(r"(?i)\b(?!(?:päivite|laadit|laatim|julkaist|uppdat|updat|datum|date|sivu|sida|page))[^\W\d_]{4,}")
_LONGEST_TITLE = 120
# Of a first line that is no heading: what notices call themselves, and no address of a page.
_OWN_NAME = lazy_pattern(r"(?i)(?!.*://).*(?:seloste|tietosuojailmoitu|beskrivning|redogörelse|privacy (?:notice|policy|statement)|description|käsittely\b)")
# "EU" in the name of the GDPR says nothing of transfers to third countries, "general" of no introduction.
_GDPR_MAKER = lazy_pattern(
    r"(?i)\b(?:(?:EU|Euroopan unionin|europeiska unionens|European Union)(?:[:’'`´]?[ns]?)? )?"
    r"(?:yleisen |yleinen |allmänna |general )?"
    r"(?=(?:tietosuoja-?asetu|dataskyddsförordning|data protection regulation))"
)
_GDPR_PLACE = lazy_pattern(r"(?i)(?<=regulation) of the (?:European Union|EU)\b")
_LONGEST_LABEL = 80
_LEAST_WORDS = 120


def parse_notices(text: Text, topic_bank: TopicBank) -> tuple[Notice, ...]:
    """The notices of `text`: one, or one for each language that fills a part of it."""
    facts = extract_facts(text)
    return tuple(
        _parse_part(text, first, last, language, facts, topic_bank)
        for first, last, language in _language_parts(text)
    )


def _language_parts(text: Text) -> list[tuple[int, int, str]]:
    """Runs of blocks in one language each: (first block, behind the last, language)."""
    runs: list[tuple[int, int, str]] = []
    for number, language in enumerate(_block_languages(text)):
        if runs and runs[-1][2] == language:
            runs[-1] = (runs[-1][0], number + 1, language)
        else:
            runs.append((number, number + 1, language))
    merged = _merge_small_runs(text, runs)
    if len(merged) == 1:
        told = {language for _, _, language in runs if language}
        only = told.pop() if len(told) == 1 else detect(text.content[: text.words_end], text.language_hint)
        return [(0, len(text.blocks), only)]
    return merged


def _block_languages(text: Text) -> list[str]:
    """The language of each block; where one can't be told, a heading's is that of what follows
    and any other's that of what went before."""
    told = [sure_language(text.content[block.start : block.end]) for block in text.blocks]
    languages: list[str] = []
    for number, language in enumerate(told):
        if not language and text.blocks[number].kind is BlockKind.HEADING:
            language = next((later for later in told[number:] if later), "")
        languages.append(language or (languages[-1] if languages else ""))
    return languages


def _merge_small_runs(
    text: Text, runs: list[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """Runs too short to be a version of their own join the one before (or the next)."""
    total = max(len(text.content[: text.words_end].split()), 1)
    least = max(_LEAST_WORDS, total // 6)
    merged: list[tuple[int, int, str]] = []
    for first, last, language in runs:
        words = sum(len(text.content[b.start : b.end].split()) for b in text.blocks[first:last])
        if merged and (words < least or merged[-1][2] == language):
            merged[-1] = (merged[-1][0], last, merged[-1][2])
        elif merged or words >= least:
            merged.append((0 if not merged else first, last, language))
    if not merged:
        return [(0, len(text.blocks), "")]
    # Neighbours that ended up in the same language are one part.
    joined = [merged[0]]
    for first, last, language in merged[1:]:
        if joined[-1][2] == language:
            joined[-1] = (joined[-1][0], last, language)
        else:
            joined.append((first, last, language))
    joined[-1] = (joined[-1][0], len(text.blocks), joined[-1][2])
    return joined


def _parse_part(
    text: Text, first: int, last: int, language: str, facts: Facts, topic_bank: TopicBank
) -> Notice:
    sections = _sections(text, first, last, topic_bank)
    units = _units(text, sections, facts, topic_bank)
    return Notice(
        text=text,
        language=language or "fi",
        title=_title(text, first, last, topic_bank),
        first_block=first,
        last_block=last,
        sections=tuple(sections),
        units=tuple(units),
        facts=facts,
    )


def _title(text: Text, first: int, last: int, topic_bank: TopicBank) -> str:
    """The heading that names the notice, else the first heading or words that are no date."""
    if text.title and text.format == "register":
        return text.title
    near = [
        (block.kind, text.content[block.start : block.end])
        for block in text.blocks[first : min(last, first + 8)]
        if not block.furniture
    ]
    headings = [words for kind, words in near if kind is BlockKind.HEADING]
    headed = bool(near) and near[0][0] is BlockKind.HEADING
    # A first line that cites the GDPR or ends in a date is no heading to the readers, but names the notice.
    opening = [words for _, words in near[: 1 if headed else 2] if len(words) <= _LONGEST_TITLE and words[-1:] not in ".:,;" and _OWN_NAME.match(words)]
    for words in (*opening, *headings):
        if "title" in topic_bank.topics(fold(words)):
            return words
    if text.title:
        return text.title
    candidates = [*headings, *(words for _, words in near)]
    return next((words[:_LONGEST_TITLE] for words in candidates if _NAMING.search(words)), "")


def _sections(text: Text, first: int, last: int, topic_bank: TopicBank) -> list[Section]:
    starts = [
        number for number in range(first, last) if text.blocks[number].kind is BlockKind.HEADING
    ]
    sections: list[Section] = []
    if not starts or starts[0] > first:
        sections.append(Section(None, 0, NO_TOPICS, -1, first, starts[0] if starts else last))
    open_sections: list[int] = []
    for index, number in enumerate(starts):
        block = text.blocks[number]
        end = starts[index + 1] if index + 1 < len(starts) else last
        while open_sections and sections[open_sections[-1]].level >= block.level:
            open_sections.pop()
        parent = open_sections[-1] if open_sections else -1
        own = topic_bank.topics(_heading_words(text.content[block.start : block.end]))
        inherited = sections[parent].topics if parent >= 0 else NO_TOPICS
        if "title" in inherited:
            inherited -= {"cookies"}  # "Tietosuoja ja evästeet" is the title of both
        # "Suostumus" under "Käsittelyn oikeusperuste" is still about the ground.
        topics = own if own - {"title", "consent"} else own | inherited
        if own == {"contact"} and "data" in inherited and _lists(text, number + 1, end):
            topics = inherited  # "Yhteystiedot" is a group of the data
        if "rights" in inherited and "title" not in inherited:
            topics |= {"rights"}
        open_sections.append(len(sections))
        sections.append(Section(block, block.level, topics, parent, number + 1, end))
    return sections


def _lists(text: Text, block: int, end: int) -> bool:
    """Whether a list item stands at `block`, before `end`."""
    return block < end and text.blocks[block].kind is BlockKind.ITEM


def _heading_words(heading: str) -> bytes:
    """`heading` as topic patterns see it: folded, the GDPR's name without its maker."""
    return fold(_GDPR_PLACE.sub("", _GDPR_MAKER.sub("", heading)))


def _units(
    text: Text, sections: Sequence[Section], facts: Facts, topic_bank: TopicBank
) -> list[Unit]:
    folded = fold_whole(text.content)
    units: list[Unit] = []
    positions = facts.positions
    starts = [position for position, _ in positions]
    for number, section in enumerate(sections):
        if section.heading is not None:
            block = section.heading
            units.append(
                Unit(block.start, block.end, block.kind, section.first - 1, number, section.topics,
                     _facts_within(positions, starts, block.start, block.end),
                     folded[block.start : block.end])
            )
        for index in range(section.first, section.last):
            block = text.blocks[index]
            if block.furniture:
                continue
            for start, end in _unit_spans(text.content, block):
                units.append(
                    Unit(start, end, block.kind, index, number,
                         _unit_topics(text.content, start, end, section, topic_bank),
                         _facts_within(positions, starts, start, end), folded[start:end])
                )
    return ticked_only(text.content, units)


def _unit_spans(content: str, block: Block) -> Sequence[tuple[int, int]]:
    if block.kind is BlockKind.ROW:
        return [(block.start, block.end)]
    start = block.start
    return [(start + a, start + b) for a, b in _sentences(content[start : block.end])]


@lru_cache(maxsize=4_096)
def _sentences(words: str) -> tuple[tuple[int, int], ...]:
    return tuple(sentence_spans(words, 0, len(words)))


def _unit_topics(
    content: str, start: int, end: int, section: Section, topic_bank: TopicBank
) -> frozenset[str]:
    label = _label(content[start : min(end, start + _LONGEST_LABEL)])
    if not label:
        return section.topics
    own = topic_bank.topics(label)
    return section.topics | own if own else section.topics


@lru_cache(maxsize=4_096)
def _label(words: str) -> bytes:
    """The folded label that `words` start with, or nothing."""
    if ":" not in words and " | " not in words:
        return b""
    match = _LABEL.match(words)
    return fold(match.group(1)) if match else b""


def _facts_within(
    positions: Sequence[tuple[int, str]], starts: Sequence[int], start: int, end: int
) -> frozenset[str]:
    low = bisect_right(starts, start - 1)
    high = bisect_right(starts, end - 1)
    if low == high:
        return NO_TOPICS
    return frozenset(kind for _, kind in positions[low:high])
