"""The notices of a run: what they are compared by in memory, everything else in a file.

A notice takes some hundred bytes of memory, so that a run over a whole country's notices fits into
any machine; the few records that are looked at closely are read back.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from tempfile import TemporaryFile
from typing import Any, overload

from rekisterilint.organisation.record import NoticeRecord
from rekisterilint.organisation.record_values import (
    DETAILS,
    LANGUAGE,
    LAWS,
    SENTENCES,
    TITLE,
    record_of,
)
from rekisterilint.organisation.titles import file_key, without_number

# Kinds of detail that a controller's notices are compared by.
COMPARED = frozenset(
    {
        "business-id", "postal-code", "switchboard", "registry-email", "dpo-name", "dpo-email", "dpo-phone",
        "processor-country", "system-country",
    }
)  # fmt: skip
_BINS, _ROWS = 24, 3
BANDS = _BINS // _ROWS
_REMEMBERED = 64

Vote = tuple[int, str, str, str]


class RunIndex(Sequence[NoticeRecord]):
    """The records by their numbers in the run, and columns of what all of them are compared by.

    `sketches` has `BANDS` numbers a notice: equal bands tell of texts that have much in common. A key
    of 0 (`path_keys`, `name_keys`, `archive_keys`, `fact_keys`: see `siblings`) stands for none.
    """

    def __init__(self) -> None:
        self.names: list[str] = []
        self.business_ids: list[str] = []
        self.languages: list[str] = []
        self.titles: list[str] = []
        self.paths: list[str] = []
        self.sketches = array("q")
        self.path_keys, self.name_keys = array("q"), array("q")
        self.archive_keys, self.fact_keys = array("q"), array("q")
        self._votes: list[tuple[Vote, ...]] = []
        self._starts, self._ends, self._places = array("Q"), array("Q"), array("I")
        # An anonymous file: nobody else can open it, and it is gone with the process.
        self._file = TemporaryFile()  # noqa: SIM115
        self._size = 0
        self._files = 0
        self._recent: dict[int, NoticeRecord] = {}

    def add(self, path: str, data: bytes) -> list[int]:
        """Take the records of one file (`record_values` of each, as JSON); returns their numbers."""
        import orjson

        first = len(self.paths)
        start = self._size
        self._file.write(data)
        self._size += len(data)
        self._files += 1
        for place, values in enumerate(orjson.loads(data)):
            self._starts.append(start)
            self._ends.append(self._size)
            self._places.append(place)
            self._index(path, values)
        return list(range(first, len(self.paths)))

    def _index(self, path: str, values: Sequence[Any]) -> None:
        details = values[DETAILS]
        first: dict[str, str] = {}
        votes = []
        emails = set()
        for number, (kind, key, value, _, _) in enumerate(details):
            first.setdefault(kind, value)
            if kind == "email":
                emails.add(value)
            elif kind in COMPARED:
                votes.append((number, sys.intern(kind), sys.intern(key), sys.intern(value)))
        self.paths.append(path)
        self.names.append(sys.intern(first.get("name", "")))
        self.business_ids.append(sys.intern(first.get("business-id", "")))
        self.languages.append(sys.intern(values[LANGUAGE]))
        self.titles.append(values[TITLE])
        self._votes.append(tuple(votes))
        self.sketches.extend(_sketch(values[SENTENCES]))
        name, language = file_key(path)
        self.path_keys.append(self._files)
        self.name_keys.append(_number(name, path.rpartition(".")[2]) if language or name else 0)
        self.archive_keys.append(_number(without_number(name)) if language else 0)
        laws = values[LAWS]
        self.fact_keys.append(_number(*sorted(emails), "", *laws) if emails and laws else 0)

    def votes(self, number: int) -> Sequence[Vote]:
        """The compared details of a notice: the detail's number, kind, key and value."""
        return self._votes[number]

    def identities(self) -> Iterator[list[str]]:
        """For each notice what tells the controller (as `groups.identity_keys`)."""
        for name, business_id in zip(self.names, self.business_ids, strict=True):
            yield [f"name {name}"] * bool(name) + [f"id {business_id}"] * bool(business_id)

    def __len__(self) -> int:
        return len(self.paths)

    @overload
    def __getitem__(self, number: int) -> NoticeRecord: ...
    @overload
    def __getitem__(self, number: slice) -> list[NoticeRecord]: ...
    def __getitem__(self, number: int | slice) -> NoticeRecord | list[NoticeRecord]:
        if isinstance(number, slice):
            return [self[at] for at in range(len(self))[number]]
        number = range(len(self))[number]
        record = self._recent.get(number)
        if record is None:
            if len(self._recent) >= _REMEMBERED:
                del self._recent[next(iter(self._recent))]
            record = self._recent[number] = self._read(number)
        return record

    def _read(self, number: int) -> NoticeRecord:
        import orjson

        start = self._starts[number]
        self._file.seek(start)
        data = self._file.read(self._ends[number] - start)
        self._file.seek(self._size)
        return record_of(self.paths[number], orjson.loads(data)[self._places[number]])


def _sketch(sentences: str) -> Iterable[int]:
    """Bands of the least hash in each of some bins; like texts share a band with great likelihood."""
    hashes = array("I")
    hashes.frombytes(bytes.fromhex(sentences))
    least = [0] * _BINS
    for value in reversed(hashes):  # They are sorted: the least of a bin comes last.
        least[value % _BINS] = value
    return (
        _number(*band) if any(band) else 0
        for band in (least[at : at + _ROWS] for at in range(0, _BINS, _ROWS))
    )


def _number(*parts: object) -> int:
    """A number that stands for `parts`, never 0; another one in every process."""
    return hash(parts) or 1
