"""A run over many files: in this process or in several, results in the order of the files."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec
from msgspec.structs import replace

from rekisterilint.config.model import Config
from rekisterilint.locations import is_url
from rekisterilint.results import FileResult
from rekisterilint.runs.options import CheckOptions

if TYPE_CHECKING:
    from rekisterilint.checker import Checker
    from rekisterilint.runs.parcels import Parcel
    from rekisterilint.runs.result_cache import ResultCache

# Bounds of a batch: files to check, files in all (the others come from the cache), bytes of content.
_MOST_TO_CHECK = 24
_MOST_FILES = 64
_MOST_BYTES = 2**20
# Batches that wait for each process: enough for none to idle, few enough to stay small.
_WAITING = 3


class Task(msgspec.Struct, frozen=True):
    """A file to check; `data` is its content when it does not come from the disk.

    Globs of the configuration are held against `place`, if it is given, instead of `path`.
    """

    path: str
    config: Config
    data: bytes | None = None
    place: str = ""


class Handle(Protocol):
    """A batch being checked somewhere."""

    def result(self) -> Sequence[bytes]:
        """Wait for the packed results of the batch, one a task."""


class Lane(Protocol):
    """Where batches are checked: processes of this machine, or workers on others (`abroad`)."""

    @property
    def abroad(self) -> bool:
        """Whether files of this machine have to be sent along."""

    @property
    def width(self) -> int:
        """How many batches are checked at a time."""

    def submit(self, parcel: Parcel) -> Handle:
        """Have a batch checked; returns at once."""


def run_checks(
    tasks: Iterable[Task], options: CheckOptions, jobs: int, cache: ResultCache | None = None,
    checker: Callable[[], Checker] | None = None,
) -> Iterator[FileResult]:  # fmt: skip
    """The result of each task, in order. `jobs` processes share the work; 1 means this one.

    What `cache` knows is not checked again; what it doesn't know yet is put there. `checker` gives
    this process's checker, if there is one already; it is asked for where there is work for it.
    """
    if jobs <= 1:
        yield from _in_this_process(tasks, checker or partial(_new_checker, options), cache)
        return
    from rekisterilint.runs.processes import process_lane

    yield from run_in_lane(tasks, options, process_lane(jobs), cache)


def _new_checker(options: CheckOptions) -> Checker:
    from rekisterilint.checker import Checker

    return Checker(options)


def _in_this_process(
    tasks: Iterable[Task], checker: Callable[[], Checker], cache: ResultCache | None
) -> Iterator[FileResult]:
    own: Checker | None = None
    for task in _with_content(tasks):
        lookup = cache.look_up(task) if cache else None
        if lookup is not None and lookup.found is not None:
            yield lookup.found
            continue
        data = lookup.data if lookup else task.data
        own = own or checker()
        result = own.check(task.path, task.config, data, task.place)
        if cache and lookup is not None and result.error is None:
            from rekisterilint.runs.packing import pack

            cache.store(lookup.key, pack(result))
        yield result


def _with_content(tasks: Iterable[Task]) -> Iterator[Task]:
    """The tasks; from the first URL on, contents are fetched ahead."""
    remaining = iter(tasks)
    for task in remaining:
        if task.data is None and is_url(task.path):
            from rekisterilint.runs.remote import with_content

            yield from with_content(chain([task], remaining))
            return
        yield task


class _Batch(msgspec.Struct):
    """Tasks in the order of the run. `found` has what the cache knew, else None; `keys` where it may
    be put."""

    paths: list[str] = msgspec.field(default_factory=list)
    found: list[FileResult | None] = msgspec.field(default_factory=list)
    keys: list[bytes | None] = msgspec.field(default_factory=list)
    missing: list[Task] = msgspec.field(default_factory=list)
    size: int = 0
    handle: Handle | None = None

    @property
    def is_full(self) -> bool:
        return (
            len(self.missing) >= _MOST_TO_CHECK
            or len(self.paths) >= _MOST_FILES
            or self.size >= _MOST_BYTES
        )


def run_in_lane(
    tasks: Iterable[Task], options: CheckOptions, lane: AbstractContextManager[Lane],
    cache: ResultCache | None = None, checker: Callable[[], Checker] | None = None,
) -> Iterator[FileResult]:  # fmt: skip
    """The result of each task, in order, checked in `lane`.

    A bounded number of batches waits, so that memory does not grow with the number of files. What
    this machine can't read to send it abroad is left to `checker`, which says why.
    """
    from rekisterilint.runs.parcels import Packer

    with lane as opened:
        packer = Packer(options, abroad=opened.abroad)
        unread = (checker or partial(_new_checker, options)) if opened.abroad else None
        waiting: deque[_Batch] = deque()
        for batch in _batches(tasks, cache, unread):
            if batch.missing:
                batch.handle = opened.submit(packer.parcel(batch.missing))
            waiting.append(batch)
            while waiting and (waiting[0].handle is None or len(waiting) >= opened.width * _WAITING):
                yield from _done(waiting.popleft(), cache)
        while waiting:
            yield from _done(waiting.popleft(), cache)


def _batches(
    tasks: Iterable[Task], cache: ResultCache | None, unread: Callable[[], Checker] | None
) -> Iterator[_Batch]:
    batch = _Batch()
    for task in tasks:
        lookup = cache.look_up(task) if cache else None
        found = lookup.found if lookup else None
        if lookup is not None and found is None:
            # With the content that was looked up: the file may change until it is checked.
            task = replace(task, data=lookup.data)
        if unread is not None and found is None:
            sent = _to_send(task)
            found = None if sent else unread().check(task.path, task.config)
            task = sent or task
        batch.paths.append(task.path)
        batch.found.append(found)
        batch.keys.append(lookup.key if lookup else None)
        if found is None:
            batch.missing.append(task)
            batch.size += len(task.data or b"")
        if batch.is_full:
            yield batch
            batch = _Batch()
    if batch.paths:
        yield batch


def _to_send(task: Task) -> Task | None:
    """The task as another machine can carry it out; None if its file can't be read here."""
    if is_url(task.path):
        return task
    path = Path(task.path)
    data = task.data
    if data is None:
        try:
            if not path.is_file() or path.stat().st_size > task.config.limits.max_bytes:
                return None
            data = path.read_bytes()
        except OSError:
            return None
    return replace(task, data=data, place=task.place or str(path.resolve()))


def _done(batch: _Batch, cache: ResultCache | None) -> Iterator[FileResult]:
    """The results of a batch, waited for."""
    from rekisterilint.runs.packing import unpack

    packed = iter(batch.handle.result() if batch.handle else ())
    for path, found, key in zip(batch.paths, batch.found, batch.keys, strict=True):
        if found is not None:
            yield found
            continue
        data = next(packed)
        result = unpack(data, path, trusted=True)
        if cache and key is not None and result.error is None:
            cache.store(key, data)
        yield result
