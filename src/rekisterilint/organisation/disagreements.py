"""ORG801: a detail of the same controller that a few notices give otherwise than the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from rekisterilint.organisation.countries import contradict
from rekisterilint.organisation.kinds import kind_words
from rekisterilint.organisation.outcome import RunFinding, Words
from rekisterilint.organisation.record import Detail, NoticeRecord
from rekisterilint.organisation.run_index import COMPARED, RunIndex, Vote

# Of these an organisation has one: two in a notice are one too many. Of the others it may have
# several, and a notice that gives the usual one besides is not in disagreement.
_SINGLE = frozenset({"postal-code", "switchboard", "business-id"})
_LEAST_NOTICES = 3
_MAJORITY = 2  # the rest must be outnumbered so many times
_FEW = 2
_ALIKE = 80.0

Votes = dict[str, dict[int, int]]


def find_disagreements(
    records: RunIndex, groups: Sequence[Sequence[int]]
) -> Iterator[RunFinding]:
    """A finding for each detail of a minority, with where the others stand.

    A clear majority is needed: at least three notices that give the detail, those of one value
    outnumbering the rest twice; and the minority must be few (two notices, or a tenth), since what
    many notices share is another unit's own, not a slip.
    """
    for group in groups:
        if len(group) < _LEAST_NOTICES:
            continue
        for (kind, key), votes in _counted(records.votes, group).items():
            yield from _minority(records, kind, key, votes)


def count_votes(records: Sequence[NoticeRecord], group: Sequence[int]) -> dict[tuple[str, str], Votes]:
    """For each kind and key, and each value: the notices, each with the detail's number."""

    def votes(number: int) -> Sequence[Vote]:
        details = enumerate(records[number].details)
        return [(index, d.kind, d.key, d.value) for index, d in details if d.kind in COMPARED]

    return _counted(votes, group)


def _counted(
    votes_of: Callable[[int], Sequence[Vote]], group: Sequence[int]
) -> dict[tuple[str, str], Votes]:
    votes: dict[tuple[str, str], Votes] = {}
    for number in group:
        for index, kind, key, value in votes_of(number):
            by_value = votes.setdefault((kind, key), {})
            by_value.setdefault(value, {}).setdefault(number, index)
    return votes


def _minority(
    records: Sequence[NoticeRecord], kind: str, key: str, votes: Votes
) -> Iterator[RunFinding]:
    if len(votes) < 2:
        return
    usual = max(votes, key=lambda value: len(votes[value]))
    holders = votes[usual]
    everyone = {number for by_notice in votes.values() for number in by_notice}
    rest = everyone - set(holders)
    if len(everyone) < _LEAST_NOTICES or len(holders) < max(2, _MAJORITY * len(rest)):
        return
    for value, by_notice in votes.items():
        if value == usual or len(by_notice) > max(_FEW, len(holders) // 10):
            continue
        if kind.endswith("-country") and not contradict(frozenset({value}), frozenset({usual})):
            continue
        for number, index in by_notice.items():
            if number in holders and (kind not in _SINGLE or len(holders) < _LEAST_NOTICES):
                continue
            detail = records[number].details[index]
            yield _finding(records, number, index, detail, usual, holders)


def _finding(
    records: Sequence[NoticeRecord], number: int, index: int, detail: Detail, usual: str,
    holders: Mapping[int, int],
) -> RunFinding:  # fmt: skip
    first, at = next((other, at) for other, at in holders.items() if other != number)
    count = len(holders) - (number in holders)
    other = records[first].details[at]
    where = f"{records[first].path}:{other.line}"
    what = kind_words(detail.kind, subject_of(detail))
    values: dict[str, Words] = {
        "what": what, "here": detail.written, "usual": other.written, "count": str(count),
        "where": where,
    }  # fmt: skip
    return RunFinding(
        "ORG801", number, index, values, "medium" if _is_slip(detail, usual) else "low",
        suggestion=other.written, table=values,
    )  # fmt: skip


def subject_of(detail: Detail) -> str:
    """What a detail belongs to, where that must be said: the box or street, the processor."""
    if detail.kind == "postal-code":
        return detail.key.partition(",")[0]
    return detail.key if detail.kind.endswith("-country") else ""


def _is_slip(detail: Detail, usual: str) -> bool:
    """Whether the two can't both be right: one thing has one code, and a near miss is a slip."""
    from rapidfuzz import fuzz

    return detail.kind in _SINGLE or fuzz.ratio(detail.value, usual) >= _ALIKE
