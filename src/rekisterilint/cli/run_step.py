"""What shows only when all notices of a run are read: the rules of kind `run`.

Results wait in a file until the last notice is read, then go on to the reports with what was
found: so memory does not grow with the findings of tens of thousands of notices.
"""

from __future__ import annotations

import datetime
import pickle
import zlib
from collections.abc import Iterable, Iterator, Mapping
from tempfile import SpooledTemporaryFile

from rekisterilint.catalogue.model import Rule
from rekisterilint.checker import Checker, profile_of
from rekisterilint.config import Config
from rekisterilint.organisation.outcome import RunFinding
from rekisterilint.organisation.record import NoticeRecord
from rekisterilint.organisation.reporting import with_run_findings
from rekisterilint.organisation.run_rules import RUN_RULES, RunNotices
from rekisterilint.results import FileResult
from rekisterilint.run import Task

_IN_MEMORY = 64 * 2**20


def run_rules_of(checker: Checker, config: Config) -> dict[str, Rule]:
    """The rules over a run that are on for files under `config`, by identifier."""
    rules = checker.engine(config).rules or ()
    return {rule.id: rule for rule in rules if rule.kind == "run" and rule.id in RUN_RULES}


def with_run_rules(
    results: Iterable[FileResult], tasks: Mapping[str, Task], checker: Checker, language: str
) -> Iterator[FileResult]:
    """`results` with the findings of the rules over the run."""
    notices = RunNotices()
    with SpooledTemporaryFile(_IN_MEMORY) as spool:
        waiting: list[tuple[int, list[int]]] = []
        for result in results:
            numbers = notices.add(result.extras.get("notices", ()))
            # Our own values in a file that nobody else can open: pickle is safe here.
            data = zlib.compress(pickle.dumps(result, pickle.HIGHEST_PROTOCOL), 1)
            spool.write(data)
            waiting.append((len(data), numbers))
        found = _found(notices, tasks, checker)
        spool.seek(0)
        for size, numbers in waiting:
            result = pickle.loads(zlib.decompress(spool.read(size)))
            yield _completed(result, numbers, found, tasks, checker, language)


def _found(
    notices: RunNotices, tasks: Mapping[str, Task], checker: Checker
) -> dict[int, list[RunFinding]]:
    configs = {id(task.config): task.config for task in tasks.values()}.values()
    wanted = {rule for config in configs for rule in run_rules_of(checker, config)}
    names: tuple[str, ...] = ()
    for config in configs:
        profile = profile_of(config)
        if profile is not None:
            names = profile.names
    return notices.findings(wanted, names)


def _completed(
    result: FileResult, numbers: list[int], found: Mapping[int, list[RunFinding]],
    tasks: Mapping[str, Task], checker: Checker, language: str,
) -> FileResult:  # fmt: skip
    records: tuple[NoticeRecord, ...] = result.extras.get("notices", ())
    about = [
        (record, finding)
        for record, number in zip(records, numbers, strict=True)
        for finding in found.get(number, ())
    ]
    if not about:
        return result
    config = tasks[result.path].config
    today: datetime.date = checker.options.today
    return with_run_findings(
        result, about, run_rules_of(checker, config), config, language, today,
        ignores=checker.options.ignores,
    )  # fmt: skip
