"""ORG801: a detail of the same controller that a few notices give otherwise than the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rekisterilint.organisation.kinds import kind_words
from rekisterilint.organisation.outcome import RunFinding, Words
from rekisterilint.organisation.record import Detail, NoticeRecord

# Of these an organisation has one: two in a notice are one too many. Of the others it may have
# several, and a notice that gives the usual one besides is not in disagreement.
_SINGLE = frozenset({"postal-code", "switchboard", "business-id"})
_COMPARED = ("business-id", "postal-code", "switchboard", "registry-email", "dpo-name", "dpo-email", "dpo-phone")
_LEAST_NOTICES = 3
_MAJORITY = 2  # the rest must be outnumbered so many times
_FEW = 2
_ALIKE = 80.0

Votes = dict[str, dict[int, int]]


def find_disagreements(
    records: Sequence[NoticeRecord], groups: Sequence[Sequence[int]]
) -> Iterator[RunFinding]:
    """A finding for each detail of a minority, with where the others stand.

    A clear majority is needed: at least three notices that give the detail, those of one value
    outnumbering the rest twice; and the minority must be few (two notices, or a tenth), since what
    many notices share is another unit's own, not a slip.
    """
    for group in groups:
        if len(group) < _LEAST_NOTICES:
            continue
        for (kind, key), votes in count_votes(records, group).items():
            yield from _minority(records, kind, key, votes)


def count_votes(records: Sequence[NoticeRecord], group: Sequence[int]) -> dict[tuple[str, str], Votes]:
    """For each kind and key, and each value: the notices, each with the detail's number."""
    votes: dict[tuple[str, str], Votes] = {}
    for number in group:
        for index, detail in enumerate(records[number].details):
            if detail.kind in _COMPARED:
                by_value = votes.setdefault((detail.kind, detail.key), {})
                by_value.setdefault(detail.value, {}).setdefault(number, index)
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
        for number, index in by_notice.items():
            if number in holders and (kind not in _SINGLE or len(holders) < _LEAST_NOTICES):
                continue
            detail = records[number].details[index]
            others = {other: at for other, at in holders.items() if other != number}
            yield _finding(records, number, index, detail, usual, others)


def _finding(
    records: Sequence[NoticeRecord], number: int, index: int, detail: Detail, usual: str,
    holders: dict[int, int],
) -> RunFinding:  # fmt: skip
    first, at = next(iter(holders.items()))
    other = records[first].details[at]
    where = f"{records[first].path}:{other.line}"
    subject = detail.key.partition(",")[0] if detail.kind == "postal-code" else ""
    what = kind_words(detail.kind, subject)
    values: dict[str, Words] = {
        "what": what, "here": detail.written, "usual": other.written, "count": str(len(holders)),
        "where": where,
    }  # fmt: skip
    return RunFinding(
        "ORG801", number, index, values, "medium" if _is_slip(detail, usual) else "low",
        suggestion=other.written, table=values,
    )  # fmt: skip


def _is_slip(detail: Detail, usual: str) -> bool:
    """Whether the two can't both be right: one thing has one code, and a near miss is a slip."""
    from rapidfuzz import fuzz

    return detail.kind in _SINGLE or fuzz.ratio(detail.value, usual) >= _ALIKE
