"""ORG803: two notices of a run that describe the same register with different content.

Candidates come from two indexes, so that the work grows with the number of notices and not with
its square: by the register that the title names, and by the sentences that notices share (the
least of their hashes, as MinHash does with one permutation a bin).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rekisterilint.elements.assess import ELEMENT_KEYS
from rekisterilint.organisation.kinds import KIND_NAMES
from rekisterilint.organisation.outcome import RunFinding, Words
from rekisterilint.organisation.record import NoticeRecord
from rekisterilint.organisation.titles import register_key

_BINS, _ROWS = 24, 3
_SAME_TITLE = 90.0
_SAME_TEXT = 0.97
_NEAR_TEXT = 0.5
_SOME_TEXT = 0.25


def find_duplicates(
    records: Sequence[NoticeRecord], groups: Sequence[Sequence[int]]
) -> Iterator[RunFinding]:
    """A finding at the later of two notices of one controller, language and register."""
    for group in groups:
        if len(group) < 2:
            continue
        seen: set[int] = set()
        for first, second in _candidates(records, group):
            earlier, later = sorted((first, second))
            if later in seen:
                continue
            finding = _compared(records, earlier, later)
            if finding is not None:
                seen.add(later)
                yield finding


def _candidates(records: Sequence[NoticeRecord], group: Sequence[int]) -> Iterator[tuple[int, int]]:
    names = frozenset(detail.value for number in group for detail in records[number].of("name")[:1])
    keys = {number: register_key(records[number].title, names) for number in group}
    by_title: dict[tuple[str, str], list[int]] = {}
    by_text: dict[tuple[object, ...], list[int]] = {}
    for number in group:
        language = records[number].language
        if keys[number]:
            by_title.setdefault((language, keys[number]), []).append(number)
        for band, sketch in enumerate(_sketch(records[number].sentences)):
            by_text.setdefault((language, band, sketch), []).append(number)
    for numbers in by_title.values():
        for number in numbers[1:]:
            if _is_specific(keys[number]) or resemblance(records[numbers[0]], records[number]) >= _SOME_TEXT:
                yield numbers[0], number
    for numbers in by_text.values():
        # Neighbours by title only: a bucket of notices made from one template stays linear.
        for first, second in pairwise(sorted(numbers, key=lambda number: keys[number])):
            if keys[first] == keys[second] or not _same_register(keys[first], keys[second]):
                continue
            if resemblance(records[first], records[second]) >= _NEAR_TEXT:
                yield first, second


def _is_specific(key: str) -> bool:
    return " " in key or len(key) >= 12


def _same_register(one: str, other: str) -> bool:
    """Whether two titles name the register in nearly the same words; a figure must be the same."""
    from rapidfuzz import fuzz

    if not one or not other or {w for w in one.split() if w.isdigit()} != {w for w in other.split() if w.isdigit()}:
        return False
    return fuzz.ratio(one, other) >= _SAME_TITLE


def _sketch(sentences: bytes) -> list[tuple[int, ...]]:
    """Bands of the least hash in each of some bins; like texts share a band with great likelihood."""
    hashes = array("I")
    hashes.frombytes(sentences)
    least = [0] * _BINS
    for value in hashes:
        bin_ = value % _BINS
        if least[bin_] == 0 or value < least[bin_]:
            least[bin_] = value
    bands = [tuple(least[at : at + _ROWS]) for at in range(0, _BINS, _ROWS)]
    return [band for band in bands if any(band)]


def resemblance(one: NoticeRecord, other: NoticeRecord) -> float:
    """The share of the longer sentences that two notices have in common, 0 to 1."""
    first, second = array("I"), array("I")
    first.frombytes(one.sentences)
    second.frombytes(other.sentences)
    union = len({*first, *second})
    return (len(first) + len(second) - union) / union if union else 0.0


def _compared(records: Sequence[NoticeRecord], earlier: int, later: int) -> RunFinding | None:
    """The finding if the two differ in content; None for copies."""
    one, other = records[earlier], records[later]
    alike = resemblance(one, other)
    differing = [
        kind
        for kind in ("ground", "period", "postal-code", "switchboard", "dpo-email", "dpo-phone", "email", "phone")
        if one.values(kind) != other.values(kind)
    ]
    if one.statuses != other.statuses:
        differing.append("status")
    if alike >= _SAME_TEXT or not differing:
        return None
    # The same notice in another format reads a little otherwise; so only real facts count there.
    if _is_copy(one, other) and not {"ground", "period"} & set(differing):
        return None
    title = next(number for number, detail in enumerate(other.details) if detail.kind == "title")
    where = f"{one.path}:{one.of('title')[0].line}"
    words = {
        language: ", ".join(KIND_NAMES[kind][language] for kind in differing)
        for language in ("fi", "sv", "en")
    }
    values: dict[str, Words] = {"other": one.path, "where": where, "title": one.title, "differing": words}
    table: dict[str, Words] = {
        "what": dict(KIND_NAMES["content"]), "here": words, "usual": one.title, "count": "1", "where": where,
    }  # fmt: skip
    return RunFinding("ORG803", later, title, values, "medium" if alike >= _SOME_TEXT else "low", table=table)


def _is_copy(one: NoticeRecord, other: NoticeRecord) -> bool:
    stem, suffix = one.path.rpartition(".")[::2]
    return stem.rpartition("/")[2] == other.path.rpartition(".")[0].rpartition("/")[2] and suffix != other.path.rpartition(".")[2]


def differing_elements(one: NoticeRecord, other: NoticeRecord) -> list[str]:
    """The elements whose status is not the same in two notices."""
    return [
        key for key, a, b in zip(ELEMENT_KEYS, one.statuses, other.statuses, strict=True) if a != b
    ]
