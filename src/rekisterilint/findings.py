"""What a check of one file gives: findings, element statuses, the document's own data."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import msgspec

from rekisterilint.catalogue.model import Confidence, Rule, Severity
from rekisterilint.text import Text

Value = str | Mapping[str, str]


class Status(StrEnum):
    """How a notice stands on an element."""

    STATED = "stated"
    PARTIAL = "partial"
    REFERRED = "referred"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"

    @property
    def is_short(self) -> bool:
        """Whether the notice falls short of what the element demands."""
        return self in (Status.MISSING, Status.PARTIAL, Status.REFERRED)


class Span(msgspec.Struct, frozen=True):
    """Content offsets, the end exclusive."""

    start: int
    end: int


class Edit(msgspec.Struct, frozen=True):
    """Replace the content of `span` by `text`."""

    span: Span
    text: str


class Fix(msgspec.Struct, frozen=True):
    """Edits that mend a finding; `safe` when no human needs to look at the result."""

    edits: tuple[Edit, ...]
    safe: bool


class Hit(msgspec.Struct, frozen=True):
    """What a rule found, before severity and wording are settled.

    `values` fill the message of `variant`; a value may itself be translated. `suggestion` is what
    should stand in place of the excerpt. `masked` hides what stands there from every report.
    With `in_source`, `span` counts in the file's source: for what the words as read do not hold.
    """

    span: Span
    values: Mapping[str, Value] = msgspec.field(default_factory=dict)
    variant: str = "default"
    severity: Severity | None = None
    confidence: Confidence | None = None
    related: tuple[Span, ...] = ()
    suggestion: Value = ""
    fix: Fix | None = None
    masked: bool = False
    in_source: bool = False


class Finding(msgspec.Struct, frozen=True):
    """A hit of `rule` with everything settled; `section` is the heading it stands under.

    Where `masked` is set the text of `span` must not be shown: `excerpt` is free of it.
    With `in_source`, `span` counts in the file's source instead of the content.
    """

    rule: Rule
    severity: Severity
    confidence: Confidence
    span: Span
    excerpt: str
    values: Mapping[str, Value]
    variant: str = "default"
    related: tuple[Span, ...] = ()
    suggestion: Value = ""
    fix: Fix | None = None
    section: str = ""
    masked: bool = False
    in_source: bool = False

    def source_range(self, text: Text) -> tuple[int, int]:
        """Where the finding stands in the source of `text`: offsets, the end exclusive."""
        if self.in_source:
            return self.span.start, self.span.end
        last = max(self.span.end - 1, self.span.start)
        return text.origin.source_offset(self.span.start), text.origin.source_offset(last) + 1

    def message(self, language: str) -> str:
        """The message in `language` (fi, sv, en)."""
        words = {name: translated(value, language) for name, value in self.values.items()}
        return self.rule.messages[self.variant][language].format_map({"excerpt": self.excerpt, **words})


def translated(value: Value, language: str) -> str:
    """`value` in `language`, whether it is one text for all or one for each."""
    return value if isinstance(value, str) else value[language]


class ElementResult(msgspec.Struct, frozen=True):
    """The status of an element and the spans that show it."""

    status: Status
    evidence: tuple[Span, ...] = ()


class Document(msgspec.Struct, frozen=True):
    """The result for one file. `crashes` names rules that failed to run, each with the reason."""

    path: str
    text: Text
    language: str
    title: str
    controller_type: str
    legal_bases: tuple[str, ...]
    elements: Mapping[str, ElementResult]
    findings: tuple[Finding, ...]
    crashes: tuple[str, ...] = ()
