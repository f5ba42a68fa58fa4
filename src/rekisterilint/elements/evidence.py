"""Which clauses of the catalogue hold in a notice, and in which sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from rekisterilint.catalogue.compiled import Compiled, CompiledClause, holds
from rekisterilint.catalogue.plan import Test
from rekisterilint.notice.brackets import bracketed_blocks
from rekisterilint.notice.model import Notice
from rekisterilint.text import BlockKind

Owner = tuple[str, ...]


class Match(msgspec.Struct, frozen=True):
    """A clause that holds in unit number `unit`, by `test`."""

    unit: int
    clause: CompiledClause
    test: Test


class Evidence(msgspec.Struct, frozen=True):
    """All matches of a notice by the owner of the clause."""

    by_owner: Mapping[Owner, tuple[Match, ...]]

    def of(self, *owner: str) -> tuple[Match, ...]:
        """The matches of one owner in reading order, e.g. `of("signal", "claims-a")`."""
        return self.by_owner.get(owner, ())


def collect_evidence(notice: Notice, compiled: Compiled) -> Evidence:
    """Try every unit of `notice` on the clauses of its language."""
    found: dict[Owner, list[Match]] = {}
    left_open = bracketed_blocks(notice)
    for number, unit in enumerate(notice.units):
        if unit.block in left_open:
            continue
        is_heading = unit.kind is BlockKind.HEADING
        for clause, test in compiled.held(unit.folded, unit.facts, unit.topics, is_heading):
            if not clause.near or _near(clause, notice, number, compiled, left_open):
                found.setdefault(clause.owner, []).append(Match(number, clause, test))
    return Evidence({owner: tuple(matches) for owner, matches in found.items()})


def _near(
    compiled_clause: CompiledClause, notice: Notice, number: int, compiled: Compiled, left_open: frozenset[int]
) -> bool:
    section = notice.units[number].section
    across = compiled_clause.clause.across
    for unit in notice.units[number : number + compiled_clause.clause.reach + 1]:
        if not across and unit.section != section and unit.kind is not BlockKind.HEADING:
            break
        if unit.block in left_open:
            continue
        sentence = compiled.bank.sentence(unit.folded)
        if any(holds(test, sentence, unit.facts) for test in compiled_clause.near):
            return True
    return False


def units_of(matches: Iterable[Match]) -> list[int]:
    """The unit numbers of `matches`, each once, in order."""
    return sorted({match.unit for match in matches})
