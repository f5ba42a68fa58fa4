"""DOC704: gaps, repeats and a missing number in the numbering of headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from rekisterilint.catalogue.model import Rule
from rekisterilint.checks.context import Context
from rekisterilint.findings import Hit, Span
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.notice.model import Notice, Section

_NUMBER = lazy_pattern(r"(\d{1,2}(?:\.\d{1,2}){0,2})[.):]?$")
_MAIN_TOPICS = frozenset(
    {
        "controller", "dpo", "purposes", "legal_basis", "data", "source", "recipients", "transfers",
        "retention", "rights", "complaint", "automated", "security",
    }
)  # fmt: skip
_LEAST_NUMBERED = 4
# Parts of one section, by how the data are kept.
_PART = lazy_pattern(r"[A-H][.)] |(?:[A-D] )?(?:sähköi|manuaali|digitaali|paperi|atk\b|automaatti|manuell|elektronisk|digital|paper|electronic|manual)", re.IGNORECASE)
# The first words of a list, read as a heading.
_ANNOUNCES = lazy_pattern(r"\b(?:seuraav(?:at|ia|assa)|följande|the following)\b", re.IGNORECASE)
_ORGANISATION = lazy_pattern(r"\b(?:ry|oy|oyj|rf|ab|ltd|tmi|säätiö|kunta|kaupunki|kunnan|kaupungin|seurakunnan|yliopiston|hyvinvointialueen)\b", re.IGNORECASE)


class Numbered(msgspec.Struct, frozen=True):
    """A numbered heading: the section's index, its number, and the numbers above it."""

    section: int
    number: int
    above: tuple[int, ...]
    span: Span


def heading_numbering(rule: Rule, context: Context) -> Iterator[Hit]:
    """Hits at the heading behind a gap, at a repeated number, and at a heading without one."""
    notice = context.notice
    numbered = _numbered(notice)
    if len(numbered) < 3:
        return
    top = [entry for entry in numbered if not entry.above]
    yield from _breaks(notice, top, numbered)
    for above in sorted({entry.above for entry in numbered if entry.above}):
        yield from _breaks(notice, [entry for entry in numbered if entry.above == above], numbered)
    if len(top) >= _LEAST_NUMBERED:
        yield from _unnumbered(notice, top)


def _numbered(notice: Notice) -> list[Numbered]:
    found = []
    for index, section in enumerate(notice.sections):
        heading = section.heading
        match = _NUMBER.match(heading.marker) if heading is not None else None
        if heading is None or match is None:
            continue
        *above, number = (int(part) for part in match[1].split("."))
        found.append(Numbered(index, number, tuple(above), Span(heading.start, heading.end)))
    return found


def _breaks(
    notice: Notice, entries: Sequence[Numbered], numbered: Sequence[Numbered]
) -> Iterator[Hit]:
    levels = {notice.sections[entry.section].level for entry in entries}
    main = min(levels) if levels else 0
    seen: dict[int, Numbered] = {}
    before: Numbered | None = None
    for entry in entries:
        if notice.sections[entry.section].level != main:
            # A numbered list of captions inside a section counts for itself.
            continue
        if entry.number == 1 or before is None:
            seen = {}
        elif entry.number in seen:
            yield _hit("repeat", entry, seen[entry.number])
        elif entry.number > before.number + 1 and not _stands_between(notice, before, entry):
            yield _hit("gap", entry, before)
        elif entry.number < before.number:
            seen = {}
        seen[entry.number] = entry
        before = entry


def _hit(variant: str, entry: Numbered, before: Numbered) -> Hit:
    above = "".join(f"{number}." for number in entry.above)
    values = {
        "number": f"{above}{entry.number}",
        "before": f"{above}{before.number}",
        "expected": f"{above}{before.number + 1}",
    }
    return Hit(entry.span, values, variant=variant, related=(before.span,))


def _stands_between(notice: Notice, before: Numbered, entry: Numbered) -> bool:
    """Whether a missing number stands in the text in between, though not read as a heading's."""
    content = notice.text.content[before.span.end : entry.span.start]
    first, last = notice.sections[before.section].first, notice.sections[entry.section].first
    markers = {block.marker.rstrip(".):") for block in notice.text.blocks[first:last]}
    above = "".join(f"{number}." for number in entry.above)
    for number in range(before.number + 1, entry.number):
        name = f"{above}{number}"
        if name in markers or re.search(rf"(?:^|\s){re.escape(name)}[.):]?\s+[^\W\d_a-zåäö]", content):
            return True
    return False


def _unnumbered(notice: Notice, top: Sequence[Numbered]) -> Iterator[Hit]:
    """A main section without a number, where it is the only one."""
    numbers = [entry.number for entry in top]
    if numbers != list(range(1, len(numbers) + 1)):
        return
    by_section = {entry.section for entry in top}
    sections = notice.sections
    level = sections[top[0].section].level
    plain = notice.text.format in ("text", "pdf")
    capitals = plain and all(_words(notice, entry.section).isupper() for entry in top)
    small = plain and not any(_words(notice, entry.section).isupper() for entry in top)
    covered: set[str] = set()
    for entry in top:
        covered |= sections[entry.section].topics
    found = [
        index
        for index in range(top[0].section + 1, len(sections))
        if index not in by_section
        # Where main headings stand in capitals, one in small letters is a part of the section above.
        and (not capitals or _words(notice, index).isupper())
        # Where they don't, one in capitals is a caption of another kind.
        and not (small and _words(notice, index).isupper())
        and not _is_name_of_controller(sections, index, by_section)
        and _is_main(notice, sections[index], level, covered, plain)
    ]
    if len(found) != 1:
        return
    heading = sections[found[0]].heading
    assert heading is not None
    before = [entry for entry in top if entry.section < found[0]][-1]
    yield Hit(
        Span(heading.start, heading.end),
        {"number": "", "before": str(before.number), "expected": str(before.number + 1)},
        variant="unnumbered",
        related=(before.span,),
    )


def _is_name_of_controller(sections: Sequence[Section], index: int, numbered: set[int]) -> bool:
    """Whether a line reads as a heading, but says under `1. Controller` who that is."""
    above = sections[index - 1]
    return index - 1 in numbered and "controller" in above.topics and above.first == above.last


def _words(notice: Notice, section: int) -> str:
    heading = notice.sections[section].heading
    return "" if heading is None else notice.text.content[heading.start : heading.end]


def _is_main(notice: Notice, section: Section, level: int, covered: set[str], plain: bool) -> bool:
    heading = section.heading
    if heading is None or heading.marker:
        return False
    own = section.topics & _MAIN_TOPICS
    words = notice.text.content[heading.start : heading.end]
    if plain and (_PART.match(words) or _ANNOUNCES.search(words)):
        return False
    if not own or words.endswith(":") or _ORGANISATION.search(words) or section.topics & {"title", "cookies", "introduction"}:
        return False
    if plain:
        # In plain text ranks are guessed: only a topic that no numbered section has is a main one.
        return own.isdisjoint(covered)
    return section.level == level
