"""Sentences of two versions paired: what is the same, what changed, what came and went."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rekisterilint.organisation.record import Statement

_NOISE = re.compile(r"[^\w§%@+]+")
_PART = re.compile(r"\s*(?:[,;:|•]|\.\s|\.$|(?<!\w)(?:ja|sekä|tai|och|samt|eller|and|or)(?!\w))\s*")
_LIKE = 62.0  # two sentences are versions of one another from here on
_TYPO_LENGTH, _TYPO_SLIPS = 6, 2
_LONGEST_PART = 80
_MOST = 400  # sentences a side that are paired by likeness; beyond it only equal ones are


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence of the old version and its counterpart; one of them is empty if it has none."""

    old_text: str = ""
    new_text: str = ""
    old_line: int = 0
    new_line: int = 0


def pair_sentences(
    old: Sequence[Statement],
    new: Sequence[Statement],
    all_old: Iterable[Statement],
    all_new: Iterable[Statement],
) -> Iterator[Pair]:
    """The sentences that differ. One that only moved to another place (`all_…`) does not."""
    said_before = {plain(statement.text) for statement in all_old}
    said_after = {plain(statement.text) for statement in all_new}
    left = _distinct(statement for statement in old if plain(statement.text) not in said_after)
    come = _distinct(statement for statement in new if plain(statement.text) not in said_before)
    for one, other in _likely(left[:_MOST], come[:_MOST]):
        left.remove(one)
        come.remove(other)
        if not is_typo(plain(one.text), plain(other.text)):
            yield Pair(one.text, other.text, one.line, other.line)
    for one in left:
        yield Pair(old_text=one.text, old_line=one.line)
    for other in come:
        yield Pair(new_text=other.text, new_line=other.line)


def plain(words: str) -> str:
    """`words` in lower case without punctuation: what a change of layout does not touch."""
    return _NOISE.sub(" ", words.casefold()).strip()


def _distinct(statements: Iterable[Statement]) -> list[Statement]:
    seen: dict[str, Statement] = {}
    for statement in statements:
        if plain(statement.text):
            seen.setdefault(plain(statement.text), statement)
    return list(seen.values())


def _likely(
    old: Sequence[Statement], new: Sequence[Statement]
) -> list[tuple[Statement, Statement]]:
    """The pairs that are most alike, each sentence once, best first."""
    from rapidfuzz import fuzz

    scores = [
        (score, -one, -other)
        for one, before in enumerate(old)
        for other, after in enumerate(new)
        if (score := fuzz.ratio(plain(before.text), plain(after.text), score_cutoff=_LIKE))
    ]
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    pairs = []
    for _, one, other in sorted(scores, reverse=True):
        if one not in taken_old and other not in taken_new:
            taken_old.add(one)
            taken_new.add(other)
            pairs.append((old[-one], new[-other]))
    return pairs


def is_typo(old: str, new: str) -> bool:
    """Whether only letters of long words differ: a spelling mended is no change.

    Figures and short words (`ei`, `not`) always count.
    """
    from rapidfuzz.distance import OSA

    before, after = old.split(), new.split()
    if len(before) != len(after):
        return False
    return all(
        one == other
        or (
            min(len(one), len(other)) >= _TYPO_LENGTH
            and not any(sign.isdigit() for sign in one + other)
            and OSA.distance(one, other) <= 1
        )
        for one, other in zip(before, after, strict=True)
    ) and sum(one != other for one, other in zip(before, after, strict=True)) <= _TYPO_SLIPS


def parts_changed(old: str, new: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What came into and what left an enumeration; empty where the sentence is none."""
    before, after = _parts(old), _parts(new)
    if len(before) < 2 and len(after) < 2:
        return (), ()
    added = tuple(part for key, part in after.items() if key not in before)
    removed = tuple(part for key, part in before.items() if key not in after)
    if len(added) == len(after) or any(len(part) > _LONGEST_PART for part in added + removed):
        return (), ()
    return added, removed


def _parts(words: str) -> dict[str, str]:
    return {plain(part): part.strip() for part in _PART.split(words) if plain(part)}
