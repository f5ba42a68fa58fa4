"""What is applied to a file, and what that gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

# Source offsets `start` and `end`, the words `was` that stand there, and the new `text`.
Edit = Mapping[str, Any]
# The edits of one finding: all of them are applied, or none.
Fix = Sequence[Edit]


class UnfixableError(Exception):
    """A file whose format can't be edited, or that can't hold what the fix says."""


@dataclass(frozen=True, slots=True)
class FixedFile:
    """A file's content after its fixes, as text before and after, and how many were applied."""

    before: str
    after: str
    data: bytes
    applied: int


def with_edits(source: str, fixes: Sequence[Fix]) -> str:
    """`source` with all edits of `fixes`, which don't overlap."""
    edits = [edit for fix in fixes for edit in fix]
    for edit in sorted(edits, key=lambda edit: (-edit["start"], -edit["end"])):
        source = source[: edit["start"]] + edit["text"] + source[edit["end"] :]
    return source
