"""The processes of this machine as a lane for batches.

A process may be killed (most often for want of memory) or crash in a library's native code. Its batch
is tried again, then file by file, so that the one file that kills is named and the run goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing import get_context

from rekisterilint.runs.parcels import Parcel, check_parcel
from rekisterilint.runs.run import Lane


@dataclass(slots=True)
class _Processes:
    """A pool of `width` processes, started anew when one of them dies: then all of a pool's work is lost."""

    width: int
    pool: ProcessPoolExecutor = field(init=False)
    abroad: bool = False

    def __post_init__(self) -> None:
        self.pool = _pool(self.width)

    def submit(self, parcel: Parcel) -> _Batch:
        return _Batch(self, parcel, *self.start(parcel))

    def start(self, parcel: Parcel) -> tuple[ProcessPoolExecutor, Future[list[bytes]]]:
        """Have a batch checked; the pool that does it, and what it promises."""
        try:
            return self.pool, self.pool.submit(check_parcel, parcel)
        except BrokenProcessPool:
            self.renew(self.pool)
            return self.pool, self.pool.submit(check_parcel, parcel)

    def renew(self, broken: ProcessPoolExecutor) -> None:
        """A new pool in place of `broken`, unless there is one already."""
        if self.pool is broken:
            broken.shutdown(wait=False)
            self.pool = _pool(self.width)


@dataclass(frozen=True, slots=True)
class _Batch:
    lane: _Processes
    parcel: Parcel
    pool: ProcessPoolExecutor
    future: Future[list[bytes]]

    def result(self) -> Sequence[bytes]:
        try:
            return self.future.result()
        except BrokenProcessPool:
            self.lane.renew(self.pool)
        # The first try may have been lost to another batch's file: all of a pool go down together.
        return _one_by_one(self.parcel)


def _one_by_one(parcel: Parcel) -> list[bytes]:
    """The results of a parcel, checked in a process of its own; a file in which that dies is an error."""
    results: list[bytes] = []
    pool = _pool(1)
    try:
        for number, file in enumerate(parcel.files):
            try:
                results += pool.submit(check_parcel, replace(parcel, files=(file,))).result()
            except BrokenProcessPool:
                pool.shutdown(wait=False)
                pool = _pool(1)
                if not _starts(pool):
                    # It is not the file: here no process can be started at all.
                    return [*results, *check_parcel(replace(parcel, files=parcel.files[number:]))]
                results.append(_died(file[0], parcel.options.language))
    finally:
        pool.shutdown(wait=False)
    return results


def _starts(pool: ProcessPoolExecutor) -> bool:
    try:
        pool.submit(int).result()
    except BrokenProcessPool:
        return False
    return True


def _died(path: str, language: str) -> bytes:
    from rekisterilint.readers.messages import error_message
    from rekisterilint.results import FileResult
    from rekisterilint.runs.packing import pack

    message = error_message("process-died", {}, language)
    return pack(FileResult(path, None, {"path": path, "code": "process-died", "message": message}))


def _pool(jobs: int) -> ProcessPoolExecutor:
    # "spawn" is the one way that exists everywhere and forks no threads.
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))


@contextmanager
def process_lane(jobs: int) -> Iterator[Lane]:
    """`jobs` processes, each started when there is work for it."""
    lane = _Processes(jobs)
    try:
        yield lane
    finally:
        # After an error or Ctrl-C what still waits is of no use to anybody.
        lane.pool.shutdown(cancel_futures=True)
