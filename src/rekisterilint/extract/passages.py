"""The parts of a notice by the field of the description that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rekisterilint.extract.node import Node
from rekisterilint.facts.identifiers import mask_identity_codes
from rekisterilint.findings import Span
from rekisterilint.notice.model import Notice, Unit
from rekisterilint.readers.register.words import DATE_LABEL, HEADINGS
from rekisterilint.text import BlockKind

# Fields by the topics of a heading; the first that fits is taken.
_BY_TOPIC: Sequence[tuple[str, str]] = (
    ("third_countries", "transfers"),
    ("automated", "automated_decisions"),
    ("purposes", "purposes"),
    ("legal_basis", "purposes"),
    ("complaint", "complaint"),
    ("provision", "provision"),
    ("retention", "retention"),
    ("controller", "controller"),
    ("dpo", "dpo"),
    ("rights", "rights"),
    ("consent", "consent_withdrawal"),
    ("recipients", "recipients"),
    ("transfers", "transfers"),
    ("source", "sources"),
    ("contact", "contact_person"),
    ("data", "data_categories"),
    ("special", "special_categories"),
    ("security", "security"),
)
# "Henkilötietojen käsittely kirjastossa" is a title, "Henkilötietojen käsittelyn tarkoitus" none.
_TITLE_LIKE = frozenset(("title", "data", "introduction", "name"))
_LABEL = re.compile(r"\s*[^:|]{1,60}(?::|\s\|)\s*")
_NO_WORD = re.compile(r"\W*\Z")


@dataclass(frozen=True, slots=True)
class Passages:
    """The units of a notice by field; `exact` are the fields under the description's own heading."""

    notice: Notice
    by_field: Mapping[str, tuple[Unit, ...]]
    exact: frozenset[str]

    def units(self, field: str) -> tuple[Unit, ...]:
        """The units under the headings and labels of a field."""
        return self.by_field.get(field, ())


@cache
def _own_headings() -> Mapping[str, str]:
    return {
        _plain(words): field for field, names in HEADINGS.items() for words in names.values()
    }


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def passages(notice: Notice) -> Passages:
    """Sort the units of `notice` into fields by the headings that they stand under."""
    by_field: dict[str, list[Unit]] = {}
    exact: set[str] = set()
    content = notice.text.content
    fields: list[str] = []
    for section in notice.sections:
        heading = section.heading
        words = content[heading.start : heading.end] if heading else ""
        own = _own_headings().get(_plain(words), "")
        if own:
            exact.add(own)
        fields.append(own or field_of_topics(section.topics))
    labels = tuple(label.casefold() for label in DATE_LABEL.values())
    for unit in notice.units:
        if unit.kind is BlockKind.HEADING or notice.text.blocks[unit.block].furniture:
            continue
        words = notice.words(unit)
        if _NO_WORD.match(words):
            continue
        field = fields[unit.section] or field_of_topics(unit.topics)
        if words.casefold().startswith(labels) and "date" in unit.facts:
            field = "date"
        if field:
            by_field.setdefault(field, []).append(unit)
    return Passages(notice, {name: tuple(units) for name, units in by_field.items()}, frozenset(exact))


def field_of_topics(topics: frozenset[str]) -> str:
    """The field that text under a heading with these topics belongs to; empty for none."""
    if topics <= _TITLE_LIKE and "title" in topics:
        return ""
    for topic, field in _BY_TOPIC:
        if topic in topics:
            return field
    return ""


def words_of(notice: Notice, unit: Unit) -> str:
    """The words of a unit on one line, without personal identity codes."""
    return mask_identity_codes(" ".join(notice.words(unit).split()))


def without_label(words: str) -> str:
    """`words` without the label of a field or table row before them."""
    match = _LABEL.match(words)
    return words[match.end() :] if match and match.end() < len(words) else words


def text_nodes(notice: Notice, units: Iterable[Unit]) -> list[Node]:
    """A text for each paragraph, list item and row that the units stand in."""
    groups: list[list[Unit]] = []
    for unit in sorted(set(units), key=lambda unit: unit.start):
        if groups and groups[-1][-1].block == unit.block and not _begins_line(notice, unit):
            groups[-1].append(unit)
        else:
            groups.append([unit])
    return [
        Node(
            " ".join(words_of(notice, unit) for unit in group),
            (Span(group[0].start, group[-1].end),),
        )
        for group in groups
    ]


def _begins_line(notice: Notice, unit: Unit) -> bool:
    return unit.kind is BlockKind.ROW and notice.text.content[unit.start - 1 : unit.start] == "\n"
