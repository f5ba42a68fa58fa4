"""REG901, REG902: what a structured description does against its schema."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from rekisterilint.catalogue.model import Rule
from rekisterilint.checks.context import Context
from rekisterilint.findings import Hit, Span
from rekisterilint.readers.base import ReadError
from rekisterilint.readers.register.schema import (
    SCHEMA_VIOLATION,
    UNKNOWN_FIELD,
    SchemaProblem,
    problems_in,
)


def schema_violations(rule: Rule, context: Context) -> Iterator[Hit]:
    """Fields that are missing or hold what they can't."""
    for problem in _problems(context, SCHEMA_VIOLATION):
        yield _hit(problem)


def unknown_fields(rule: Rule, context: Context) -> Iterator[Hit]:
    """Fields that the schema does not have, with the nearest that it has."""
    for problem in _problems(context, UNKNOWN_FIELD):
        yield _hit(problem)


def _hit(problem: SchemaProblem) -> Hit:
    return Hit(
        Span(problem.start, problem.end),
        {"problem": problem.message},
        suggestion=problem.suggestion,
        in_source=True,
    )


def _problems(context: Context, kind: str) -> Iterator[SchemaProblem]:
    text = context.notice.text
    if text.format == "register":
        yield from (problem for problem in _of_source(text.source) if problem.kind == kind)


@lru_cache(maxsize=1)
def _of_source(source: str) -> tuple[SchemaProblem, ...]:
    """The problems of the description at hand, once for both rules."""
    from rekisterilint.readers.register.reader import register_root

    # JSON begins with a brace; YAML may, too.
    if source.lstrip().startswith("{"):
        try:
            return problems_in(source, register_root(source, "register.json"))
        except ReadError:
            pass
    return problems_in(source, register_root(source, "register.yaml"))
