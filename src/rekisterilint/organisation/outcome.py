"""What the comparison of a run's notices found, before it is worded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RunFinding:
    """A finding about notice number `notice` of the run, at its detail number `detail`.

    `values` fill the message of `variant`. `table` is the line of the table of disagreements:
    what, the value here, the value elsewhere, how many say so, where.
    """

    rule: str
    notice: int
    detail: int
    values: Mapping[str, Words]
    confidence: str
    variant: str = "default"
    suggestion: str = ""
    table: Mapping[str, Words] = field(default_factory=dict)
