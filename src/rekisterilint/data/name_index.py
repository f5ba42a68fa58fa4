"""From a statute's name as it stands in a text, in any case form, to the statute.

Names are compared by `name_forms.stem_key`; the keys of all names stand in `statute_names.json`,
made by `tools/build_legal_data.py`. Abbreviations (TyEL, AHVL) are compared as written, since
`tel` is no law. `fold`ed or not, a form may carry punctuation and line breaks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from rekisterilint.data.name_forms import (
    bare_head,
    fold_complement,
    fold_word,
    head_lemma,
    is_given,
    is_issuer,
    stem_key,
)
from rekisterilint.data.resources import load
from rekisterilint.data.statutes import Statute, all_statutes

__all__ = ["NameSpan", "abbreviations", "forms", "longest_name", "statute_by_form", "stem_key"]

_FILE: Final = "statute_names.json"
_LONGEST: Final = 40  # words of the longest title, with room


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name found in a run of words: `words[start:end]`, and the statutes that go by it."""

    start: int
    end: int
    statutes: tuple[Statute, ...]


def statute_by_form(form: str) -> tuple[Statute, ...]:
    """The statutes that `form` names, old and current alike; none if it names none."""
    short = form.strip().partition(":")[0]
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
    if head_lemma(fold_word(words[head])) is None:
        return statutes_span(words, head, head + 1)
    spans = (*_reaching_forward(words, head), *_reaching_back(words, head))
    return max(spans, key=lambda span: span.end - span.start, default=None)


def statutes_span(words: Sequence[str], start: int, end: int) -> NameSpan | None:
    """The span if its words are a known name."""
    found = statute_by_form(" ".join(words[start:end]).strip(",;.()"))
    return NameSpan(start, end, found) if found else None


def _reaching_forward(words: Sequence[str], head: int) -> list[NameSpan]:
    """`laki X`, `valtioneuvoston asetus X`: the longest with each possible beginning."""
    folded = [fold_word(word) for word in words[max(0, head - 4) : head + _LONGEST]]
    at = min(head, 4)
    lemma = bare_head(folded[at]) or head_lemma(folded[at])
    complement = [fold_complement(word) for word in folded[at + 1 :]]
    issuer_starts = range(at) if at and is_issuer(folded[at - 1]) else range(0)
    spans = []
    for start in (*issuer_starts, at):
        beginning = (*folded[start:at], lemma)
        for length in range(len(complement), 0, -1):
            numbers = forms().get(" ".join((*beginning, *complement[:length])))
            if numbers:
                first = head - at + start
                spans.append(NameSpan(first, head + 1 + length, _statutes(numbers)))
                break
    return spans


def _reaching_back(words: Sequence[str], head: int) -> list[NameSpan]:
    """`X annettu laki`, `sosiaalihuollon asiakaslaki`, `kuntalaki`: what ends at the head."""
    given = any(is_given(fold_word(word)) for word in words[max(0, head - 4) : head])
    earliest = max(0, head - (_LONGEST if given else 5))
    for start in range(earliest, head + 1):
        span = statutes_span(words, start, head + 1)
        if span:
            return [span]
    return []


def _statutes(numbers: tuple[int, ...]) -> tuple[Statute, ...]:
    statutes = all_statutes()
    return tuple(statutes[number] for number in numbers)


def _positions(table: str) -> Mapping[str, tuple[int, ...]]:
    rows: dict[str, str] = load(_FILE)[table]
    return MappingProxyType(
        {name: tuple(map(int, numbers.split())) for name, numbers in rows.items()}
    )
