"""Which clauses of the catalogue hold in a notice, and in which sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rekisterilint.catalogue.compiled import Answer, Compiled, CompiledClause
from rekisterilint.catalogue.model import Clause
from rekisterilint.catalogue.plan import Test
from rekisterilint.notice.model import Notice, Unit
from rekisterilint.text import BlockKind

Owner = tuple[str, ...]
_REMEMBERED = 20_000
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """A clause that holds in unit number `unit`, by `test`."""

    unit: int
    clause: CompiledClause
    test: Test


@dataclass(frozen=True, slots=True)
class Evidence:
    """All matches of a notice by the owner of the clause."""

    by_owner: Mapping[Owner, tuple[Match, ...]]

    def of(self, *owner: str) -> tuple[Match, ...]:
        """The matches of one owner in reading order, e.g. `of("signal", "claims-a")`."""
        return self.by_owner.get(owner, ())


def collect_evidence(notice: Notice, compiled: Compiled) -> Evidence:
    """Try every unit of `notice` on the bank of its language."""
    found: dict[Owner, list[Match]] = {}
    answers = compiled.answers
    for number, unit in enumerate(notice.units):
        key = (unit.folded, unit.facts, unit.topics, unit.kind is BlockKind.HEADING)
        held = answers.get(key)
        if held is None:
            if len(answers) >= _REMEMBERED:
                answers.clear()
            held = answers[key] = _held(unit, compiled)
        for clause, test in held:
            if not clause.near or _near(clause, notice, number, compiled):
                found.setdefault(clause.owner, []).append(Match(number, clause, test))
    return Evidence({owner: tuple(matches) for owner, matches in found.items()})


def _held(unit: Unit, compiled: Compiled) -> tuple[Answer, ...]:
    """The clauses that hold in `unit`, each with the first of its tests that does."""
    matching = compiled.bank.matching(unit.folded)
    candidates: set[int] = set()
    for pattern in matching:
        candidates |= compiled.by_pattern.get(pattern, _NONE)
    for fact in unit.facts:
        candidates |= compiled.by_fact.get(fact, _NONE)
    candidates &= _tests_for(unit.topics, unit.kind is BlockKind.HEADING, compiled)
    held: list[Answer] = []
    last: CompiledClause | None = None
    # In the catalogue's order: a set's own would change with every pattern added anywhere.
    for number in sorted(candidates):
        clause, test = compiled.tests[number]
        if clause is not last and compiled.holds(test, unit.folded, matching, unit.facts):
            held.append((clause, test))
            last = clause
    return tuple(held)


def _tests_for(topics: frozenset[str], is_heading: bool, compiled: Compiled) -> frozenset[int]:
    """The numbers of the tests whose clause counts in a unit with these topics."""
    key = (topics, is_heading)
    known = compiled.places.get(key)
    if known is None:
        if len(compiled.places) >= _REMEMBERED:
            compiled.places.clear()
        known = compiled.places[key] = frozenset(
            number
            for number, (compiled_clause, _) in enumerate(compiled.tests)
            if _counts_here(compiled_clause.clause, topics, is_heading)
        )
    return known


def _counts_here(clause: Clause, topics: frozenset[str], is_heading: bool) -> bool:
    if clause.units != "any" and (clause.units == "heading") != is_heading:
        return False
    if clause.within and clause.within.isdisjoint(topics):
        return False
    return clause.outside.isdisjoint(topics)


def _near(compiled_clause: CompiledClause, notice: Notice, number: int, compiled: Compiled) -> bool:
    section = notice.units[number].section
    across = compiled_clause.clause.across
    for unit in notice.units[number : number + compiled_clause.clause.reach + 1]:
        if not across and unit.section != section and unit.kind is not BlockKind.HEADING:
            break
        matching = compiled.bank.matching(unit.folded)
        if any(
            compiled.holds(test, unit.folded, matching, unit.facts)
            for test in compiled_clause.near
        ):
            return True
    return False


def units_of(matches: Iterable[Match]) -> list[int]:
    """The unit numbers of `matches`, each once, in order."""
    return sorted({match.unit for match in matches})
