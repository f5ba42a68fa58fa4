"""Elements that a program puts into a page: their place is known, what is said there is not."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rekisterilint.findings import Span
from rekisterilint.lazy_patterns import lazy_pattern
from rekisterilint.notice.model import Notice
from rekisterilint.text import VALUE

# The sections in which a value is the element's own.
_TOPICS: Mapping[str, frozenset[str]] = {
    "controller": frozenset({"controller"}),
    "controller_contact": frozenset({"controller"}),
    "contact_person": frozenset({"contact"}),
    "dpo": frozenset({"dpo"}),
    "purposes": frozenset({"purposes"}),
    "legal_basis": frozenset({"legal_basis"}),
    "recipients": frozenset({"recipients"}),
    "retention": frozenset({"retention"}),
    "data_categories": frozenset({"data"}),
    "source": frozenset({"source"}),
}
_DATE = lazy_pattern(
    rf"(?:päivi|laadi|muut|voimassa|uppdat|upprätt|ändra|gäller|date|revis|effective)[^.{VALUE}]{{0,40}}{VALUE}",
    re.IGNORECASE,
)


def value_for(key: str, notice: Notice) -> Span | None:
    """The sentence in which a value stands that may be the element `key`; None if none does."""
    content = notice.text.content
    # Word processors leave the same sign where a picture was.
    if VALUE not in content or not any(code == "template-values" for code, _ in notice.text.notes):
        return None
    topics = _TOPICS.get(key, frozenset())
    for unit in notice.units:
        words = content[unit.start : unit.end]
        if VALUE not in words:
            continue
        if topics & unit.topics or (key == "date" and _DATE.search(words)):
            return Span(unit.start, unit.end)
    return None
