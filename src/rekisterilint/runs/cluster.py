"""The workers of a Dask cluster as a lane for batches.

Dask hands a batch on to another worker when one dies, and takes each batch's result once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from rekisterilint.runs.abroad import VersionError
from rekisterilint.runs.parcels import Parcel, check_parcel
from rekisterilint.runs.run import Lane

_PATIENCE = 15  # seconds, for the scheduler to answer and for a first worker


class ClusterError(Exception):
    """A cluster that can't do the work. `code` says why: missing, unreachable, workers, version, failed."""

    def __init__(self, code: str, reason: str = "") -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason


@dataclass(frozen=True, slots=True)
class _Batch:
    future: Any

    def result(self) -> Sequence[bytes]:
        try:
            packed: Sequence[bytes] = self.future.result()
        except VersionError as error:
            raise ClusterError("version", str(error)) from error
        except ImportError as error:
            raise ClusterError("version", str(error)) from error
        except Exception as error:
            # A scheduler that is gone, a batch that killed every worker that tried it.
            raise ClusterError("failed", f"{type(error).__name__}: {error}") from error
        self.future.release()
        return packed


@dataclass(frozen=True, slots=True)
class _Cluster:
    client: Any
    abroad: bool = True

    @property
    def width(self) -> int:
        return max(2, len(self.client.scheduler_info(n_workers=-1)["workers"]))

    def submit(self, parcel: Parcel) -> _Batch:
        # Not pure: a batch is a batch, and what an earlier run got for the like of it is no matter.
        return _Batch(self.client.submit(check_parcel, parcel, pure=False))


@contextmanager
def dask_lane(address: str) -> Iterator[Lane]:
    """The cluster whose scheduler is at `address`, e.g. `tcp://host:8786`. Raises ClusterError."""
    try:
        import distributed
    except ImportError as error:
        raise ClusterError("missing") from error
    try:
        client: Any = distributed.Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except Exception as error:
        raise ClusterError("unreachable", str(error) or type(error).__name__) from error
    try:
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except Exception as error:
            raise ClusterError("workers") from error
        yield _Cluster(client)
    finally:
        client.close(timeout=_PATIENCE)
