"""From the options of `check` to a run that can be carried out.

Nothing here needs the engine: where every file's result is cached, it is never loaded.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from rekisterilint.cli.check_request import CheckRequest
from rekisterilint.cli.messages import say
from rekisterilint.cli.outputs import Output
from rekisterilint.cli.requests import (
    Overrides,
    UsageError,
    config_finder,
    tasks_for,
    today,
    validate_selectors,
)
from rekisterilint.config.model import Config
from rekisterilint.rule_sets import RuleSets
from rekisterilint.runs.options import CheckOptions
from rekisterilint.runs.run import Task

if TYPE_CHECKING:
    from rekisterilint.catalogue.model import Rule
    from rekisterilint.checker import Checker
    from rekisterilint.cli.baseline_step import BaselineStep
    from rekisterilint.runs.result_cache import ResultCache


class Plan(msgspec.Struct, frozen=True, dict=True):
    """A run that can be carried out: everything the user named exists and makes sense.

    `named` are the paths that the user typed, not those found in folders or by git.
    """

    tasks: dict[str, Task]
    named: frozenset[str]
    outputs: Sequence[Output]
    options: CheckOptions
    baseline: BaselineStep | None
    language: str
    cache: ResultCache | None

    @property
    def first(self) -> Config:
        """The configuration of the first file, which speaks for the run."""
        return next(iter(self.tasks.values())).config

    @cached_property
    def checker(self) -> Checker:
        """This process's checker, loaded when it is first asked for."""
        from rekisterilint.checker import Checker

        return Checker(self.options, self.rule_sets.catalogues, self.rule_sets.trusted)

    @cached_property
    def rule_sets(self) -> RuleSets:
        """The rules in force, without the engine."""
        return RuleSets(self.options)

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """The catalogue in force, loaded when a report looks into it."""
        return _LateRules(self)


class _LateRules(Mapping[str, "Rule"]):
    def __init__(self, plan: Plan) -> None:
        self._plan = plan

    def __getitem__(self, rule: str) -> Rule:
        return self._rules[rule]

    def __iter__(self) -> Iterator[str]:
        return iter(self._rules)

    def __len__(self) -> int:
        return len(self._rules)

    @property
    def _rules(self) -> Mapping[str, Rule]:
        return self._plan.rule_sets.catalogue(self._plan.first).rules


def planned_tasks(request: CheckRequest, language: str) -> list[tuple[Task, bool]]:
    """The files to check and whether the user named them; none only where git knows no changes.

    UsageError where there are none, ConfigError for a faulty configuration.
    """
    finder = config_finder(request.config, request.no_config)
    overrides = Overrides(
        request.select, request.ignore, request.pedantic, request.min_confidence,
        request.fail_on, request.language,
    )  # fmt: skip
    paths = request.paths or (".",)
    if request.changed_since:
        from rekisterilint.cli.changed import changed_files

        changed = changed_files(request.changed_since, paths, language)
        return [
            (task, False)
            for task, _ in tasks_for(changed, finder, overrides, "", language, found=True)
        ]
    planned = list(tasks_for(paths, finder, overrides, request.stdin_filename, language))
    if not planned:
        raise UsageError(say("no-files", language, paths=" ".join(paths)))
    return planned


def make_plan(
    request: CheckRequest, planned: Sequence[tuple[Task, bool]], outputs: Sequence[Output],
    baseline: BaselineStep | None, language: str, stack: ExitStack,
) -> Plan:  # fmt: skip
    """The run for `planned`; the cache, if there is one, is closed with `stack`.

    UsageError for a selector that names no rule, CatalogueError for faulty rule files.
    """
    cached = _wants_cache(request, planned[0][0].config)
    options = CheckOptions(
        language, today(), ignores=request.ignores,
        with_blocks=any(output.format == "html" for output in outputs),
        # What notices have in common shows only where there are several. What is cached for one
        # file of a run serves another run, too.
        records="run" if len(planned) > 1 or cached else "",
    )  # fmt: skip
    plan = Plan(
        {task.path: task for task, _ in planned},
        frozenset(task.path for task, named in planned if named),
        outputs, options, baseline, language,
        _opened_cache(request, planned[0][0].config, options, stack) if cached else None,
    )  # fmt: skip
    for config in {id(task.config): task.config for task, _ in planned}.values():
        _validate(plan, config)
    return plan


def _wants_cache(request: CheckRequest, first: Config) -> bool:
    return first.cache if request.cache is None else request.cache


def _opened_cache(
    request: CheckRequest, first: Config, options: CheckOptions, stack: ExitStack
) -> ResultCache | None:
    from rekisterilint.folders import cache_folder
    from rekisterilint.runs.result_cache import ResultCache, open_store

    store = open_store(request.cache_dir or first.cache_dir or cache_folder())
    if store is None:
        return None
    stack.callback(store.close)
    return ResultCache(store, options)


def _validate(plan: Plan, config: Config) -> None:
    """As the catalogue takes long to load: once for the same rule files and settings."""
    cache = plan.cache
    if cache is not None and cache.knows(config):
        plan.rule_sets.trusted.add(plan.rule_sets.folders(config))
        return
    validate_selectors(plan.rule_sets, config, plan.language)
    if cache is not None:
        cache.vouch_for(config)


def worker_count(jobs: int, plan: Plan) -> int:
    """How many processes: few files are done sooner in this one than it takes to start others."""
    return jobs or (min(os.cpu_count() or 1, 8) if len(plan.tasks) > 120 else 1)
