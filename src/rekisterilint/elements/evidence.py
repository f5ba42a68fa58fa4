"""Which clauses of the catalogue hold in a notice, and in which sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rekisterilint.catalogue.compiled import Compiled, CompiledClause, Test
from rekisterilint.notice.model import Notice, Unit
from rekisterilint.text import BlockKind

Owner = tuple[str, ...]


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
    matching = compiled.bank.matching
    by_pattern, by_fact, clauses = compiled.by_pattern, compiled.by_fact, compiled.clauses
    for number, unit in enumerate(notice.units):
        matched = matching(unit.folded)
        seen: set[int] = set()
        candidates: list[tuple[int, Test]] = []
        for pattern in matched:
            candidates += by_pattern.get(pattern, ())
        for fact in unit.facts:
            candidates += by_fact.get(fact, ())
        for index, test in candidates:
            if index in seen or not test.holds(matched, unit.facts):
                continue
            compiled_clause = clauses[index]
            if not _counts_here(compiled_clause, unit):
                continue
            if compiled_clause.near and not _near(compiled_clause, notice, number, compiled):
                continue
            seen.add(index)
            found.setdefault(compiled_clause.owner, []).append(Match(number, compiled_clause, test))
    return Evidence({owner: tuple(matches) for owner, matches in found.items()})


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
        matched = bank.bank.matching(unit.folded)
        if any(test.holds(matched, unit.facts) for test in compiled.near):
            return True
    return False


def units_of(matches: Iterable[Match]) -> list[int]:
    """The unit numbers of `matches`, each once, in order."""
    return sorted({match.unit for match in matches})
