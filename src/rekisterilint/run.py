"""A run over many files: in this process or in several, results in the order of the files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from rekisterilint.checker import Checker, CheckOptions
from rekisterilint.config import Config
from rekisterilint.results import FileResult

_BATCH = 24


@dataclass(frozen=True, slots=True)
class Task:
    """A file to check; `data` is its content when it does not come from the disk."""

    path: str
    config: Config
    data: bytes | None = None


def run_checks(tasks: Iterable[Task], options: CheckOptions, jobs: int) -> Iterator[FileResult]:
    """The result of each task, in order. `jobs` processes share the work; 1 means this one."""
    if jobs <= 1:
        checker = Checker(options)
        for task in tasks:
            yield checker.check(task.path, task.config, task.data)
        return
    yield from _in_processes(tasks, options, jobs)


def _in_processes(
    tasks: Iterable[Task], options: CheckOptions, jobs: int
) -> Iterator[FileResult]:
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    batches = _batches(tasks)
    # "spawn" is the one way that exists everywhere and forks no threads.
    with ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_start_worker, initargs=(options,)
    ) as pool:
        waiting: list[Future[list[FileResult]]] = []
        for batch in batches:
            waiting.append(pool.submit(_check_batch, batch))
            if len(waiting) >= jobs * 3:
                yield from waiting.pop(0).result()
        for future in waiting:
            yield from future.result()


def _batches(tasks: Iterable[Task]) -> Iterator[Sequence[Task]]:
    remaining = iter(tasks)
    while batch := list(islice(remaining, _BATCH)):
        yield batch


_checker: Checker | None = None


def _start_worker(options: CheckOptions) -> None:
    global _checker
    _checker = Checker(options)


def _check_batch(batch: Sequence[Task]) -> list[FileResult]:
    assert _checker is not None
    return [_checker.check(task.path, task.config, task.data) for task in batch]
