"""The catalogue's values: rules, elements, signals, and the clauses that are their evidence."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Any

import msgspec

LANGUAGES = ("fi", "sv", "en")

Translated = Mapping[str, str]


class _Named(IntEnum):
    @property
    def label(self) -> str:
        """The name as it stands in rule files, options and reports."""
        return self.name.lower()


class Severity(_Named):
    """How bad a finding is if it is real."""

    INFO = 1
    WARNING = 2
    ERROR = 3


class Confidence(_Named):
    """How sure the tool is that a finding is real."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3


class Clause(msgspec.Struct, frozen=True):
    """What counts as evidence: expressions by language, and where in a notice they count.

    `within`: topics of which the section or label must have one (none: anywhere).
    `outside`: topics that the section must not have. `units`: kinds of block that are read
    (`body` all but headings, `heading`, `any`). `near`: an expression that must hold within the
    next `reach` sentences of the same section (the sentence itself counts); `across` lets it reach
    into the sections behind. `value`: what a
    finding of a pattern rule says instead, by language.
    """

    expressions: Mapping[str, tuple[str, ...]]
    within: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()
    units: str = "body"
    near: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    reach: int = 3
    across: bool = False
    value: Translated = msgspec.field(default_factory=dict)


class Element(msgspec.Struct, frozen=True):
    """One of the 25 elements: when it applies and what evidence gives which status.

    `applies` names conditions of `rekisterilint.elements.conditions`, any of which suffices.
    `signals` names signals that are evidence of a status, beside the clauses of `evidence`.
    """

    key: str
    provision: str
    applies: tuple[str, ...]
    evidence: Mapping[str, tuple[Clause, ...]]
    signals: Mapping[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


class Example(msgspec.Struct, frozen=True):
    """A text on which a rule must find the given excerpts, or nothing at all."""

    language: str
    text: str
    finds: tuple[str, ...]
    format: str = "text"
    status: str = ""


class Rule(msgspec.Struct, frozen=True):
    """One rule of the catalogue. `options` are those of its kind, `messages` by variant."""

    id: str
    name: str
    severity: Severity
    confidence: Confidence
    provision: str
    kind: str
    messages: Mapping[str, Translated]
    help: Translated
    options: Mapping[str, Any]
    clauses: tuple[Clause, ...] = ()
    examples: tuple[Example, ...] = ()
    pedantic: bool = False
    guideline: str = ""
    source: str = ""

    @property
    def family(self) -> str:
        """The letters of the identifier: ELE, CON, ADR, …"""
        return self.id.rstrip("0123456789")


class Catalogue(msgspec.Struct, frozen=True):
    """Everything that rule files say."""

    topics: Mapping[str, Mapping[str, tuple[str, ...]]]
    lexicon: Mapping[str, Mapping[str, tuple[str, ...]]]
    signals: Mapping[str, tuple[Clause, ...]]
    elements: Mapping[str, Element]
    rules: Mapping[str, Rule]
    digest: str = ""
