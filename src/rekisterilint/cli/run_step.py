"""What shows only when all notices of a run are read: the rules of kind `run`.

Results wait in a file until the last notice is read, then go on to the reports with what was
found: so memory does not grow with the findings of tens of thousands of notices.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING

from rekisterilint.config import Config
from rekisterilint.data.folding import fold
from rekisterilint.organisation.outcome import RunFinding
from rekisterilint.organisation.record import NoticeRecord
from rekisterilint.organisation.run_rules import RUN_RULES, RunNotices
from rekisterilint.results import FileResult
from rekisterilint.rule_sets import RuleSets
from rekisterilint.runs.packing import pack, packed_records, unpack
from rekisterilint.runs.run import Task

if TYPE_CHECKING:
    from rekisterilint.catalogue.model import Rule

_IN_MEMORY = 4 * 2**20


def run_rules_of(rules: RuleSets, config: Config) -> dict[str, Rule]:
    """The rules over a run that are on for files under `config`, by identifier."""
    selected = rules.selected(config)
    return {rule.id: rule for rule in selected if rule.kind == "run" and rule.id in RUN_RULES}


def with_run_rules(
    results: Iterable[FileResult], tasks: Mapping[str, Task], rules: RuleSets, language: str,
    whole: Collection[str] = (),
) -> Iterator[FileResult]:  # fmt: skip
    """`results` with the findings of the rules over the run.

    `whole` are the files whose folder is read as a whole: on their comments that hide nothing a
    remark can be made.
    """
    notices = RunNotices()
    paths: list[str] = []
    sizes, counts = array("Q"), array("I")
    with SpooledTemporaryFile(_IN_MEMORY) as spool:
        for result in results:
            data = pack(result)
            spool.write(data)
            paths.append(result.path)
            sizes.append(len(data))
            counts.append(len(notices.add_packed(result.path, packed_records(data))))
        found = _found(notices, tasks, rules)
        spool.seek(0)
        first = 0
        for path, size, count in zip(paths, sizes, counts, strict=True):
            result = unpack(spool.read(size), path, trusted=True)
            numbers = range(first, first + count)
            first += count
            yield _completed(result, numbers, found, tasks, rules, language, path in whole)


def _found(
    notices: RunNotices, tasks: Mapping[str, Task], rules: RuleSets
) -> dict[int, list[RunFinding]]:
    configs = {id(task.config): task.config for task in tasks.values()}.values()
    wanted = {rule for config in configs for rule in run_rules_of(rules, config)}
    names: tuple[str, ...] = ()
    for config in configs:
        # Not by way of the profile: what else it says takes the engine to understand.
        names = tuple(map(fold, config.organisation.get("names", ()))) or names
    return notices.findings(wanted, names)


def _completed(
    result: FileResult, numbers: Collection[int], found: Mapping[int, list[RunFinding]],
    tasks: Mapping[str, Task], rules: RuleSets, language: str, whole: bool,
) -> FileResult:  # fmt: skip
    if not any(number in found for number in numbers) and "comments" not in result.extras:
        return result
    from rekisterilint.organisation.reporting import with_run_findings

    records: tuple[NoticeRecord, ...] = result.extras.get("notices", ())
    about = [
        (record, finding)
        for record, number in zip(records, numbers, strict=True)
        for finding in found.get(number, ())
    ]
    config = tasks[result.path].config
    options = rules.options
    return with_run_findings(
        result, about, run_rules_of(rules, config), config, language, options.today,
        ignores=options.ignores, whole=whole,
    )  # fmt: skip
