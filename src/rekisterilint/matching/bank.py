"""A bank of patterns: one pass over a sentence tells which of them match."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import re2

from rekisterilint.matching.expression import Expression, split_expression
from rekisterilint.matching.alphabet import encode, encode_pattern
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

    def pattern(self, pattern: str) -> int:
        """The number of `pattern`; PatternError if it is no valid pattern."""
        source = to_re2(expand(pattern, self._lexicon))
        return self._numbers.setdefault(source, len(self._numbers))

    def expression(self, text: str) -> Expression:
        """The compiled form of a conjunction such as `säilyt & !varmuuskopio`."""
        wanted, unwanted = split_expression(text)
        return Expression(
            frozenset(self.pattern(p) for p in wanted),
            frozenset(self.pattern(p) for p in unwanted),
        )

    def build(self) -> Bank:
        """The bank of all patterns so far."""
        return Bank(tuple(self._numbers))


class Bank:
    """Compiled patterns. `matching` answers for a whole sentence, `spans` for one pattern.

    A filter looks for the literal parts that patterns can't do without, all of them in one pass;
    only patterns whose parts are there are tried. (One automaton for all patterns would not do:
    a thousand patterns with open ends have more states than memory holds.)
    """

    def __init__(self, sources: tuple[str, ...]) -> None:
        self._sources = tuple(encode_pattern(source) for source in sources)
        self._single: dict[int, re2._Regexp] = {}
        self._remembered: dict[bytes, frozenset[int]] = {}
        self._filter = re2.Filter()
        options = _options()
        for source in self._sources:
            try:
                self._filter.Add(source, options)
            except re2.error as error:
                raise PatternError(f"{source.decode('latin-1')}: {error}") from error
        if self._sources:
            self._filter.Compile()

    def matching(self, folded: bytes) -> frozenset[int]:
        """The numbers of the patterns that match somewhere in `folded` (see `fold`).

        Notices are written from templates, so sentences recur; answers are remembered.
        """
        known = self._remembered.get(folded)
        if known is not None:
            return known
        if not self._sources:
            return _NOTHING
        found = frozenset(self._filter.Match(encode(folded)) or ())
        if len(self._remembered) >= _REMEMBERED:
            self._remembered.clear()
        self._remembered[folded] = found
        return found

    def spans(self, number: int, folded: bytes) -> Iterator[tuple[int, int]]:
        """Start and end of each match of pattern `number` in `folded`, without its word bounds."""
        compiled = self._single.get(number)
        if compiled is None:
            compiled = self._single[number] = re2.compile(self._sources[number], _options())
        for match in compiled.finditer(encode(folded)):
            yield match.span(1)
