"""The processes of this machine as a lane for batches."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from rekisterilint.runs.parcels import Parcel, check_parcel
from rekisterilint.runs.run import Handle, Lane


@dataclass(frozen=True, slots=True)
class _Processes:
    pool: ProcessPoolExecutor
    width: int
    abroad: bool = False

    def submit(self, parcel: Parcel) -> Handle:
        return self.pool.submit(check_parcel, parcel)


@contextmanager
def process_lane(jobs: int) -> Iterator[Lane]:
    """`jobs` processes, each started when there is work for it."""
    # "spawn" is the one way that exists everywhere and forks no threads.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))
    try:
        yield _Processes(pool, jobs)
    finally:
        # After an error or Ctrl-C what still waits is of no use to anybody.
        pool.shutdown(cancel_futures=True)
