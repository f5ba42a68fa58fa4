"""A bank of patterns: one pass over a sentence tells which of them match."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import re2

from rekisterilint.matching.alphabet import encode, encode_pattern
from rekisterilint.matching.expression import Expression, split_expression
from rekisterilint.matching.syntax import PatternError, expand, to_re2

_REMEMBERED = 20_000
_NOTHING: frozenset[int] = frozenset()


def _options() -> re2.Options:
    options = re2.Options()
    options.log_errors = False
    options.encoding = re2.Options.Encoding.LATIN1
    return options


class BankBuilder:
    """Collects patterns, each once, and compiles them into a `Bank`."""

    def __init__(self, lexicon: Mapping[str, tuple[str, ...]]) -> None:
        self._lexicon = lexicon
        self._numbers: dict[str, int] = {}
        self._by_pattern: dict[str, int] = {}
        self._watched: set[int] = set()

    def pattern(self, pattern: str) -> int:
        """The number of `pattern`; PatternError if it is no valid pattern."""
        number = self._by_pattern.get(pattern)
        if number is None:
            source = to_re2(expand(pattern, self._lexicon))
            number = self._numbers.setdefault(source, len(self._numbers))
            self._by_pattern[pattern] = number
        return number

    def watch(self, number: int) -> None:
        """Let `Bank.matching` tell of this pattern; the others are only tried one at a time."""
        self._watched.add(number)

    def expression(self, text: str) -> Expression:
        """The compiled form of a conjunction such as `säilyt & !varmuuskopio`."""
        wanted, unwanted = split_expression(text)
        return Expression(
            tuple(self.pattern(p) for p in wanted), tuple(self.pattern(p) for p in unwanted)
        )

    def build(self) -> Bank:
        """The bank of all patterns so far."""
        return Bank(tuple(self._numbers), tuple(sorted(self._watched)))


class Bank:
    """Compiled patterns: which of the watched ones match a sentence, whether and where one does.

    A filter looks for the literal parts that the watched patterns can't do without, all of them in
    one pass; only patterns whose parts are there are tried. (One automaton for all patterns would
    not do: a thousand patterns with open ends have more states than memory holds.)
    """

    def __init__(self, sources: tuple[str, ...], watched: tuple[int, ...]) -> None:
        self._sources = tuple(encode_pattern(source) for source in sources)
        self._single: dict[int, re2._Regexp] = {}
        self._watched = watched
        self._remembered: dict[bytes, frozenset[int]] = {}
        self._last_sentence = b""
        self._last_answers: dict[int, bool] = {}
        self._filter = re2.Filter()
        options = _options()
        for number in watched:
            try:
                self._filter.Add(self._sources[number], options)
            except re2.error as error:
                raise self._error(number, error) from error
        if watched:
            self._filter.Compile()

    def matching(self, folded: bytes) -> frozenset[int]:
        """The numbers of the watched patterns that match somewhere in `folded` (see `fold`).

        Notices are written from templates, so sentences recur; answers are remembered.
        """
        known = self._remembered.get(folded)
        if known is not None:
            return known
        if not self._watched:
            return _NOTHING
        watched = self._watched
        found = frozenset([watched[n] for n in self._filter.Match(encode(folded)) or ()])
        if len(self._remembered) >= _REMEMBERED:
            self._remembered.clear()
        self._remembered[folded] = found
        return found

    def matches(self, number: int, folded: bytes) -> bool:
        """Whether pattern `number` matches somewhere in `folded`."""
        if folded != self._last_sentence:
            self._last_sentence = folded
            self._last_answers = {}
        answer = self._last_answers.get(number)
        if answer is None:
            answer = self._compiled(number).search(encode(folded)) is not None
            self._last_answers[number] = answer
        return answer

    def holds(self, expression: Expression, folded: bytes) -> bool:
        """Whether the wanted patterns all match in `folded` and the unwanted ones don't."""
        return all(self.matches(number, folded) for number in expression.all_of) and not any(
            self.matches(number, folded) for number in expression.none_of
        )

    def spans(self, number: int, folded: bytes) -> Iterator[tuple[int, int]]:
        """Start and end of each match of pattern `number` in `folded`, without its word bounds."""
        for match in self._compiled(number).finditer(encode(folded)):
            yield match.span(1)

    def compile_all(self) -> None:
        """Compile every pattern now; PatternError names one that can't be."""
        for number in range(len(self._sources)):
            self._compiled(number)

    def _compiled(self, number: int) -> re2._Regexp:
        compiled = self._single.get(number)
        if compiled is None:
            try:
                compiled = re2.compile(self._sources[number], _options())
            except re2.error as error:
                raise self._error(number, error) from error
            self._single[number] = compiled
        return compiled

    def _error(self, number: int, error: Exception) -> PatternError:
        return PatternError(f"{self._sources[number].decode('latin-1')}: {error}")
