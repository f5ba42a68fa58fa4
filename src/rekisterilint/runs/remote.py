"""Notices that lie elsewhere: URLs read through fsspec, and only those that the user gives.

`https://…` is a notice or a list of URLs, one a line; other schemes (`s3://`, `abfs://`) may name folders
and globs as well.
"""

from __future__ import annotations

import glob
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urljoin, urlsplit

from msgspec.structs import replace

from rekisterilint.limits import Limits
from rekisterilint.locations import file_name, is_url
from rekisterilint.readers.base import ReadError
from rekisterilint.runs.run import Task

_EXTRAS = {"s3": "s3", "s3a": "s3", "abfs": "azure", "abfss": "azure", "az": "azure", "adl": "azure"}
_LIST_SUFFIXES = frozenset({"", ".txt", ".lst", ".list", ".urls"})
_LONGEST_LIST = 32 * 2**20
_AT_A_TIME = 8
_AHEAD = 16


class RemoteError(Exception):
    """A URL that nothing here can open: `extra` is what to install (empty: no such scheme is known)."""

    def __init__(self, url: str, extra: str) -> None:
        super().__init__(url)
        self.url = url
        self.extra = extra


def expand_url(url: str, suffixes: Collection[str]) -> Iterator[tuple[str, bool]]:
    """The notices that `url` stands for, as (URL, whether it was named itself).

    What can't be looked up is passed on as it is: the file's result says why. Raises RemoteError.
    """
    system, path = _opened(url)
    try:
        found = list(_found(system, path, url, suffixes))
    except Exception:
        # Whatever a server or library objects to: it will object again when the file is read.
        found = [(url, True)]
    yield from found


def _found(
    system: Any, path: str, url: str, suffixes: Collection[str]
) -> Iterator[tuple[str, bool]]:
    web = urlsplit(url).scheme in ("http", "https")
    if "::" in url:
        yield url, True
    elif not web and glob.has_magic(path):
        matches = sorted(name for name in system.glob(path) if not system.isdir(name))
        for name in matches:
            yield system.unstrip_protocol(name), False
        if not matches:
            yield url, True
    elif not web and system.isdir(path):
        for name in sorted(system.find(path)):
            if PurePosixPath(name).suffix.lower() in suffixes:
                yield system.unstrip_protocol(name), False
    else:
        listed = _listed(system, path, url)
        yield from [(name, True) for name in listed] if listed else [(url, True)]


def _listed(system: Any, path: str, url: str) -> list[str]:
    """The URLs of a list, relative ones joined to its own; none if the file is no list.

    A list may name what lies on the web or where it lies itself: never files of this machine.
    """
    if PurePosixPath(file_name(url)).suffix.lower() not in _LIST_SUFFIXES:
        return []
    with system.open(path, "rb") as stream:
        data: bytes = stream.read(_LONGEST_LIST)
    try:
        lines = [line.strip() for line in data.decode("utf-8-sig").splitlines()]
    except UnicodeDecodeError:
        return []
    entries = [line for line in lines if line and not line.startswith("#")]
    own = urlsplit(url).scheme
    allowed = (f"{own}://", "https://", "http://")
    # The first line tells: no notice begins with a URL, and a list may hold relative ones after it.
    if not entries or not entries[0].startswith(allowed) or any(" " in entry for entry in entries):
        return []
    joined = dict.fromkeys(urljoin(url, entry) for entry in entries)
    return [name for name in joined if name.startswith(allowed) and "::" not in name]


def read_url(url: str, limits: Limits) -> bytes:
    """What lies at `url`, cut off where it is larger than `limits` allow. Raises ReadError."""
    try:
        system, path = _opened(url)
        with system.open(path, "rb") as stream:
            data: bytes = stream.read(limits.max_bytes + 1)
    except Exception as error:
        # Over HTTP a server that does not answer comes as a file that isn't there, with the cause.
        cause = error.__cause__ if isinstance(error, FileNotFoundError) and error.__cause__ else error
        if isinstance(cause, FileNotFoundError) or getattr(cause, "status", 0) in (404, 410):
            raise ReadError("not-found") from error
        reason = str(cause).split("\n")[0] or type(cause).__name__
        raise ReadError("unreadable", reason=reason[:300]) from error
    return data


def _opened(url: str) -> tuple[Any, str]:
    """fsspec's file system for `url`, and the path in it. Raises RemoteError."""
    scheme = url.partition("::")[0].partition(":")[0].lower()
    extra = _EXTRAS.get(scheme, "http")
    try:
        import fsspec.core
    except ImportError as error:
        raise RemoteError(url, extra) from error
    try:
        system, path = fsspec.core.url_to_fs(url)
    except ImportError as error:
        raise RemoteError(url, _EXTRAS.get(scheme, "http" if scheme.startswith("http") else "")) from error
    except ValueError as error:
        raise RemoteError(url, "") from error
    return system, path


def with_content(tasks: Iterable[Task]) -> Iterator[Task]:
    """`tasks` in their order, those at URLs with their content, some of them fetched ahead.

    What can't be fetched stays without: checking it says why.
    """
    waiting: deque[tuple[Task, Future[bytes] | None]] = deque()
    pool: ThreadPoolExecutor | None = None
    try:
        for task in tasks:
            fetched = None
            if task.data is None and is_url(task.path):
                pool = pool or ThreadPoolExecutor(_AT_A_TIME)
                fetched = pool.submit(read_url, task.path, task.config.limits)
            waiting.append((task, fetched))
            while waiting and (waiting[0][1] is None or len(waiting) > _AHEAD):
                yield _filled(*waiting.popleft())
        while waiting:
            yield _filled(*waiting.popleft())
    finally:
        if pool is not None:
            pool.shutdown(cancel_futures=True)


def _filled(task: Task, fetched: Future[bytes] | None) -> Task:
    if fetched is None:
        return task
    try:
        return replace(task, data=fetched.result())
    except ReadError:
        return task
