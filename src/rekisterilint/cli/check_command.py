"""`rekisterilint check`: plan the run, carry it out, say how it ended."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack

from msgspec.structs import replace

from rekisterilint.cli import exits
from rekisterilint.cli.check_plan import Plan, make_plan, planned_tasks, worker_count
from rekisterilint.cli.check_request import CheckRequest
from rekisterilint.cli.messages import say
from rekisterilint.cli.outputs import parse_formats
from rekisterilint.cli.report_step import open_reports
from rekisterilint.cli.requests import UsageError, check_value, chosen_language
from rekisterilint.reports.base import Report
from rekisterilint.reports.plain_words import harmless
from rekisterilint.results import FileResult, Summary, with_printable_path
from rekisterilint.runs.run import run_checks

__all__ = ["CheckRequest", "run_check_command"]

_FAIL_ON = ("error", "warning", "info", "never")
_CONFIDENCES = ("low", "medium", "high")
_COLOURS = ("auto", "always", "never")
_ENGINES = ("local", "dask")


def run_check_command(request: CheckRequest) -> int:
    """Carry out `request`; returns the exit status, messages go to stderr."""
    try:
        if request.watch:
            return _watch(request)
        with ExitStack() as stack:
            return _run(request, stack)
    except BrokenPipeError:
        raise
    except OSError as error:
        # A report that could be opened but not put in its place: a full disk, a file in use.
        language = chosen_language("")
        message = say("cannot-write", language, path=error.filename, reason=error.strerror)
        print(f"rekisterilint: {message}", file=sys.stderr)
    except Exception as error:
        if not _is_users(error):
            raise
        print(f"rekisterilint: {error}", file=sys.stderr)
    return exits.USAGE


def _is_users(error: Exception) -> bool:
    """Whether the message is for the user: a fault of options, configuration or rule files."""
    if isinstance(error, UsageError):
        return True
    from rekisterilint.catalogue import CatalogueError
    from rekisterilint.config import ConfigError
    from rekisterilint.matching import PatternError

    return isinstance(error, ConfigError | CatalogueError | PatternError)


def _watch(request: CheckRequest) -> int:
    from rekisterilint.cli.watching import watch_paths
    from rekisterilint.locations import is_url

    language = chosen_language(request.language)
    paths = request.paths or (".",)
    if "-" in paths or request.changed_since or any(map(is_url, paths)):
        raise UsageError(say("watch-paths", language))

    def run_again(changed: Sequence[str]) -> int:
        return run_check_command(replace(request, paths=tuple(changed), watch=False))

    return watch_paths(paths, run_again, language)


def _run(request: CheckRequest, stack: ExitStack) -> int:
    language = chosen_language(request.language)
    _check_values(request, language)
    outputs = parse_formats(request.formats, request.output, language)
    baseline = None
    if request.baseline is not None or request.write_baseline or request.prune_baseline:
        from rekisterilint.cli.baseline_step import open_baseline

        baseline = open_baseline(
            request.baseline, write=request.write_baseline, prune=request.prune_baseline,
            partial=request.partial, language=language,
        )  # fmt: skip
    planned = planned_tasks(request, language)
    if not planned:
        return exits.CLEAN
    first = planned[0][0].config
    if request.show_config:
        from rekisterilint.cli.show_config import config_text

        print(config_text(first))
        return exits.CLEAN
    if not request.language and "REKISTERILINT_LANG" not in os.environ:
        language = first.language
    plan = make_plan(request, planned, outputs, baseline, language, stack)
    del planned
    results = _results(plan, request)
    with ExitStack() as opened:
        reports = open_reports(
            opened, outputs, plan.rules, language,
            colour=request.colour, quiet=request.quiet, statistics=request.statistics,
            baseline=baseline is not None,
        )  # fmt: skip
        summary = _feed(results, reports, plan, request)
    if baseline is not None:
        baseline.finish(language)
    return _status(summary, first.fail_on)


def _check_values(request: CheckRequest, language: str) -> None:
    check_value("--fail-on", request.fail_on, _FAIL_ON, language)
    check_value("--min-confidence", request.min_confidence, _CONFIDENCES, language)
    check_value("--color", request.colour, _COLOURS, language)
    check_value("--engine", request.engine, _ENGINES, language)
    if (request.engine == "dask") != bool(request.scheduler):
        raise UsageError(say("engine-scheduler", language))
    if (request.fix or request.unsafe_fixes) and not request.diff and "-" in request.paths:
        raise UsageError(say("fix-stdin", language))


def _results(plan: Plan, request: CheckRequest) -> Iterable[FileResult]:
    results = _without_other_data(_checked(plan, request), plan.named)
    if request.fixes:
        from rekisterilint.cli.fix_step import FixOptions, with_fixes

        choice = FixOptions(request.unsafe_fixes, request.diff, request.in_place, plan.language)
        results = with_fixes(results, plan.tasks, plan.checker, choice)
    if len(plan.tasks) > 1:
        from rekisterilint.cli.progress import with_progress
        from rekisterilint.cli.run_step import with_run_rules

        results = with_progress(results, len(plan.tasks), plan.language, wanted=not request.quiet)
        whole = () if request.partial else plan.tasks.keys() - plan.named
        return with_run_rules(results, plan.tasks, plan.rule_sets, plan.language, whole)
    return results


def _checked(plan: Plan, request: CheckRequest) -> Iterator[FileResult]:
    tasks = plan.tasks.values()
    if request.engine == "dask":
        yield from _on_cluster(plan, request.scheduler)
        return
    workers = worker_count(request.jobs, plan)
    yield from run_checks(tasks, plan.options, workers, plan.cache, lambda: plan.checker)


def _on_cluster(plan: Plan, address: str) -> Iterator[FileResult]:
    from rekisterilint.runs.cluster import ClusterError, dask_lane
    from rekisterilint.runs.run import run_in_lane

    tasks = plan.tasks.values()
    try:
        yield from run_in_lane(tasks, plan.options, dask_lane(address), plan.cache, lambda: plan.checker)
    except ClusterError as error:
        message = say(f"dask-{error.code}", plan.language, address=address, reason=harmless(error.reason))
        raise UsageError(message) from error


def _without_other_data(
    results: Iterable[FileResult], named: frozenset[str]
) -> Iterator[FileResult]:
    """Data files met in a folder that describe no register are not ours to complain of."""
    for result in results:
        other = result.error is not None and result.error["code"] == "not-a-register"
        if not other or result.path in named:
            yield result


def _feed(
    results: Iterable[FileResult], reports: Sequence[Report], plan: Plan, request: CheckRequest
) -> Summary:
    """Give each result to the reports; returns the counts."""
    from rekisterilint.suppress.configured import EntryUse

    summary = Summary()
    use = EntryUse()
    for result in results:
        config = plan.tasks[result.path].config
        if request.ignores and not request.partial and config.ignored:
            use.add(result, config, *_rules_run(plan, result.path))
        shown = result if plan.baseline is None else plan.baseline.hide(result)
        summary = summary.plus(shown)
        shown = with_printable_path(shown)
        for report in reports:
            report.add(shown)
    for report in reports:
        report.close(summary)
    for entry in use.unused():
        detail = say("ignored-unused", plan.language, rule=entry.rule, file=entry.file)
        print(f"rekisterilint: {detail}", file=sys.stderr)
    return summary


def _rules_run(plan: Plan, path: str) -> tuple[frozenset[str], frozenset[str]]:
    """The rules that looked at the file at `path` alone, and those that did among its whole folder."""
    rules = plan.rule_sets.selected(plan.tasks[path].config)
    whole = len(plan.tasks) > 1 and path not in plan.named
    over_run = frozenset(rule.id for rule in rules if rule.kind == "run" and whole)
    return frozenset(rule.id for rule in rules if rule.kind != "run"), over_run


def _status(summary: Summary, fail_on: str) -> int:
    if summary.unread:
        return exits.UNREAD
    if fail_on == "never":
        return exits.CLEAN
    severities = ("error", "warning", "info")[: _FAIL_ON.index(fail_on) + 1]
    return exits.FINDINGS if any(summary.count(name) for name in severities) else exits.CLEAN
