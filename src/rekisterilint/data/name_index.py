"""From a statute's name as it stands in a text, in any case form, to the statute.

Names are compared by `name_forms.stem_key`; the keys of all names stand in `statute_names.json`,
made by `tools/build_legal_data.py`. Abbreviations (TyEL, AHVL) are compared as written, since
`tel` is no law. A form may carry punctuation and line breaks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final

import msgspec

from rekisterilint.data.name_forms import (
    bare_head,
    fold_complement,
    fold_word,
    head_lemma,
    is_given,
    is_issuer,
    key_of,
    stem_key,
)
from rekisterilint.data.resources import load
from rekisterilint.data.statutes import Statute, statute_at

__all__ = ["NameSpan", "abbreviations", "forms", "longest_name", "statute_by_form", "stem_key"]

_FILE: Final = "statute_names.json"
_LONGEST: Final = 40  # words of the longest title, with room
_ISSUER: Final = 5  # words before a head that may belong to it: `sosiaali- ja terveysministeriön`
_AROUND: Final = ' \t\n,;.()"”'


class NameSpan(msgspec.Struct, frozen=True):
    """A name found in a run of words: `words[start:end]`, and the statutes that go by it."""

    start: int
    end: int
    statutes: tuple[Statute, ...]


def statute_by_form(form: str) -> tuple[Statute, ...]:
    """The statutes that `form` names, old and current alike; none if it names none."""
    short = form.strip(_AROUND).partition(":")[0]
    numbers = abbreviations().get(short)
    if numbers is None:
        key = stem_key(form)
        numbers = forms().get(key, ()) if key else ()
    return _statutes(numbers)


@cache
def forms() -> Mapping[str, tuple[int, ...]]:
    """The key of every name, with the positions in `all_statutes()` of those that bear it."""
    return _positions("keys")


@cache
def abbreviations() -> Mapping[str, tuple[int, ...]]:
    """Abbreviations as they are written, with the positions in `all_statutes()`."""
    return _positions("abbreviations")


def longest_name(words: Sequence[str], head: int) -> NameSpan | None:
    """The longest name that has the word at `head` for its head, as its words stand in a text.

    `words` are the words of a sentence, punctuation and all; `words[head]` is a form of `laki`,
    `-laki`, `asetus`, `lag` … What follows may belong to the name (`laki X`), and what precedes
    (`X annettu laki`, `valtioneuvoston asetus X`). None if no known name is there.
    """
    folded = fold_word(words[head])
    lemma = bare_head(folded) or head_lemma(folded)
    if lemma is None:
        found = statute_by_form(words[head])
        return NameSpan(head, head + 1, found) if found else None
    spans = (*_reaching_forward(words, head, lemma), *_reaching_back(words, head))
    return max(spans, key=lambda span: span.end - span.start, default=None)


def _reaching_forward(words: Sequence[str], head: int, lemma: str) -> list[NameSpan]:
    """`laki X`, `valtioneuvoston asetus X`: the longest with each possible beginning."""
    if head + 1 == len(words):
        return []
    first = fold_complement(fold_word(words[head + 1]))
    if f"{lemma} {first}" not in _pairs():
        return []
    after = words[head + 2 : head + _LONGEST]
    complement = [first, *(fold_complement(fold_word(word)) for word in after)]
    before = [fold_word(word) for word in words[max(0, head - _ISSUER) : head]]
    if before and not is_issuer(before[-1]):
        before = []
    spans = []
    for start in range(len(before) + 1):
        beginning = (*before[start:], lemma)
        for length in range(len(complement), 0, -1):
            numbers = forms().get(" ".join((*beginning, *complement[:length])))
            if numbers:
                at = head - len(before) + start
                spans.append(NameSpan(at, head + 1 + length, _statutes(numbers)))
                break
    return spans


def _reaching_back(words: Sequence[str], head: int) -> list[NameSpan]:
    """`X annettu laki`, `sosiaalihuollon asiakaslaki`, `kuntalaki`: what ends at the head."""
    nearby = [fold_word(word) for word in words[max(0, head - _ISSUER) : head + 1]]
    if any(map(is_given, nearby[:-1])):
        nearby = [fold_word(word) for word in words[max(0, head - _LONGEST) : head + 1]]
    for start in range(len(nearby)):
        key = key_of(nearby[start:])
        numbers = forms().get(key, ()) if key else ()
        if numbers:
            return [NameSpan(head + 1 - len(nearby) + start, head + 1, _statutes(numbers))]
    return []


@cache
def _pairs() -> frozenset[str]:
    """Every two words that follow each other at the head of a key: `laki potilaan`."""
    pairs = set()
    for key in forms():
        words = key.split()
        head = next((i for i, word in enumerate(words) if head_lemma(word)), 0)
        pairs.add(" ".join(words[head : head + 2]))
    return frozenset(pairs)


def _statutes(numbers: tuple[int, ...]) -> tuple[Statute, ...]:
    return tuple(map(statute_at, numbers))


def _positions(table: str) -> Mapping[str, tuple[int, ...]]:
    rows: dict[str, list[int]] = load(_FILE)[table]
    return MappingProxyType({name: tuple(numbers) for name, numbers in rows.items()})
