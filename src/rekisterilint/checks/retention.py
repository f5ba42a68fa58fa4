"""Periods of keeping that are no periods."""

from __future__ import annotations

from collections.abc import Iterator

from rekisterilint.catalogue.model import Confidence, Rule, Severity
from rekisterilint.checks.context import Context
from rekisterilint.elements.evidence import units_of
from rekisterilint.findings import Hit, Span, Status


def vague(rule: Rule, context: Context) -> Iterator[Hit]:
    """A hit where the notice tells only vaguely how long data are kept.

    Where it gives a period for some data, the first vague sentence beside it is an info of variant
    `part`.
    """
    result = context.elements["retention"]
    if result.status is Status.PARTIAL:
        yield Hit(result.evidence[0])
    elif result.status is Status.STATED:
        told = set(units_of(context.evidence.of("element", "retention", "stated")))
        for number in units_of(context.evidence.of("element", "retention", "partial")):
            unit = context.notice.units[number]
            # Among the rights, keeping is named as the limit of one.
            if number not in told and "rights" not in unit.topics:
                yield Hit(
                    Span(unit.start, unit.end),
                    variant="part",
                    severity=Severity.INFO,
                    confidence=Confidence.LOW,
                )
                return
