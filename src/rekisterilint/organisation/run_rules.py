"""ORG801, ORG803 and ORG804 over the notices of a run."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rekisterilint.organisation.disagreements import find_disagreements
from rekisterilint.organisation.duplicates import find_duplicates
from rekisterilint.organisation.groups import group_notices
from rekisterilint.organisation.outcome import RunFinding
from rekisterilint.organisation.record import NoticeRecord
from rekisterilint.organisation.siblings import find_siblings
from rekisterilint.organisation.versions import compare_versions

RUN_RULES = ("ORG801", "ORG803", "ORG804")


@dataclass
class RunNotices:
    """The notices of a run, kept small: places and sentences stay with the files' results."""

    records: list[NoticeRecord] = field(default_factory=list)

    def add(self, records: Iterable[NoticeRecord]) -> list[int]:
        """Take the notices of one file; returns their numbers in the run."""
        first = len(self.records)
        self.records += [_compact(record) for record in records]
        return list(range(first, len(self.records)))

    def findings(
        self, rules: Iterable[str], same: Iterable[str] = ()
    ) -> dict[int, list[RunFinding]]:
        """The findings of `rules` by the number of the notice; `same` as in `group_notices`."""
        wanted = set(rules)
        groups = group_notices(self.records, same)
        found: list[RunFinding] = []
        if "ORG801" in wanted:
            found += find_disagreements(self.records, groups)
        if "ORG803" in wanted:
            found += find_duplicates(self.records, groups)
        if "ORG804" in wanted:
            found += compare_versions(self.records, find_siblings(self.records, groups))
        return _by_notice(found)


def _by_notice(found: Sequence[RunFinding]) -> dict[int, list[RunFinding]]:
    by_notice: dict[int, list[RunFinding]] = {}
    for finding in found:
        by_notice.setdefault(finding.notice, []).append(finding)
    return by_notice


def _compact(record: NoticeRecord) -> NoticeRecord:
    """Without places; the strings that recur from notice to notice kept once."""
    details = tuple(
        replace(
            detail, kind=sys.intern(detail.kind), key=sys.intern(detail.key),
            value=sys.intern(detail.value), written=sys.intern(detail.written),
        )
        for detail in record.details
    )  # fmt: skip
    topics = tuple(map(sys.intern, record.topics))
    laws = tuple(map(sys.intern, record.laws))
    return replace(record.slim(), details=details, topics=topics, laws=laws, statuses=sys.intern(record.statuses))
