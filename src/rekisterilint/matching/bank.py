"""A bank of patterns: one pass over a sentence tells which of them match."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import re2

from rekisterilint.matching.alphabet import encode, encode_pattern
from rekisterilint.matching.syntax import PatternError, expand, to_re2

_REMEMBERED = 20_000


def _options() -> re2.Options:
    options = re2.Options()
    options.log_errors = False
    options.encoding = re2.Options.Encoding.LATIN1
    return options


class BankBuilder:
    """Collects patterns, each once, for a `Bank`."""

    def __init__(self, lexicon: Mapping[str, tuple[str, ...]]) -> None:
        self._lexicon = lexicon
        self._numbers: dict[bytes, int] = {}
        self._by_pattern: dict[str, int] = {}

    def pattern(self, pattern: str) -> int:
        """The number of `pattern`; PatternError if it is no valid pattern."""
        number = self._by_pattern.get(pattern)
        if number is None:
            source = encode_pattern(to_re2(expand(pattern, self._lexicon)))
            number = self._numbers.setdefault(source, len(self._numbers))
            self._by_pattern[pattern] = number
        return number

    def sources(self) -> tuple[bytes, ...]:
        """The patterns so far in the engine's form, by number."""
        return tuple(self._numbers)


def patterns_without_literal(sources: Sequence[bytes]) -> frozenset[int]:
    """The numbers of patterns such as `ei\\b` and `.{2,80}$`: no filter can tell where they might match.

    Raises PatternError for a source that is no pattern.
    """
    # The empty text holds no literal: only what needs none may match there.
    return frozenset(_filter_of(sources).Match(b"", potential=True) or ())


def _filter_of(sources: Sequence[bytes]) -> re2.Filter:
    made = re2.Filter()
    options = _options()
    for source in sources:
        try:
            made.Add(source, options)
        except re2.error as error:
            raise PatternError(f"{source.decode('latin-1')}: {error}") from error
    if sources:
        made.Compile()
    return made


class Bank:
    """Compiled patterns: which of them match a sentence, and where one does.

    A filter looks for the literal parts that the patterns can't do without, all of them in one
    pass; only patterns whose parts are there are tried, all within one call of the engine. (One
    automaton for all patterns would not do: a thousand patterns with open ends have more states
    than memory holds.) The `late` patterns have no such part and would be tried everywhere: they
    are left to whoever asks for one of them by `matches`.
    """

    def __init__(self, sources: Sequence[bytes], late: frozenset[int] = frozenset()) -> None:
        """Raises PatternError for a source that is no pattern."""
        self._sources = sources
        self._filtered = [number for number in range(len(sources)) if number not in late]
        self._filter = _filter_of([sources[number] for number in self._filtered])
        self._single: dict[int, re2._Regexp] = {}
        self._remembered: dict[bytes, frozenset[int]] = {}
        self._last_sentence = b""
        self._last_answers: dict[int, bool] = {}

    def matching(self, folded: bytes) -> frozenset[int]:
        """The numbers of the patterns, but for the late ones, that match in `folded` (see `fold`).

        Notices are written from templates, so sentences recur; answers are remembered.
        """
        known = self._remembered.get(folded)
        if known is not None:
            return known
        if not self._filtered:
            return frozenset()
        found = self._filter.Match(encode(folded)) or ()
        numbers = frozenset([self._filtered[index] for index in found])
        if len(self._remembered) >= _REMEMBERED:
            self._remembered.clear()
        self._remembered[folded] = numbers
        return numbers

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

    def spans(self, number: int, folded: bytes) -> Iterator[tuple[int, int]]:
        """Start and end of each match of pattern `number` in `folded`, without its word bounds."""
        for match in self._compiled(number).finditer(encode(folded)):
            yield match.span(1)

    def _compiled(self, number: int) -> re2._Regexp:
        compiled = self._single.get(number)
        if compiled is None:
            compiled = self._single[number] = re2.compile(self._sources[number], _options())
        return compiled
