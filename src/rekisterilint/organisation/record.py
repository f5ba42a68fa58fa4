"""What is kept of a notice for comparing it with others: plain values, small enough for thousands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from rekisterilint.elements.keys import ELEMENT_KEYS

if TYPE_CHECKING:
    from rekisterilint.suppress.inline import Suppression

STATUS_LETTERS = {
    "stated": "s", "partial": "p", "referred": "r", "missing": "m", "not_applicable": "n",
}  # fmt: skip
_BY_LETTER = {letter: status for status, letter in STATUS_LETTERS.items()}


@dataclass(frozen=True, slots=True)
class Detail:
    """One fact of a notice.

    `kind` is one of `title`, `name` (of the controller), `unit`, `business-id`, `postal-code`,
    `switchboard`, `registry-email`, `dpo-name`, `dpo-email`, `dpo-phone`, `email`, `phone`,
    `ground`, `period`, `url`, `processor`, `system`, `processor-country`, `system-country`. Details
    are compared where `kind` and `key` agree (the box or street of a postal code, the language of an
    officer's address, the name of a processor). `value` is folded for comparing: a phone number in
    its national form, a period in months, the code of a country. `line` counts from 1.
    """

    kind: str
    key: str
    value: str
    written: str
    line: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a detail stands, as reports want it. `muted` are the comments that speak of it.

    `start` and `end` are content offsets; `edits` the source range for a fix is not needed here.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    page: int | None
    start: int
    end: int
    section: str
    snippet: dict[str, Any]
    muted: tuple[Suppression, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that speaks of an element; `element` is empty where it is told only as being there."""

    element: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class NoticeRecord:
    """A notice, or one language version of it.

    `statuses` has a letter for each element (`STATUS_LETTERS`). `topics` is the order in which
    the subjects of the headings come. `sentences` are hashes of the longer sentences, four bytes
    each, sorted. `places` are those of `details`, one each; dropped once a run is collected.
    `statements` are kept only on demand.
    """

    path: str
    language: str
    title: str
    controller_type: str
    statuses: str
    topics: tuple[str, ...]
    laws: tuple[str, ...]
    sentences: bytes
    details: tuple[Detail, ...]
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    date: str = ""

    def of(self, kind: str) -> list[Detail]:
        """The details of one kind, in reading order."""
        return [detail for detail in self.details if detail.kind == kind]

    def values(self, kind: str) -> frozenset[str]:
        """The different values of one kind."""
        return frozenset(detail.value for detail in self.details if detail.kind == kind)

    def status(self, element: str) -> str:
        """The status of an element, e.g. `stated`."""
        return _BY_LETTER[self.statuses[ELEMENT_KEYS.index(element)]]

    def slim(self) -> NoticeRecord:
        """The record without what only reports need."""
        return replace(self, places=(), statements=())


def place_of(record: NoticeRecord, detail: Detail) -> Place:
    """Where `detail` of `record` stands."""
    return record.places[record.details.index(detail)]
