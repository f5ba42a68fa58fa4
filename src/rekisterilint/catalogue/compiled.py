"""A catalogue made ready for one language: one bank of patterns, and what each match may mean."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import lru_cache

from rekisterilint.catalogue.model import Catalogue, Clause
from rekisterilint.matching import Bank, BankBuilder, Expression
from rekisterilint.matching.expression import selectivity

FACT_PREFIX = "@"


@dataclass(frozen=True, slots=True)
class Test:
    """One expression of a clause: patterns and facts that must, or must not, be in a sentence.

    `first_pattern` is the one whose match is the span of a finding; the rarest of the wanted
    ones is `watched_pattern`: only where it matches is the test tried.
    """

    patterns: Expression
    facts: frozenset[str]
    no_facts: frozenset[str]
    first_pattern: int | None
    watched_pattern: int | None = None

    def holds(self, bank: Bank, folded: bytes, facts: frozenset[str]) -> bool:
        """Whether the test holds for a sentence `folded` with these facts."""
        return (
            self.facts <= facts
            and self.no_facts.isdisjoint(facts)
            and bank.holds(self.patterns, folded)
        )


@dataclass(frozen=True, slots=True)
class CompiledClause:
    """A clause, its owner (`element:retention:stated`, `signal:…`, `rule:…`) and its tests."""

    owner: tuple[str, ...]
    clause: Clause
    tests: tuple[Test, ...]
    near: tuple[Test, ...]


Answer = tuple[CompiledClause, Test]


@dataclass(frozen=True, slots=True)
class Compiled:
    """The bank of one language and the clauses to try when a pattern or a fact is met.

    `answers` remembers what held for a sentence: notices are written from templates, so that
    sentences recur from one to the next.
    """

    language: str
    bank: Bank
    clauses: tuple[CompiledClause, ...]
    by_pattern: dict[int, tuple[tuple[int, Test], ...]]
    by_fact: dict[str, tuple[tuple[int, Test], ...]]
    answers: dict[Hashable, tuple[Answer, ...]] = field(default_factory=dict)


_MOST_COMPILED = 12
_compiled: dict[tuple[str, str], Compiled] = {}


def compile_catalogue(catalogue: Catalogue, language: str) -> Compiled:
    """`catalogue` for notices in `language`, compiled once; PatternError names a faulty pattern."""
    if not catalogue.digest:
        return _compile(catalogue, language)
    key = (catalogue.digest, language)
    if key not in _compiled:
        if len(_compiled) >= _MOST_COMPILED:
            _compiled.clear()
        _compiled[key] = _compile(catalogue, language)
    return _compiled[key]


def _compile(catalogue: Catalogue, language: str) -> Compiled:
    builder = BankBuilder(catalogue.lexicon[language])
    clauses: list[CompiledClause] = []
    by_pattern: dict[int, list[tuple[int, Test]]] = {}
    by_fact: dict[str, list[tuple[int, Test]]] = {}
    for owner, clause in _owned_clauses(catalogue):
        tests = tuple(_test(builder, e) for e in clause.expressions.get(language, ()))
        if not tests:
            continue
        near = tuple(_test(builder, e) for e in clause.near.get(language, ()))
        number = len(clauses)
        clauses.append(CompiledClause(owner, clause, tests, near))
        for test in tests:
            if test.watched_pattern is not None:
                builder.watch(test.watched_pattern)
                by_pattern.setdefault(test.watched_pattern, []).append((number, test))
            else:
                by_fact.setdefault(min(test.facts), []).append((number, test))
    return Compiled(
        language,
        builder.build(),
        tuple(clauses),
        {number: tuple(tests) for number, tests in by_pattern.items()},
        {fact: tuple(tests) for fact, tests in by_fact.items()},
    )


def _owned_clauses(catalogue: Catalogue) -> list[tuple[tuple[str, ...], Clause]]:
    owned: list[tuple[tuple[str, ...], Clause]] = []
    for name, signal in catalogue.signals.items():
        owned += [(("signal", name), clause) for clause in signal]
    for key, element in catalogue.elements.items():
        for status, clauses in element.evidence.items():
            owned += [(("element", key, status), clause) for clause in clauses]
    for rule in catalogue.rules.values():
        owned += [(("rule", rule.id), clause) for clause in rule.clauses]
    return owned


def _test(builder: BankBuilder, expression: str) -> Test:
    wanted: list[str] = []
    facts: set[str] = set()
    no_facts: set[str] = set()
    first: int | None = None
    for part in (part.strip() for part in expression.split(" & ")):
        if part.startswith(FACT_PREFIX):
            facts.add(part[1:])
        elif part.startswith("!" + FACT_PREFIX):
            no_facts.add(part[2:])
        else:
            wanted.append(part)
            if first is None and not part.startswith("!"):
                first = builder.pattern(part)
    if first is None:
        if not facts:
            raise ValueError(f"the expression '{expression}' wants nothing")
        none = tuple(builder.pattern(part[1:].strip()) for part in wanted)
        return Test(Expression((), none), frozenset(facts), frozenset(no_facts), None)
    patterns = builder.expression(" & ".join(wanted))
    rarest = max((part for part in wanted if not part.startswith("!")), key=selectivity)
    watched = builder.pattern(rarest)
    return Test(patterns, frozenset(facts), frozenset(no_facts), first, watched)


class TopicBank:
    """Which topics the words of a heading or label have, in any language."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._topics: dict[int, set[str]] = {}
        words = {
            name: by_language
            for by_entry in catalogue.lexicon.values()
            for name, by_language in by_entry.items()
        }
        builder = BankBuilder(words)
        for topic, by_language in catalogue.topics.items():
            for patterns in by_language.values():
                for pattern in patterns:
                    number = builder.pattern(pattern)
                    builder.watch(number)
                    self._topics.setdefault(number, set()).add(topic)
        self._bank = builder.build()
        self.topics = lru_cache(maxsize=10_000)(self._topics_of)

    def _topics_of(self, folded: bytes) -> frozenset[str]:
        matched = self._bank.matching(folded)
        return frozenset(topic for number in matched for topic in self._topics[number])
