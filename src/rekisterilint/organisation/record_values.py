"""Notice records as plain lists: what travels between processes, waits in files and is cached."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from rekisterilint.organisation.record import Detail, NoticeRecord, Place, Statement

if TYPE_CHECKING:
    from rekisterilint.suppress.inline import Suppression

# Where what the comparison of notices looks at stands in a record's values.
LANGUAGE, TITLE, LAWS, SENTENCES, DETAILS = 0, 1, 5, 6, 7


def record_values(record: NoticeRecord) -> list[Any]:
    """A record without its path, places and statements."""
    return [
        record.language,
        record.title,
        record.controller_type,
        record.statuses,
        record.topics,
        record.laws,
        record.sentences.hex(),
        [[d.kind, d.key, d.value, d.written, d.line] for d in record.details],
        record.date,
    ]


def place_values(record: NoticeRecord) -> list[Any]:
    """What a record's own file wants of it beyond `record_values`: places and statements."""
    places = [
        [
            p.line, p.column, p.end_line, p.end_column, p.page, p.start, p.end, p.section, p.snippet,
            [suppression_values(s) for s in p.muted],
        ]
        for p in record.places
    ]  # fmt: skip
    return [places, [[s.element, s.text, s.line] for s in record.statements]]


def record_of(path: str, values: Sequence[Any], more: Sequence[Any] = ((), ())) -> NoticeRecord:
    """The record of `record_values`, with the places and statements of `place_values` if given."""
    language, title, controller_type, statuses, topics, laws, sentences, details, date = values
    places, statements = more
    return NoticeRecord(
        path=path,
        language=language,
        title=title,
        controller_type=controller_type,
        statuses=statuses,
        topics=tuple(topics),
        laws=tuple(laws),
        sentences=bytes.fromhex(sentences),
        details=tuple(Detail(*detail) for detail in details),
        places=tuple(map(_place, places)),
        statements=tuple(Statement(*statement) for statement in statements),
        date=date,
    )


def suppression_values(suppression: Suppression) -> list[Any]:
    """A comment that suppresses, as plain values."""
    s = suppression
    return [s.rules, s.reason, s.start, s.end, s.line]


def suppression_of(values: Sequence[Any]) -> Suppression:
    """The comment of `suppression_values`."""
    from rekisterilint.suppress.inline import Suppression

    rules, *rest = values
    return Suppression(tuple(rules), *rest)


def _place(values: Sequence[Any]) -> Place:
    line, column, end_line, end_column, page, start, end, section, snippet, muted = values
    return Place(
        line, column, end_line, end_column, page, start, end, section, snippet,
        tuple(map(suppression_of, muted)),
    )  # fmt: skip
