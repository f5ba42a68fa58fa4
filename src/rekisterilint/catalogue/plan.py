"""What a catalogue asks of sentences in one language, in numbers: what a cache can keep.

Making a plan expands and translates a thousand patterns and asks the engine which of them have
literal parts; reading a kept one doesn't. Clauses stand in the order of `owned_clauses`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from typing import Any

from rekisterilint.catalogue.cache import load_values, save_values
from rekisterilint.catalogue.model import Catalogue, Clause
from rekisterilint.matching import BankBuilder, PatternError, patterns_without_literal
from rekisterilint.matching.selectivity import selectivity

FACT_PREFIX = "@"
_FORMAT = 2


@dataclass(frozen=True, slots=True)
class Test:
    """One expression of a clause: patterns and facts that must, or must not, be in a sentence.

    `late_all` and `late_none` are patterns that the bank's filter knows nothing of. `first` is the
    pattern whose match is the span of a finding. Only where `watched`, the rarest of the wanted
    ones, matches is the test tried; one that wants facts alone has none (-1).
    """

    all_of: frozenset[int]
    none_of: frozenset[int]
    late_all: tuple[int, ...]
    late_none: tuple[int, ...]
    facts: frozenset[str]
    no_facts: frozenset[str]
    first: int
    watched: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The patterns of one language in the engine's form, the late ones among them, and the
    tests of each clause: `tests` are alternatives, so are `near`."""

    sources: tuple[bytes, ...]
    late: frozenset[int]
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
    drafts = [
        tuple(
            [_draft(builder, expression) for expression in by_language.get(language, ())]
            for by_language in (clause.expressions, clause.near)
        )
        for clause in clauses
    ]
    sources = builder.sources()
    late = patterns_without_literal(sources)
    # A test that wants late patterns alone would never be tried: one of them has to be watched.
    late -= {
        draft.rarest for group in drafts for draft in chain(*group) if draft.wants_only(late)
    }
    planned = tuple(
        (tuple(draft.test(late) for draft in tests), tuple(draft.test(late) for draft in near))
        for tests, near in drafts
    )
    return Plan(sources, late, planned)


@dataclass(frozen=True, slots=True)
class _Draft:
    """An expression taken apart: the wanted patterns with how rare each is, in the order written."""

    wanted: tuple[tuple[int, int], ...]
    unwanted: frozenset[int]
    facts: frozenset[str]
    no_facts: frozenset[str]

    @property
    def rarest(self) -> int:
        """The number of the wanted pattern that promises the fewest matches."""
        return max(self.wanted, key=lambda pair: pair[1])[0]

    def wants_only(self, late: frozenset[int]) -> bool:
        """Whether it wants patterns, and all of them are of `late`."""
        return bool(self.wanted) and all(number in late for number, _ in self.wanted)

    def test(self, late: frozenset[int]) -> Test:
        wanted = frozenset(number for number, _ in self.wanted)
        early = [pair for pair in self.wanted if pair[0] not in late]
        return Test(
            all_of=wanted - late,
            none_of=self.unwanted - late,
            late_all=tuple(sorted(wanted & late)),
            late_none=tuple(sorted(self.unwanted & late)),
            facts=self.facts,
            no_facts=self.no_facts,
            first=self.wanted[0][0] if self.wanted else -1,
            watched=max(early, key=lambda pair: pair[1])[0] if early else -1,
        )


def _draft(builder: BankBuilder, expression: str) -> _Draft:
    wanted: list[tuple[int, int]] = []
    unwanted: set[int] = set()
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
            unwanted.add(builder.pattern(part[1:].strip()))
        else:
            wanted.append((builder.pattern(part), selectivity(part)))
    if not wanted and not facts:
        raise PatternError(f"the expression '{expression}' wants nothing")
    return _Draft(tuple(wanted), frozenset(unwanted), frozenset(facts), frozenset(no_facts))


def _to_values(plan: Plan) -> dict[str, Any]:
    return {
        "format": _FORMAT,
        "sources": [source.decode("latin-1") for source in plan.sources],
        "late": sorted(plan.late),
        "clauses": [
            [[_test_values(test) for test in tests], [_test_values(test) for test in near]]
            for tests, near in plan.clauses
        ],
    }


def _test_values(test: Test) -> list[Any]:
    return [
        sorted(test.all_of), sorted(test.none_of), test.late_all, test.late_none,
        sorted(test.facts), sorted(test.no_facts), test.first, test.watched,
    ]  # fmt: skip


def _from_values(values: Mapping[str, Any]) -> Plan:
    if values["format"] != _FORMAT:
        raise ValueError("another format")
    return Plan(
        tuple([source.encode("latin-1") for source in values["sources"]]),
        frozenset(values["late"]),
        tuple([(_tests(tests), _tests(near)) for tests, near in values["clauses"]]),
    )


def _tests(values: Iterable[Any]) -> tuple[Test, ...]:
    return tuple(
        [
            Test(
                frozenset(all_of), frozenset(none_of), tuple(late_all), tuple(late_none),
                frozenset(facts), frozenset(no_facts), first, watched,
            )
            for all_of, none_of, late_all, late_none, facts, no_facts, first, watched in values
        ]
    )  # fmt: skip
