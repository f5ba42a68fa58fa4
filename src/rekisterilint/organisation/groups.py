"""Which notices are of the same controller: by its names and its business id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rekisterilint.organisation.record import NoticeRecord

# What tells a controller whatever it is called; a data protection officer may serve several.
SHARED_KINDS = frozenset({"switchboard", "registry-email"})


def group_notices(records: Sequence[NoticeRecord], same: Iterable[str] = ()) -> list[list[int]]:
    """The numbers of the notices of each controller (see `group_identities`)."""
    return group_identities((identity_keys(record) for record in records), same)


def group_identities(
    identities: Iterable[Sequence[str]], same: Iterable[str] = ()
) -> list[list[int]]:
    """The numbers of the notices of each controller, in the order of the run.

    Notices belong together that name the controller alike or give the same business id: so the
    names in several languages find each other. `same` are keys of names of one organisation (the
    profile's). A notice that names nobody stands alone.
    """
    parent: dict[str, str] = {}

    def find(key: str) -> str:
        root = key
        while parent.setdefault(root, root) != root:
            root = parent[root]
        while parent[key] != root:
            parent[key], key = root, parent[key]
        return root

    known = [f"name {key}" for key in same]
    for key in known[1:]:
        parent[find(key)] = find(known[0])
    first: list[str] = []
    for own in identities:
        first.append(own[0] if own else "")
        for key in own[1:]:
            parent[find(key)] = find(own[0])
    groups: dict[str | int, list[int]] = {}
    for number, one in enumerate(first):
        groups.setdefault(find(one) if one else number, []).append(number)
    return list(groups.values())


def identity_keys(record: NoticeRecord) -> list[str]:
    """What tells the controller: its first name and its first business id."""
    names = [f"name {detail.value}" for detail in record.of("name")[:1]]
    ids = [f"id {detail.value}" for detail in record.of("business-id")[:1]]
    return names + ids


def controller_name(records: Sequence[NoticeRecord], group: Sequence[int]) -> str:
    """The name that most notices of a group give their controller; empty if none gives one."""
    counts: dict[str, int] = {}
    for number in group:
        for detail in records[number].of("name")[:1]:
            counts[detail.written] = counts.get(detail.written, 0) + 1
    return max(counts, key=lambda name: counts[name], default="")


def with_other_languages(
    records: Sequence[NoticeRecord], groups: Sequence[Sequence[int]], group: Sequence[int]
) -> list[int]:
    """`group` with those in other languages that share its switchboard or registry: the controller
    has another name there. A company of the city has its own notices in the same language.
    """
    spoken = {records[number].language for number in group}
    reached = _reached(records, group)
    found = list(group)
    for other in groups:
        if other is group or not controller_name(records, other):
            continue
        if spoken.isdisjoint(records[n].language for n in other) and reached & _reached(records, other):
            found += other
    return sorted(found)


def _reached(records: Sequence[NoticeRecord], group: Sequence[int]) -> set[tuple[str, str]]:
    """The switchboards and registries that more than one notice of a group, or its only one, gives."""
    counts: dict[tuple[str, str], int] = {}
    for number in group:
        for shared in {(d.kind, d.value) for d in records[number].details if d.kind in SHARED_KINDS}:
            counts[shared] = counts.get(shared, 0) + 1
    return {shared for shared, count in counts.items() if count > 1 or len(group) == 1}
