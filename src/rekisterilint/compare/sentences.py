"""Sentences of two versions paired: what is the same, what changed, what came and went."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from rekisterilint.organisation.periods import find_periods
from rekisterilint.organisation.record import Statement

# What numbers or marks an item: some formats hold it as words, others don't.
_MARKER = re.compile(r"\s*(?:\(?\d{1,2}[.)]|\(?[a-h]\)|[•–—*·-])\s+(?=\S)")
_NOISE = re.compile(r"[^\w§%@+]+")
_PART = re.compile(r"\s*(?:[,;:|•]|\.\s|\.$|(?<!\w)(?:ja|sekä|tai|och|samt|eller|and|or)(?!\w))\s*")
_LITTLE = re.compile(r"(?<!\S)(?:the|a|an|your|sinun|din|ditt|dina)(?!\S)")
_JOINING = frozenset({"ja", "sekä", "och", "samt", "and"})
_LONGEST_RUN, _LONGEST_JOINED = 24, 1500  # sentences and characters that are taken together
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
    all_old: Collection[str],
    all_new: Collection[str],
) -> Iterator[Pair]:
    """The sentences that differ. `all_…` are those that the other version has (see `said_in_both`)."""
    left = _distinct(statement for statement in old if plain(statement.text) not in all_old)
    come = _distinct(statement for statement in new if plain(statement.text) not in all_new)
    for one, other in _likely(left[:_MOST], come[:_MOST]):
        left.remove(one)
        come.remove(other)
        if not is_typo(plain(one.text), plain(other.text)):
            yield Pair(one.text, other.text, one.line, other.line)
    for one in left:
        yield Pair(old_text=one.text, old_line=one.line)
    for other in come:
        yield Pair(new_text=other.text, new_line=other.line)


def said_in_both(
    old: Iterable[Statement], new: Iterable[Statement]
) -> tuple[frozenset[str], frozenset[str]]:
    """The plain words of the sentences of each version that the other has too, wherever it has them.

    Lines may be cut in other places, and a list may be a sentence: so some sentences on end in one
    version may be others on end in the other.
    """
    before, after = ([s.text for s in side if not s.element] for side in (old, new))
    ours, theirs = _runs(before), _runs(after)
    common = ours.keys() & theirs.keys()
    return (
        frozenset(plain(before[n]) for n in _covered(ours[key] for key in common)),
        frozenset(plain(after[n]) for n in _covered(theirs[key] for key in common)),
    )


def _covered(places: Iterable[Sequence[tuple[int, int]]]) -> set[int]:
    return {number for held in places for at, end in held for number in range(at, end)}


def _runs(sentences: Sequence[str]) -> dict[int, list[tuple[int, int]]]:
    """Where sentences stand that together have the same words (by hash): first and behind the last."""
    words = list(_without_joining(_apart(sentences)))
    runs: dict[int, list[tuple[int, int]]] = {}
    for at in range(len(words)):
        joined = ""
        for end in range(at + 1, min(at + _LONGEST_RUN, len(words)) + 1):
            joined = f"{joined} {words[end - 1]}" if joined and words[end - 1] else joined or words[end - 1]
            runs.setdefault(hash(joined), []).append((at, end))
            if len(joined) > _LONGEST_JOINED:
                break
    return runs


def _apart(sentences: Sequence[str]) -> Iterator[str]:
    """Each sentence as `plain` has it, but a period that a line end cuts is whole in the first."""
    bare = [_bare(sentence) for sentence in sentences]
    whole = " ".join(bare)
    cuts = sorted(find_periods(whole))
    ends = [last for _, last, _ in cuts]
    start = 0
    for sentence in bare:
        end = start + len(sentence)
        words, at = "", start
        for number in range(bisect_right(ends, start), len(cuts)):
            first, last, months = cuts[number]
            if first >= end:
                break
            if first >= start:
                words += f"{whole[at:first]}{months:g} kk"
            at = min(last, end)
        yield words + whole[at:end]
        start = end + 1


def _without_joining(sentences: Iterable[str]) -> Iterator[str]:
    """A list has no word before its last item, where a sentence has `ja`."""
    for sentence in sentences:
        yield " ".join(word for word in sentence.split() if word not in _JOINING)


def plain(words: str) -> str:
    """`words` in lower case without punctuation, numbering and articles, periods in months: what a
    change of layout or of little words does not touch.
    """
    return _in_months(_bare(words))


def _bare(words: str) -> str:
    marker = _MARKER.match(words)
    words = words[marker.end() if marker else 0 :].casefold()
    return " ".join(_LITTLE.sub(" ", _NOISE.sub(" ", words)).split())


def _in_months(words: str) -> str:
    for start, end, months in sorted(find_periods(words), reverse=True):
        words = f"{words[:start]}{months:g} kk{words[end:]}"
    return words


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
