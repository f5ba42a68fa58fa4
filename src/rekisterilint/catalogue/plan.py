"""What a catalogue asks of sentences in one language, in numbers: what a cache can keep.

Making a plan expands and translates a thousand patterns and takes them apart for what they can't
do without; reading a kept one doesn't. Clauses stand in the order of `owned_clauses`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

import msgspec

from rekisterilint.catalogue.cache import load_values, save_values
from rekisterilint.catalogue.model import Catalogue, Clause
from rekisterilint.matching import BankBuilder, PatternError, Patterns
from rekisterilint.matching.literals import weight

FACT_PREFIX = "@"
_FORMAT = 3


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
        kept = load_values(name, catalogue.digest)
        if kept is not None:
            # What somebody else wrote there is as nothing.
            with suppress(KeyError, TypeError, ValueError, AttributeError):
                return _from_values(kept)
    plan = _made(catalogue, clauses, language)
    if catalogue.digest:
        save_values(name, catalogue.digest, _to_values(plan))
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
        return weight(builder.literals(number))

    return Test(
        tuple(sorted(dict.fromkeys(wanted), key=rarity, reverse=True)),
        tuple(sorted(dict.fromkeys(unwanted), key=rarity)),
        frozenset(facts),
        frozenset(no_facts),
        wanted[0] if wanted else -1,
    )


def _to_values(plan: Plan) -> dict[str, Any]:
    return {
        "format": _FORMAT,
        **pattern_values(plan.patterns),
        "clauses": [
            [[_test_values(test) for test in tests], [_test_values(test) for test in near]]
            for tests, near in plan.clauses
        ],
    }


def _test_values(test: Test) -> list[Any]:
    return [test.wanted, test.unwanted, sorted(test.facts), sorted(test.no_facts), test.first]


def _from_values(values: Mapping[str, Any]) -> Plan:
    if values["format"] != _FORMAT:
        raise ValueError("another format")
    return Plan(
        patterns_from(values),
        tuple([(_tests(tests), _tests(near)) for tests, near in values["clauses"]]),
    )


def pattern_values(patterns: Patterns) -> dict[str, Any]:
    """`patterns` as a cache keeps them."""
    return {"sources": [source.decode("latin-1") for source in patterns.sources], "literals": patterns.literals}


def patterns_from(values: Mapping[str, Any]) -> Patterns:
    """The patterns of kept `values`; KeyError, TypeError or AttributeError if they are none."""
    return Patterns(
        tuple([source.encode("latin-1") for source in values["sources"]]),
        tuple([tuple(literals) for literals in values["literals"]]),
    )


def _tests(values: Iterable[Any]) -> tuple[Test, ...]:
    return tuple(
        [
            Test(tuple(wanted), tuple(unwanted), frozenset(facts), frozenset(no_facts), first)
            for wanted, unwanted, facts, no_facts, first in values
        ]
    )
