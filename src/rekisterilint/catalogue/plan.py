"""What a catalogue asks of sentences in one language, in numbers: what a cache can keep.

Making a plan expands and translates a thousand patterns and takes them apart for what they can't
do without; reading a kept one doesn't. Clauses stand in the order of `owned_clauses`.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from rekisterilint.catalogue.cache import load_kept, save_kept
from rekisterilint.catalogue.model import Catalogue, Clause
from rekisterilint.matching import BankBuilder, PatternError, Patterns
from rekisterilint.matching.literals import weight

FACT_PREFIX = "@"


class Test(msgspec.Struct, frozen=True):
    """One expression of a clause: patterns and facts that must, or must not, be in a sentence.

    `wanted` begins with the pattern whose matches promise to be rarest: only where that may match
    is the test tried; a test that wants facts alone has none. `first` is the pattern whose match
    is the span of a finding, or -1.
    """

    wanted: tuple[int, ...]
    unwanted: tuple[int, ...]
    facts: frozenset[str]
    no_facts: frozenset[str]
    first: int


class Plan(msgspec.Struct, frozen=True):
    """The patterns of one language, and the tests of each clause: `tests` are alternatives, so are `near`."""

    patterns: Patterns
    clauses: tuple[tuple[tuple[Test, ...], tuple[Test, ...]], ...]


def owned_clauses(catalogue: Catalogue) -> list[tuple[tuple[str, ...], Clause]]:
    """All clauses with their owner: `("signal", …)`, `("element", key, status)`, `("rule", id)`."""
    owned: list[tuple[tuple[str, ...], Clause]] = []
    for name, signal in catalogue.signals.items():
        owned += [(("signal", name), clause) for clause in signal]
    for key, element in catalogue.elements.items():
        for status, clauses in element.evidence.items():
            owned += [(("element", key, status), clause) for clause in clauses]
    for rule in catalogue.rules.values():
        owned += [(("rule", rule.id), clause) for clause in rule.clauses]
    return owned


def plan_for(catalogue: Catalogue, clauses: Iterable[Clause], language: str) -> Plan:
    """The plan of `clauses` in `language`, kept for the next run if the catalogue has a digest.

    Raises PatternError for a faulty pattern.
    """
    name = f"plan-{language}"
    if catalogue.digest:
        kept = load_kept(name, catalogue.digest, Plan)
        if kept is not None:
            return kept
    plan = _made(catalogue, clauses, language)
    if catalogue.digest:
        save_kept(name, catalogue.digest, plan)
    return plan


def _made(catalogue: Catalogue, clauses: Iterable[Clause], language: str) -> Plan:
    builder = BankBuilder(catalogue.lexicon[language])
    planned = tuple(
        (
            tuple(_test(builder, expression) for expression in clause.expressions.get(language, ())),
            tuple(_test(builder, expression) for expression in clause.near.get(language, ())),
        )
        for clause in clauses
    )
    return Plan(builder.patterns(), planned)


def _test(builder: BankBuilder, expression: str) -> Test:
    wanted: list[int] = []
    unwanted: list[int] = []
    facts: set[str] = set()
    no_facts: set[str] = set()
    for part in (part.strip() for part in expression.split(" & ")):
        if part.startswith(FACT_PREFIX):
            facts.add(part[1:])
        elif part.startswith("!" + FACT_PREFIX):
            no_facts.add(part[2:])
        elif not part.removeprefix("!").strip():
            raise PatternError(f"the expression '{expression}' has an empty part")
        elif part.startswith("!"):
            unwanted.append(builder.pattern(part[1:].strip()))
        else:
            wanted.append(builder.pattern(part))
    if not wanted and not facts:
        raise PatternError(f"the expression '{expression}' wants nothing")

    def rarity(number: int) -> int:
        groups = builder.needs(number).groups
        return weight(groups[0]) if groups else 0

    return Test(
        tuple(sorted(dict.fromkeys(wanted), key=rarity, reverse=True)),
        tuple(sorted(dict.fromkeys(unwanted), key=rarity)),
        frozenset(facts),
        frozenset(no_facts),
        wanted[0] if wanted else -1,
    )
