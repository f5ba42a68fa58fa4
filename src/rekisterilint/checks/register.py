"""REG901, REG902: what a structured description does against its schema."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from rekisterilint.catalogue.model import Rule
from rekisterilint.checks.context import Context
from rekisterilint.findings import Hit, Span
from rekisterilint.readers.base import ReadError

if TYPE_CHECKING:  # one notice in many is a register, and its reader is slow to load
    from rekisterilint.readers.register.schema import ProblemKind, SchemaProblem


def schema_violations(rule: Rule, context: Context) -> Iterator[Hit]:
    """Fields that are missing or hold what they can't."""
    for problem in _problems(context, "schema-violation"):
        yield _hit(problem)


def unknown_fields(rule: Rule, context: Context) -> Iterator[Hit]:
    """Fields that the schema does not have, with the nearest that it has."""
    for problem in _problems(context, "unknown-field"):
        yield _hit(problem)


def _hit(problem: SchemaProblem) -> Hit:
    return Hit(
        Span(problem.start, problem.end),
        {"problem": problem.message},
        suggestion=problem.suggestion,
        in_source=True,
    )


def _problems(context: Context, kind: ProblemKind) -> Iterator[SchemaProblem]:
    text = context.notice.text
    if text.format == "register":
        yield from (problem for problem in _of_source(text.source) if problem.kind == kind)


@lru_cache(maxsize=1)
def _of_source(source: str) -> tuple[SchemaProblem, ...]:
    """The problems of the description at hand, once for both rules."""
    from rekisterilint.readers.register.reader import register_root
    from rekisterilint.readers.register.schema import problems_in

    # JSON begins with a brace; YAML may, too.
    if source.lstrip().startswith("{"):
        try:
            return problems_in(source, register_root(source, "register.json"))
        except ReadError:
            pass
    return problems_in(source, register_root(source, "register.yaml"))
