"""Which notices of a run are language versions of each other."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from rekisterilint.organisation.groups import SHARED_KINDS
from rekisterilint.organisation.record import NoticeRecord
from rekisterilint.organisation.run_index import RunIndex
from rekisterilint.organisation.title_words import title_meaning
from rekisterilint.organisation.titles import name_stems

_NAMED_ALIKE = 0.5  # likeness of structure where the file names agree
_TITLED_ALIKE = 0.6  # where the titles speak of the same
_FACTS_ALIKE = 0.7  # and where only facts do
_LANGUAGES = ("fi", "sv", "en")


def find_siblings(
    records: RunIndex, groups: Sequence[Sequence[int]]
) -> Iterator[tuple[int, int]]:
    """Pairs of language versions: the one that is compared with (Finnish first), and the other.

    In one file, parts in different languages are versions of each other. Between files the name
    must agree but for the language, or what the title speaks of, or else the contact's e-mail and the
    laws; the order of subjects must be alike, and the controller the same where both name one.
    """
    group_of = array("I", bytes(4 * len(records)))
    for index, group in enumerate(groups):
        for number in group:
            group_of[number] = index
    taken: set[frozenset[int]] = set()
    paired: dict[int, set[str]] = {}
    for keys, least in (
        (records.path_keys, 0.0),
        (records.name_keys, _NAMED_ALIKE),
        (records.archive_keys, _NAMED_ALIKE),
        (_title_keys(records, group_of), _TITLED_ALIKE),
        (records.fact_keys, _FACTS_ALIKE),
    ):
        for first, second in _pairs(records.languages, keys):
            languages = records.languages[first], records.languages[second]
            if frozenset((first, second)) in taken or languages[1] in paired.get(first, ()):
                continue
            if languages[0] in paired.get(second, ()):
                continue
            one, other = records[first], records[second]
            if least and not _is_same_notice(one, other, least, group_of[first] == group_of[second]):
                continue
            taken.add(frozenset((first, second)))
            paired.setdefault(first, set()).add(languages[1])
            paired.setdefault(second, set()).add(languages[0])
            yield first, second


def _title_keys(records: RunIndex, group_of: Sequence[int]) -> Sequence[int]:
    """A number for what each title speaks of, by controller; 0 where that can't be told."""
    stems = name_stems(filter(None, set(records.names)))
    controllers = _linked(records, group_of)
    numbers: dict[tuple[int, str], int] = {}
    keys = array("I")
    for at, (title, language) in enumerate(zip(records.titles, records.languages, strict=True)):
        meaning = title_meaning(title, language, stems)
        whose = controllers[group_of[at]]
        keys.append(numbers.setdefault((whose, meaning), len(numbers) + 1) if meaning else 0)
    return keys


def _linked(records: RunIndex, group_of: Sequence[int]) -> Sequence[int]:
    """For each group the first one with the same switchboard or registry: a controller's names in
    several languages make groups of their own.
    """
    first = array("I", range(max(group_of, default=-1) + 1))

    def root(group: int) -> int:
        while first[group] != group:
            first[group] = first[first[group]]
            group = first[group]
        return group

    holders: dict[tuple[str, str], int] = {}
    for number, group in enumerate(group_of):
        for _, kind, _, value in records.votes(number):
            if kind in SHARED_KINDS:
                one, other = sorted((root(holders.setdefault((kind, value), group)), root(group)))
                first[other] = one
    return array("I", map(root, range(len(first))))


def _pairs(languages: Sequence[str], keys: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The notices of each key, paired where a language comes but once; 0 is no key."""
    for _, numbers in groupby(sorted(range(len(keys)), key=keys.__getitem__), keys.__getitem__):
        bucket = list(numbers)
        if len(bucket) < 2 or not keys[bucket[0]]:
            continue
        by_language: dict[str, list[int]] = {}
        for number in bucket:
            by_language.setdefault(languages[number], []).append(number)
        single = [
            by_language[language][0]
            for language in _LANGUAGES
            if len(by_language.get(language, ())) == 1
        ]
        for other in single[1:]:
            yield single[0], other


def _is_same_notice(
    one: NoticeRecord, other: NoticeRecord, least: float, same_controller: bool
) -> bool:
    """Whether structure and controller agree; names in two languages agree by shared contacts."""
    likeness = SequenceMatcher(None, one.topics, other.topics, autojunk=False).ratio()
    if likeness < least:
        return False
    contacts = ("email", "phone", "dpo-email", "dpo-phone", "switchboard", "business-id", "registry-email", "postal-code")
    shared = any(one.values(kind) & other.values(kind) for kind in contacts)
    return same_controller or shared
