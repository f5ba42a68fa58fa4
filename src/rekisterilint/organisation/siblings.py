"""Which notices of a run are language versions of each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from rekisterilint.organisation.record import NoticeRecord
from rekisterilint.organisation.titles import file_key, without_number

_NAMED_ALIKE = 0.5  # likeness of structure where the file names agree
_FACTS_ALIKE = 0.7  # and where only facts do
_LANGUAGES = ("fi", "sv", "en")


def find_siblings(
    records: Sequence[NoticeRecord], groups: Sequence[Sequence[int]]
) -> Iterator[tuple[int, int]]:
    """Pairs of language versions: the one that is compared with (Finnish first), and the other.

    In one file, parts in different languages are versions of each other. Between files the name
    must agree but for the language, or else the contact's e-mail, the laws and the title's figures;
    the order of subjects must be alike, and the controller the same where both name one.
    """
    group_of = {number: index for index, group in enumerate(groups) for number in group}
    taken: set[frozenset[int]] = set()
    paired: dict[int, set[str]] = {}
    for keys, least in (
        ([_path_key(record) for record in records], 0.0),
        ([_name_key(record) for record in records], _NAMED_ALIKE),
        ([_archive_key(record) for record in records], _NAMED_ALIKE),
        ([_fact_key(record) for record in records], _FACTS_ALIKE),
    ):
        for first, second in _pairs(records, keys):
            if frozenset((first, second)) in taken or records[second].language in paired.get(first, ()):
                continue
            if records[first].language in paired.get(second, ()):
                continue
            one, other = records[first], records[second]
            if least and not _is_same_notice(one, other, least, group_of[first] == group_of[second]):
                continue
            taken.add(frozenset((first, second)))
            paired.setdefault(first, set()).add(other.language)
            paired.setdefault(second, set()).add(one.language)
            yield first, second


def _pairs(
    records: Sequence[NoticeRecord], keys: Sequence[object]
) -> Iterator[tuple[int, int]]:
    """The notices of each key, paired where a language comes but once."""
    buckets: dict[object, list[int]] = {}
    for number, key in enumerate(keys):
        if key is not None:
            buckets.setdefault(key, []).append(number)
    for numbers in buckets.values():
        by_language: dict[str, list[int]] = {}
        for number in numbers:
            by_language.setdefault(records[number].language, []).append(number)
        single = [
            by_language[language][0]
            for language in _LANGUAGES
            if len(by_language.get(language, ())) == 1
        ]
        for other in single[1:]:
            yield single[0], other


def _path_key(record: NoticeRecord) -> object:
    return record.path


def _name_key(record: NoticeRecord) -> object:
    key, language = file_key(record.path)
    return (key, record.path.rpartition(".")[2]) if language or key else None


def _archive_key(record: NoticeRecord) -> object:
    key, language = file_key(record.path)
    return without_number(key) if language else None


def _fact_key(record: NoticeRecord) -> object:
    emails = record.values("email")
    return (emails, record.laws) if emails and record.laws else None


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
