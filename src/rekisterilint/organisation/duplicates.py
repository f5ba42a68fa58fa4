"""ORG803: two notices of a run that describe the same register with different content.

Candidates come from two indexes, so that the work grows with the number of notices and not with
its square: by the register that the title names, and by the sentences that notices share (the
least of their hashes, as MinHash does with one permutation a bin).
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from rekisterilint.elements.keys import ELEMENT_KEYS
from rekisterilint.organisation.kinds import KIND_NAMES
from rekisterilint.organisation.outcome import RunFinding, Words
from rekisterilint.organisation.record import NoticeRecord
from rekisterilint.organisation.run_index import BANDS, RunIndex
from rekisterilint.organisation.titles import name_stems, register_key

_LEAST_WORD, _MOST_SLIPS = 6, 2
_MOST_REGISTERS = 12  # of one title that are told apart
_SAME_TEXT = 0.97
_NEAR_TEXT = 0.5
_SOME_TEXT = 0.25


def find_duplicates(
    records: RunIndex, groups: Sequence[Sequence[int]]
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


def _candidates(records: RunIndex, group: Sequence[int]) -> Iterator[tuple[int, int]]:
    stems = name_stems(filter(None, {records.names[number] for number in group}))
    keys = {number: register_key(records.titles[number], stems) for number in group}
    by_title: dict[tuple[str, str], list[int]] = {}
    for number in group:
        if keys[number]:
            by_title.setdefault((records.languages[number], keys[number]), []).append(number)
    for numbers in by_title.values():
        yield from _of_one_title(records, numbers, keys[numbers[0]])
    by_title.clear()
    near: list[tuple[int, int, int, int]] = []
    for band in range(BANDS):
        for numbers in _alike(records, group, band, keys):
            # Neighbours by title only: a bucket of notices made from one template stays linear.
            for first, second in pairwise(numbers):
                if keys[first] != keys[second] and _same_register(keys[first], keys[second]):
                    near.append((min(numbers), band, first, second))
    for _, _, first, second in sorted(near):
        if resemblance(records[first], records[second]) >= _NEAR_TEXT:
            yield first, second


def _of_one_title(
    records: RunIndex, numbers: Sequence[int], key: str
) -> Iterator[tuple[int, int]]:
    """Each notice with the first of those before it that may be of the same register."""
    first: list[int] = []
    for number in numbers:
        other = records[number]
        same = next((one for one in first if not _is_other(records[one], other, key)), None)
        if same is None:
            if len(first) < _MOST_REGISTERS:
                first.append(number)
        elif _is_specific(key) or resemblance(records[same], other) >= _SOME_TEXT:
            yield same, number


def _alike(
    records: RunIndex, group: Sequence[int], band: int, keys: Mapping[int, str]
) -> Iterator[list[int]]:
    """Notices in one language with equal sketches in a band, each lot ordered by title."""

    def text(number: int) -> tuple[str, int]:
        return records.languages[number], records.sketches[number * BANDS + band]

    ordered = sorted(group, key=lambda number: (*text(number), keys[number], number))
    for (_, sketch), numbers in groupby(ordered, text):
        lot = list(numbers)
        if sketch and len(lot) > 1:
            yield lot


def _is_specific(key: str) -> bool:
    return " " in key or len(key) >= 12


def _same_register(one: str, other: str) -> bool:
    """Whether two titles name the register in nearly the same words; a figure must be the same.

    Word by word: `opiskelijarekisteri` and `opettajarekisteri` have most letters in common.
    """
    ours, theirs = set(one.split()), set(other.split())
    if not ours or not theirs or {w for w in ours if w.isdigit()} != {w for w in theirs if w.isdigit()}:
        return False
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    left, right = sorted(ours - theirs), sorted(theirs - ours)
    return len(left) == len(right) and all(map(_is_spelling, left, right))


def _is_spelling(one: str, other: str) -> bool:
    """Whether two words are one in another form or spelling."""
    from rapidfuzz.distance import OSA

    shorter = min(len(one), len(other))
    return shorter >= _LEAST_WORD and one[:4] == other[:4] and OSA.distance(one, other) <= _MOST_SLIPS


def _is_other(one: NoticeRecord, other: NoticeRecord, key: str) -> bool:
    """Whether two notices with one title are of different registers all the same: of other units or
    tasks, or of a title that says little (`asiakasrekisteri`) and with other contacts.
    """
    apart = [(one.values("unit"), other.values("unit")), (frozenset(one.laws), frozenset(other.laws))]
    if " " not in key:
        apart.append((one.values("email"), other.values("email")))
    return any(ours and theirs and not ours & theirs for ours, theirs in apart)


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
