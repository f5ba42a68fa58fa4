"""A catalogue made ready for one language: its bank of patterns, and which tests a match may mean."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from rekisterilint.catalogue.model import Catalogue, Clause
from rekisterilint.catalogue.plan import Test, owned_clauses, plan_for
from rekisterilint.matching import Bank, Sentence

_REMEMBERED = 8_192


class CompiledClause(msgspec.Struct, frozen=True):
    """A clause, its owner (`("element", "retention", "stated")`, …) and its tests."""

    owner: tuple[str, ...]
    clause: Clause
    tests: tuple[Test, ...]
    near: tuple[Test, ...]


Answer = tuple[CompiledClause, Test]


class Compiled:
    """The clauses of a catalogue in one language, tried where a pattern of theirs may match.

    `bank` has the patterns. Answers are remembered: notices are written from templates, so that
    sentences recur from one to the next.
    """

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        """Raises PatternError for a faulty pattern."""
        owned = owned_clauses(catalogue)
        plan = plan_for(catalogue, [clause for _, clause in owned], language)
        self.bank = Bank(plan.patterns)
        self._tests: list[Answer] = []
        self._by_pattern: dict[int, set[int]] = {}
        self._by_fact: dict[str, set[int]] = {}
        for (owner, clause), (tests, near) in zip(owned, plan.clauses, strict=True):
            compiled = CompiledClause(owner, clause, tests, near)
            for test in tests:
                if test.wanted:
                    self._by_pattern.setdefault(test.wanted[0], set()).add(len(self._tests))
                else:
                    self._by_fact.setdefault(min(test.facts), set()).add(len(self._tests))
                self._tests.append((compiled, test))
        self._watched = frozenset(self._by_pattern)
        self.held = lru_cache(maxsize=_REMEMBERED)(self._held)
        self._counting = lru_cache(maxsize=_REMEMBERED)(self._tests_that_count)

    def _held(
        self, folded: bytes, facts: frozenset[str], topics: frozenset[str], is_heading: bool
    ) -> tuple[Answer, ...]:
        """The clauses that hold in a sentence, each with the first of its tests that does.

        `folded` is the sentence (see `fold`), `facts` the kinds of facts in it, `topics` those of
        its section or label.
        """
        sentence = self.bank.sentence(folded)
        numbers: set[int] = set()
        for pattern in sentence.possible & self._watched:
            numbers |= self._by_pattern[pattern]
        for fact in facts & self._by_fact.keys():
            numbers |= self._by_fact[fact]
        numbers &= self._counting(topics, is_heading)
        held: list[Answer] = []
        last: CompiledClause | None = None
        # In the catalogue's order: a set's own would change with every pattern added anywhere.
        for number in sorted(numbers):
            clause, test = self._tests[number]
            if clause is not last and holds(test, sentence, facts):
                held.append((clause, test))
                last = clause
        return tuple(held)

    def _tests_that_count(self, topics: frozenset[str], is_heading: bool) -> frozenset[int]:
        """The numbers of the tests whose clause counts in a sentence with these topics."""
        return frozenset(
            number
            for number, (compiled, _) in enumerate(self._tests)
            if _counts_here(compiled.clause, topics, is_heading)
        )


def _counts_here(clause: Clause, topics: frozenset[str], is_heading: bool) -> bool:
    if clause.units != "any" and (clause.units == "heading") != is_heading:
        return False
    if clause.within and clause.within.isdisjoint(topics):
        return False
    return clause.outside.isdisjoint(topics)


def holds(test: Test, sentence: Sentence, facts: frozenset[str]) -> bool:
    """Whether `test` holds for `sentence` with these kinds of facts in it."""
    if not (test.facts <= facts and test.no_facts.isdisjoint(facts) and sentence.possible.issuperset(test.wanted)):
        return False
    return all(map(sentence.matches, test.wanted)) and not any(map(sentence.matches, test.unwanted))


_MOST_COMPILED = 12
_compiled: dict[tuple[str, str], Compiled] = {}


def compile_catalogue(catalogue: Catalogue, language: str) -> Compiled:
    """`catalogue` for notices in `language`, compiled once; PatternError names a faulty pattern."""
    if not catalogue.digest:
        return Compiled(catalogue, language)
    key = (catalogue.digest, language)
    if key not in _compiled:
        if len(_compiled) >= _MOST_COMPILED:
            _compiled.clear()
        _compiled[key] = Compiled(catalogue, language)
    return _compiled[key]
