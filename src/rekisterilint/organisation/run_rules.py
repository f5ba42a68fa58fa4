"""ORG801, ORG803 and ORG804 over the notices of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rekisterilint.organisation.disagreements import find_disagreements
from rekisterilint.organisation.duplicates import find_duplicates
from rekisterilint.organisation.groups import group_identities
from rekisterilint.organisation.outcome import RunFinding
from rekisterilint.organisation.record import NoticeRecord
from rekisterilint.organisation.record_values import record_values
from rekisterilint.organisation.run_index import RunIndex
from rekisterilint.organisation.siblings import find_siblings
from rekisterilint.organisation.versions import compare_versions


class RunNotices:
    """The notices of a run, kept small: places and sentences stay with the files' results."""

    def __init__(self) -> None:
        self.records = RunIndex()

    def add(self, records: Sequence[NoticeRecord]) -> list[int]:
        """Take the notices of one file; returns their numbers in the run."""
        if not records:
            return []
        import orjson

        return self.records.add(records[0].path, orjson.dumps([record_values(r) for r in records]))

    def add_packed(self, path: str, data: bytes) -> list[int]:
        """The same with the records as `packing.packed_records` gives them."""
        return self.records.add(path, data) if data else []

    def findings(
        self, rules: Iterable[str], same: Iterable[str] = ()
    ) -> dict[int, list[RunFinding]]:
        """The findings of `rules` by the number of the notice; `same` as in `group_notices`."""
        wanted = set(rules)
        groups = group_identities(self.records.identities(), same)
        found: dict[int, list[RunFinding]] = {}
        for rule, find in _FINDERS.items():
            if rule in wanted:
                for finding in find(self.records, groups):
                    found.setdefault(finding.notice, []).append(finding)
        return found


def _differing_versions(
    records: RunIndex, groups: Sequence[Sequence[int]]
) -> Iterator[RunFinding]:
    return compare_versions(records, find_siblings(records, groups))


_FINDERS: Mapping[str, Callable[[RunIndex, Sequence[Sequence[int]]], Iterator[RunFinding]]] = {
    "ORG801": find_disagreements,
    "ORG803": find_duplicates,
    "ORG804": _differing_versions,
}
RUN_RULES = tuple(_FINDERS)
