"""CON207, CON210: business ids and personal identity codes."""

from __future__ import annotations

from collections.abc import Iterator

from rekisterilint.catalogue.model import Confidence, Rule
from rekisterilint.checks.context import Context
from rekisterilint.checks.own import own
from rekisterilint.facts.identifiers import expected_check_digit
from rekisterilint.findings import Hit, Span

_DIGITS = 7
_OLD_DIGITS = 6  # ids given before 1979 are often written without their leading nought


def business_id(rule: Rule, context: Context) -> Iterator[Hit]:
    """Business ids of the wrong length or with a wrong check digit."""
    for found, _ in own(context, context.notice.facts.business_ids):
        serial, _, check = found.number.partition("-")
        span = Span(found.start, found.end)
        if len(serial) not in (_DIGITS, _OLD_DIGITS):
            yield Hit(span, {"count": str(len(serial))}, variant="length")
        elif expected_check_digit(serial.zfill(_DIGITS)) != int(check):
            yield Hit(span, confidence=Confidence.HIGH if found.labelled else Confidence.MEDIUM)


def identity_code(rule: Rule, context: Context) -> Iterator[Hit]:
    """Personal identity codes, never shown."""
    for code, _ in own(context, context.notice.facts.identity_codes):
        yield Hit(Span(code.start, code.end), variant="temporary" if code.temporary else "default", masked=True)
