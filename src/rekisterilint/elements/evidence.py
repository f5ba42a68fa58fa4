"""Which clauses of the catalogue hold in a notice, and in which sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rekisterilint.catalogue.compiled import Answer, Compiled, CompiledClause, Test
from rekisterilint.notice.model import Notice, Unit
from rekisterilint.text import BlockKind

Owner = tuple[str, ...]
_REMEMBERED = 20_000


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
    matched = compiled.bank.matching(unit.folded)
    facts = unit.facts
    candidates: list[tuple[int, Test]] = []
    # In the catalogue's order: a set's own would change with every pattern added anywhere.
    for pattern in sorted(matched):
        candidates += compiled.by_pattern.get(pattern, ())
    for fact in facts:
        candidates += compiled.by_fact.get(fact, ())
    held: dict[int, Answer] = {}
    for index, test in candidates:
        if index in held or not test.holds(compiled.bank, unit.folded, facts):
            continue
        if _counts_here(compiled.clauses[index], unit):
            held[index] = (compiled.clauses[index], test)
    return tuple(held.values())


def _counts_here(compiled: CompiledClause, unit: Unit) -> bool:
    clause = compiled.clause
    is_heading = unit.kind is BlockKind.HEADING
    if clause.units != "any" and (clause.units == "heading") != is_heading:
        return False
    if clause.within and clause.within.isdisjoint(unit.topics):
        return False
    return clause.outside.isdisjoint(unit.topics)


def _near(compiled: CompiledClause, notice: Notice, number: int, bank: Compiled) -> bool:
    section = notice.units[number].section
    across = compiled.clause.across
    for unit in notice.units[number : number + compiled.clause.reach + 1]:
        if not across and unit.section != section and unit.kind is not BlockKind.HEADING:
            break
        if any(test.holds(bank.bank, unit.folded, unit.facts) for test in compiled.near):
            return True
    return False


def units_of(matches: Iterable[Match]) -> list[int]:
    """The unit numbers of `matches`, each once, in order."""
    return sorted({match.unit for match in matches})
