"""`rekisterilint check`: plan the run, carry it out, say how it ended."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from rekisterilint.catalogue import CatalogueError
from rekisterilint.checker import Checker, CheckOptions
from rekisterilint.cli import exits
from rekisterilint.cli.baseline_step import BaselineStep, open_baseline
from rekisterilint.cli.changed import changed_files
from rekisterilint.cli.fix_step import FixOptions, with_fixes
from rekisterilint.cli.messages import say
from rekisterilint.cli.outputs import Output, parse_formats
from rekisterilint.cli.progress import with_progress
from rekisterilint.cli.report_step import open_reports
from rekisterilint.cli.requests import (
    Overrides,
    UsageError,
    check_value,
    chosen_language,
    config_finder,
    tasks_for,
    today,
    validate_selectors,
)
from rekisterilint.cli.run_step import with_run_rules
from rekisterilint.cli.show_config import config_text
from rekisterilint.cli.watching import watch_paths
from rekisterilint.config import ConfigError
from rekisterilint.matching import PatternError
from rekisterilint.reports import Report
from rekisterilint.results import FileResult, Summary, with_printable_path
from rekisterilint.run import Task, run_checks
from rekisterilint.suppress.configured import EntryUse

_FAIL_ON = ("error", "warning", "info", "never")
_CONFIDENCES = ("low", "medium", "high")
_COLOURS = ("auto", "always", "never")


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """The options of `check` as typed; empty ones leave the choice to the configuration."""

    paths: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    output: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    pedantic: bool = False
    min_confidence: str = ""
    fail_on: str = ""
    language: str = ""
    config: Path | None = None
    no_config: bool = False
    baseline: Path | None = None
    write_baseline: bool = False
    prune_baseline: bool = False
    ignores: bool = True
    jobs: int = 0
    statistics: bool = False
    quiet: bool = False
    stdin_filename: str = ""
    colour: str = "auto"
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    in_place: bool = False
    changed_since: str = ""
    show_config: bool = False
    watch: bool = False

    @property
    def fixes(self) -> bool:
        """Whether fixes are to be made or shown."""
        return self.fix or self.unsafe_fixes or self.diff

    @property
    def partial(self) -> bool:
        """Whether rules or files are left out by an option."""
        return bool(self.select or self.ignore or self.min_confidence or self.changed_since)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A run that can be carried out: everything the user named exists and makes sense.

    `named` are the paths that the user typed, not those found in folders or by git.
    """

    tasks: dict[str, Task]
    named: frozenset[str]
    outputs: list[Output]
    checker: Checker
    baseline: BaselineStep | None
    language: str


def run_check_command(request: CheckRequest) -> int:
    """Carry out `request`; returns the exit status, messages go to stderr."""
    try:
        if request.watch:
            return _watch(request)
        return _run(request)
    except (UsageError, ConfigError, CatalogueError, PatternError) as error:
        print(f"rekisterilint: {error}", file=sys.stderr)
    except BrokenPipeError:
        raise
    except OSError as error:
        # A report that could be opened but not put in its place: a full disk, a file in use.
        language = chosen_language("")
        message = say("cannot-write", language, path=error.filename, reason=error.strerror)
        print(f"rekisterilint: {message}", file=sys.stderr)
    return exits.USAGE


def _watch(request: CheckRequest) -> int:
    language = chosen_language(request.language)
    paths = request.paths or (".",)
    if "-" in paths or request.changed_since:
        raise UsageError(say("watch-paths", language))

    def run_again(changed: Sequence[str]) -> int:
        return run_check_command(replace(request, paths=tuple(changed), watch=False))

    return watch_paths(paths, run_again, language)


def _run(request: CheckRequest) -> int:
    language = chosen_language(request.language)
    _check_values(request, language)
    outputs = parse_formats(request.formats, request.output, language)
    baseline = open_baseline(
        request.baseline, write=request.write_baseline, prune=request.prune_baseline,
        partial=request.partial, language=language,
    )  # fmt: skip
    planned = _planned(request, language)
    if not planned:
        return exits.CLEAN
    first = planned[0][0].config
    if request.show_config:
        print(config_text(first))
        return exits.CLEAN
    if not request.language and "REKISTERILINT_LANG" not in os.environ:
        language = first.language
    checker = Checker(
        CheckOptions(
            language, today(), ignores=request.ignores,
            with_blocks=any(output.format == "html" for output in outputs),
            # What notices have in common shows only where there are several.
            records="run" if len(planned) > 1 else "",
        )
    )  # fmt: skip
    for config in {id(task.config): task.config for task, _ in planned}.values():
        validate_selectors(checker, config, language)
    plan = _Plan(
        {task.path: task for task, _ in planned},
        frozenset(task.path for task, named in planned if named),
        outputs, checker, baseline, language,
    )  # fmt: skip
    with ExitStack() as stack:
        reports = open_reports(
            stack, outputs, checker.catalogue(first).rules, language,
            colour=request.colour, quiet=request.quiet, statistics=request.statistics,
        )  # fmt: skip
        summary = _feed(_results(plan, request), reports, plan, request)
    if baseline is not None:
        baseline.finish(language)
    return _status(summary, first.fail_on)


def _check_values(request: CheckRequest, language: str) -> None:
    check_value("--fail-on", request.fail_on, _FAIL_ON, language)
    check_value("--min-confidence", request.min_confidence, _CONFIDENCES, language)
    check_value("--color", request.colour, _COLOURS, language)
    if (request.fix or request.unsafe_fixes) and not request.diff and "-" in request.paths:
        raise UsageError(say("fix-stdin", language))


def _planned(request: CheckRequest, language: str) -> list[tuple[Task, bool]]:
    """The files to check and whether the user named them; none only where git knows no changes."""
    finder = config_finder(request.config, request.no_config)
    overrides = Overrides(
        request.select, request.ignore, request.pedantic, request.min_confidence,
        request.fail_on, request.language,
    )  # fmt: skip
    paths = request.paths or (".",)
    if request.changed_since:
        changed = changed_files(request.changed_since, paths, language)
        return [
            (task, False)
            for task, _ in tasks_for(changed, finder, overrides, "", language, found=True)
        ]
    planned = list(tasks_for(paths, finder, overrides, request.stdin_filename, language))
    if not planned:
        raise UsageError(say("no-files", language, paths=" ".join(paths)))
    return planned


def _results(plan: _Plan, request: CheckRequest) -> Iterable[FileResult]:
    results = _without_other_data(_checked(plan, request.jobs), plan.named)
    if request.fixes:
        choice = FixOptions(request.unsafe_fixes, request.diff, request.in_place, plan.language)
        results = with_fixes(results, plan.tasks, plan.checker, choice)
    if plan.checker.options.records:
        results = with_progress(results, len(plan.tasks), plan.language, wanted=not request.quiet)
        return with_run_rules(results, plan.tasks, plan.checker, plan.language)
    return with_progress(results, len(plan.tasks), plan.language, wanted=not request.quiet)


def _checked(plan: _Plan, jobs: int) -> Iterator[FileResult]:
    """Few files are done sooner in this process than it takes to start others."""
    workers = jobs or (min(os.cpu_count() or 1, 8) if len(plan.tasks) > 120 else 1)
    if workers > 1:
        yield from run_checks(plan.tasks.values(), plan.checker.options, workers)
        return
    for task in plan.tasks.values():
        yield plan.checker.check(task.path, task.config, task.data)


def _without_other_data(
    results: Iterable[FileResult], named: frozenset[str]
) -> Iterator[FileResult]:
    """Data files met in a folder that describe no register are not ours to complain of."""
    for result in results:
        other = result.error is not None and result.error["code"] == "not-a-register"
        if not other or result.path in named:
            yield result


def _feed(
    results: Iterable[FileResult], reports: Sequence[Report], plan: _Plan, request: CheckRequest
) -> Summary:
    """Give each result to the reports; returns the counts."""
    summary = Summary()
    use = EntryUse()
    for result in results:
        use.add(result, plan.tasks[result.path].config)
        shown = result if plan.baseline is None else plan.baseline.hide(result)
        summary = summary.plus(shown)
        shown = with_printable_path(shown)
        for report in reports:
            report.add(shown)
    for report in reports:
        report.close(summary)
    if request.ignores and not request.partial:
        for entry in use.unused():
            detail = say("ignored-unused", plan.language, rule=entry.rule, file=entry.file)
            print(f"rekisterilint: {detail}", file=sys.stderr)
    return summary


def _status(summary: Summary, fail_on: str) -> int:
    if summary.unread:
        return exits.UNREAD
    if fail_on == "never":
        return exits.CLEAN
    severities = ("error", "warning", "info")[: _FAIL_ON.index(fail_on) + 1]
    return exits.FINDINGS if any(summary.count(name) for name in severities) else exits.CLEAN
