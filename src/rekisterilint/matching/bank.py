"""A bank of patterns: which of them are worth trying on a sentence, which match, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import ahocorasick
import msgspec
import re2

from rekisterilint.matching.alphabet import encode, encode_pattern
from rekisterilint.matching.literals import Literals, Needs, required_literals, with_bounds
from rekisterilint.matching.syntax import PatternError, expand, to_re2

_REMEMBERED = 1_024


class Patterns(msgspec.Struct, frozen=True):
    """Patterns by number: each in the engine's form, and what it needs (`required_literals`)."""

    sources: tuple[bytes, ...]
    needs: tuple[Needs, ...]


def _options() -> re2.Options:
    options = re2.Options()
    options.log_errors = False
    options.encoding = re2.Options.Encoding.LATIN1
    return options


def _compiled(source: bytes) -> re2._Regexp:
    try:
        return re2.compile(source, _options())
    except re2.error as error:
        raise PatternError(f"{source.decode('latin-1')}: {error}") from error


class BankBuilder:
    """Collects patterns, each once, for a `Bank`."""

    def __init__(self, lexicon: Mapping[str, tuple[str, ...]]) -> None:
        self._lexicon = lexicon
        self._numbers: dict[bytes, int] = {}
        self._needs: list[Needs] = []
        self._by_pattern: dict[str, int] = {}

    def pattern(self, pattern: str) -> int:
        """The number of `pattern`; PatternError if it is no valid pattern."""
        number = self._by_pattern.get(pattern)
        if number is None:
            expanded = expand(pattern, self._lexicon)
            source = encode_pattern(to_re2(expanded))
            number = self._numbers.get(source)
            if number is None:
                _compiled(source)
                number = self._numbers[source] = len(self._needs)
                self._needs.append(required_literals(expanded))
            self._by_pattern[pattern] = number
        return number

    def needs(self, number: int) -> Needs:
        """What a text must have for pattern `number` to match."""
        return self._needs[number]

    def patterns(self) -> Patterns:
        """The patterns so far."""
        return Patterns(tuple(self._numbers), tuple(self._needs))


class Sentence:
    """A sentence held against a bank. Patterns are tried when asked for, each once.

    `possible` are the numbers of all patterns that could match, judged by their literals.
    """

    __slots__ = ("_answers", "_bank", "_encoded", "possible")

    def __init__(self, bank: Bank, encoded: bytes, possible: set[int], certain: set[int]) -> None:
        self._bank = bank
        self._encoded = encoded
        self._answers = dict.fromkeys(certain, True)
        self.possible = possible

    def matches(self, number: int) -> bool:
        """Whether pattern `number` matches somewhere in the sentence."""
        if number not in self.possible:
            return False
        answer = self._answers.get(number)
        if answer is None:
            answer = bool(self._bank.tester(number).Match(self._encoded))
            self._answers[number] = answer
        return answer


class Bank:
    """Patterns compiled when first tried.

    One pass over a sentence looks for the literal parts of all patterns; only patterns whose parts
    are there are ever tried, so that a start compiles few of the thousand. (One automaton for all
    patterns would not do: a thousand patterns with open ends have more states than memory holds.)
    """

    def __init__(self, patterns: Patterns) -> None:
        self._sources = patterns.sources
        self._compiled: dict[int, re2._Regexp] = {}
        self._testers: dict[int, re2.Set] = {}
        self._enough = frozenset(number for number, needs in enumerate(patterns.needs) if needs.enough)
        self._everywhere = {number for number, needs in enumerate(patterns.needs) if not needs.groups}
        # The first group that a pattern needs goes by the pattern's number, others by those behind.
        others: dict[Literals, int] = {}
        self._others: dict[int, tuple[int, ...]] = {}
        by_literal: dict[str, set[int]] = {}
        for number, needs in enumerate(patterns.needs):
            for literal in needs.groups[0] if needs.groups else ():
                by_literal.setdefault(literal, set()).add(number)
            if len(needs.groups) > 1:
                self._others[number] = tuple(
                    [others.setdefault(group, len(patterns.needs) + len(others)) for group in needs.groups[1:]]
                )
        for group, number in others.items():
            for literal in group:
                by_literal.setdefault(literal, set()).add(number)
        self._need_one = frozenset(range(len(patterns.needs))) - self._others.keys()
        self._literals = ahocorasick.Automaton()
        for literal, numbers in by_literal.items():
            self._literals.add_word(literal, numbers)
        self._literals.make_automaton()
        self._has_literals = bool(by_literal)
        self.sentence = lru_cache(maxsize=_REMEMBERED)(self._sentence)

    def _sentence(self, folded: bytes) -> Sentence:
        """`folded` (see `fold`) held against the patterns; the latest are remembered."""
        encoded = encode(folded)
        found = self._literals.iter(with_bounds(encoded)) if self._has_literals else ()
        met = self._everywhere.union(*[numbers for _, numbers in found])
        possible = met & self._need_one
        possible.update([number for number in self._others.keys() & met if met.issuperset(self._others[number])])
        return Sentence(self, encoded, possible, possible & self._enough)

    def spans(self, number: int, folded: bytes) -> Iterator[tuple[int, int]]:
        """Start and end of each match of pattern `number` in `folded`, without its word bounds."""
        for match in self.compiled(number).finditer(encode(folded)):
            yield match.span(1)

    def tester(self, number: int) -> re2.Set:
        """Pattern `number` as a set of one, which tells whether it matches, not where: half the time."""
        tester = self._testers.get(number)
        if tester is None:
            tester = re2.Set.SearchSet(_options())
            tester.Add(self._sources[number])
            tester.Compile()
            self._testers[number] = tester
        return tester

    def compiled(self, number: int) -> re2._Regexp:
        """Pattern `number`; PatternError if it is none for the engine."""
        compiled = self._compiled.get(number)
        if compiled is None:
            compiled = self._compiled[number] = _compiled(self._sources[number])
        return compiled
