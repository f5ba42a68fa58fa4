"""A notice's record from what the engine knows of it."""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Iterator, Sequence

from rekisterilint.checks.context import Context
from rekisterilint.elements.evidence import units_of
from rekisterilint.elements.keys import ELEMENT_KEYS
from rekisterilint.facts.identifiers import mask_identity_codes
from rekisterilint.notice.model import Unit
from rekisterilint.organisation.details import Found, find_details
from rekisterilint.organisation.record import (
    STATUS_LETTERS,
    Detail,
    NoticeRecord,
    Place,
    Statement,
)
from rekisterilint.suppress.inline import Suppression
from rekisterilint.text import BlockKind

_LEAST_SENTENCE = 25
_LONGEST_SNIPPET = 400
_COLUMN = re.compile(
    r"(?:henkilö)?tieto(?:ryhmä|jen ryhmä|tyyppi|luokka)?t?|tiedot|ryhmä|(?:säilytys)?aika|(?:oikeus|käsittely)?peruste|(?:käyttö)?tarkoitus|"
    r"vastaanottaja|käsittelijä|järjestelmä|maa|sijainti|tehtävä|lähde|kohta|sisältö|selite|asia|"
    r"(?:person)?uppgift(?:er|sgrupp|skategori)?|kategori|grupp|(?:lagrings|förvarings|bevarings)?tid|(?:rättslig )?grund|ändamål|"
    r"mottagare|biträde|system|land|uppgift|källa|innehåll|"
    r"(?:personal )?data|category|categories|group|type|(?:retention )?period|(?:legal )?(?:basis|ground)(?: under article 6.{0,12})?|purpose|recipient|"
    r"processor|country|task|source|content",
    re.IGNORECASE,
)
# The subjects of sections whose sentences speak of an element, evidence or not.
ELEMENT_TOPICS = {
    "purposes": "purposes", "legal_basis": "legal_basis", "recipients": "recipients", "transfers": "transfers",
    "retention": "retention", "data_categories": "data", "source": "source", "automated_decisions": "automated",
    "provision_obligation": "provision",
}  # fmt: skip


def notice_records(
    contexts: Sequence[Context], path: str, suppressions: Sequence[Suppression], *, full: bool
) -> tuple[NoticeRecord, ...]:
    """A record for each notice of a file; with the sentences on each element where `full`."""
    return tuple(_record(context, path, suppressions, full=full) for context in contexts)


def _record(
    context: Context, path: str, suppressions: Sequence[Suppression], *, full: bool
) -> NoticeRecord:
    notice = context.notice
    found = find_details(context)
    dates = context.elements["date"].evidence
    days = [day.iso for day in notice.facts.dates for span in dates if span.start <= day.start < span.end]
    return NoticeRecord(
        path=path,
        language=notice.language,
        title=mask_identity_codes(notice.title),
        controller_type=context.situation.controller_type.value,
        statuses="".join(STATUS_LETTERS[context.elements[key].status.value] for key in ELEMENT_KEYS),
        topics=_topics(context),
        laws=tuple(sorted({c.number for c in notice.facts.citations if c.number and _is_inside(context, c.start)})),
        sentences=_sentences(context),
        details=tuple(_detail(context, detail) for detail in found),
        places=tuple(_place(context, detail, suppressions) for detail in found),
        statements=tuple(_statements(context)) if full else (),
        date=max(days, default=""),
    )


def _is_inside(context: Context, offset: int) -> bool:
    return context.notice.start <= offset < context.notice.end


def _detail(context: Context, found: Found) -> Detail:
    text = context.notice.text
    written = mask_identity_codes(text.content[found.start : found.end])
    return Detail(found.kind, found.key, found.value, written[:200], text.place(found.start).line)


def _place(context: Context, found: Found, suppressions: Sequence[Suppression]) -> Place:
    text = context.notice.text
    offset = text.origin.source_offset(found.start)
    start, end = text.source_place(offset), text.source_place(
        text.origin.source_offset(max(found.end - 1, found.start)) + 1
    )
    line = text.source_line(offset)
    column = start.column - 1
    last = end.column - 1 if end.line == start.line else len(line)
    unit = context.unit_at(found.start)
    heading = context.notice.sections[unit.section].heading if unit else None
    return Place(
        start.line, start.column, end.line, end.column, start.page, found.start, found.end,
        text.content[heading.start : heading.end] if heading else "",
        {
            "line": mask_identity_codes(line)[: column + _LONGEST_SNIPPET], "start": column,
            "end": max(min(last, len(line)), column + 1), "path": start.path,
        },
        tuple(s for s in suppressions if s.start <= offset < s.end),
    )  # fmt: skip


def _topics(context: Context) -> tuple[str, ...]:
    order: list[str] = []
    for section in context.notice.sections:
        for topic in sorted(section.topics - {"title", "introduction", "name"}):
            if topic not in order:
                order.append(topic)
    return tuple(order)


def _sentences(context: Context) -> bytes:
    """Hashes of the longer sentences: enough to tell how much two notices have in common."""
    hashes = {
        zlib.crc32(unit.folded)
        for unit in context.notice.units
        if unit.end - unit.start >= _LEAST_SENTENCE
    }
    return array("I", sorted(hashes)).tobytes()


def _statements(context: Context) -> Iterator[Statement]:
    """For each element the sentences that show it or stand in its section, in reading order; then
    every sentence and heading once more for no element: what was said at all.
    """
    notice = context.notice
    elements = context.catalogue.elements
    for key in ELEMENT_KEYS:
        numbers: set[int] = set()
        for status in elements[key].evidence:
            numbers |= set(units_of(context.evidence.of("element", key, status)))
        topic = ELEMENT_TOPICS.get(key)
        if topic:
            numbers |= {
                number for number, unit in enumerate(notice.units)
                if topic in unit.topics and "contact" not in unit.facts and _is_own_topic(unit, topic)
            }  # fmt: skip
        for number in sorted(numbers):
            unit = notice.units[number]
            is_contact = topic and "contact" in unit.facts and "contact" in unit.topics
            if unit.kind is not BlockKind.HEADING and not is_contact and not _is_table_head(context, unit):
                words = " ".join(mask_identity_codes(notice.words(unit)).split())
                yield Statement(key, words, notice.text.place(unit.start).line)
    for unit in notice.units:
        words = " ".join(mask_identity_codes(notice.words(unit)).split())
        yield Statement("", words, notice.text.place(unit.start).line)


def _is_table_head(context: Context, unit: Unit) -> bool:
    """Whether a row only names the columns of its table."""
    return unit.kind is BlockKind.ROW and all(
        _COLUMN.fullmatch(cell.strip()) for cell in context.notice.words(unit).split("|")
    )


def _is_own_topic(unit: Unit, topic: str) -> bool:
    """Whether a section with several subjects is this one's: a heading on transfers is not one on
    recipients, though its words say `siirto`."""
    if topic == "data" and "purposes" in unit.topics:
        return False  # "Varför behandlar vi personuppgifter?"
    return not (topic == "recipients" and "transfers" in unit.topics) and not (
        topic in ("data", "purposes", "legal_basis") and "title" in unit.topics and len(unit.topics) > 1
    )
