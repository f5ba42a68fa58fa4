"""A catalogue made ready for one language: one bank of patterns, and what each match may mean."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from rekisterilint.catalogue.model import Catalogue, Clause
from rekisterilint.catalogue.plan import Plan, Test, owned_clauses, plan_for
from rekisterilint.matching import Bank, BankBuilder


@dataclass(frozen=True, slots=True)
class CompiledClause:
    """A clause, its owner (`("element", "retention", "stated")`, …) and its tests."""

    owner: tuple[str, ...]
    clause: Clause
    tests: tuple[Test, ...]
    near: tuple[Test, ...]


Answer = tuple[CompiledClause, Test]


@dataclass(frozen=True, slots=True)
class Compiled:
    """The bank of one language and the tests to try when a pattern or a fact is met.

    `tests` are those of all clauses, in order. `answers` and `places` remember: what held for a sentence (notices are written from templates,
    so that sentences recur from one to the next), and which tests may hold under given topics.
    """

    language: str
    bank: Bank
    tests: tuple[Answer, ...]
    by_pattern: dict[int, frozenset[int]]
    by_fact: dict[str, frozenset[int]]
    answers: dict[Hashable, tuple[Answer, ...]] = field(default_factory=dict)
    places: dict[Hashable, frozenset[int]] = field(default_factory=dict)

    def holds(self, test: Test, folded: bytes, matching: frozenset[int], facts: frozenset[str]) -> bool:
        """Whether `test` holds for the sentence `folded` with these facts and `matching` patterns."""
        return (
            test.all_of <= matching
            and test.none_of.isdisjoint(matching)
            and test.facts <= facts
            and test.no_facts.isdisjoint(facts)
            and not (
                (test.late_all and not all(self.bank.matches(n, folded) for n in test.late_all))
                or (test.late_none and any(self.bank.matches(n, folded) for n in test.late_none))
            )
        )


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
    owned = owned_clauses(catalogue)
    plan = plan_for(catalogue, [clause for _, clause in owned], language)
    tests = tuple(_answers(owned, plan))
    by_pattern: dict[int, list[int]] = {}
    by_fact: dict[str, list[int]] = {}
    for number, (_, test) in enumerate(tests):
        if test.watched >= 0:
            by_pattern.setdefault(test.watched, []).append(number)
        else:
            by_fact.setdefault(min(test.facts), []).append(number)
    return Compiled(
        language,
        Bank(plan.sources, plan.late),
        tests,
        {pattern: frozenset(numbers) for pattern, numbers in by_pattern.items()},
        {fact: frozenset(numbers) for fact, numbers in by_fact.items()},
    )


def _answers(owned: list[tuple[tuple[str, ...], Clause]], plan: Plan) -> Iterator[Answer]:
    for (owner, clause), (tests, near) in zip(owned, plan.clauses, strict=True):
        compiled = CompiledClause(owner, clause, tests, near)
        for test in tests:
            yield compiled, test


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
                    self._topics.setdefault(builder.pattern(pattern), set()).add(topic)
        self._bank = Bank(builder.sources())
        self.topics = lru_cache(maxsize=4_096)(self._topics_of)

    def _topics_of(self, folded: bytes) -> frozenset[str]:
        matched = self._bank.matching(folded)
        return frozenset(topic for number in matched for topic in self._topics[number])
