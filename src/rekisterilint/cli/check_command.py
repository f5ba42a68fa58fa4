"""`rekisterilint check`: plan the run, carry it out, say how it ended."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TextIO

from rekisterilint.catalogue import CatalogueError
from rekisterilint.checker import Checker, CheckOptions
from rekisterilint.cli import exits
from rekisterilint.cli.changed import changed_files
from rekisterilint.cli.fix_step import FixOptions, replace_file, with_fixes
from rekisterilint.cli.messages import say
from rekisterilint.cli.outputs import Output, open_outputs, parse_formats
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
from rekisterilint.cli.show_config import config_text
from rekisterilint.config import Config, ConfigError
from rekisterilint.matching import PatternError
from rekisterilint.reports import Report, ReportOptions, report_class
from rekisterilint.results import FileResult, Summary
from rekisterilint.run import Task, run_checks
from rekisterilint.suppress.baseline import Baseline, baseline_text, load_baseline, merged

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


def run_check_command(request: CheckRequest) -> int:
    """Carry out `request`; returns the exit status, messages go to stderr."""
    try:
        return _run(request)
    except (UsageError, ConfigError, CatalogueError, PatternError) as error:
        print(f"rekisterilint: {error}", file=sys.stderr)
        return exits.USAGE


def _run(request: CheckRequest) -> int:
    language = chosen_language(request.language)
    check_value("--fail-on", request.fail_on, _FAIL_ON, language)
    check_value("--min-confidence", request.min_confidence, _CONFIDENCES, language)
    check_value("--color", request.colour, _COLOURS, language)
    if (request.write_baseline or request.prune_baseline) and request.baseline is None:
        option = "--write-baseline" if request.write_baseline else "--prune-baseline"
        raise UsageError(say("baseline-needed", language, option=option))
    outputs = parse_formats(request.formats, request.output, language)
    finder = config_finder(request.config, request.no_config)
    overrides = Overrides(
        request.select, request.ignore, request.pedantic, request.min_confidence,
        request.fail_on, request.language,
    )  # fmt: skip
    paths = request.paths or (".",)
    if request.changed_since:
        paths = changed_files(request.changed_since, paths, language)
    planned = list(tasks_for(paths, finder, overrides, request.stdin_filename, language))
    if not planned and request.changed_since:
        return exits.CLEAN
    if not planned:
        raise UsageError(say("no-files", language, paths=" ".join(paths)))
    first = planned[0][0].config
    if request.show_config:
        print(config_text(first))
        return exits.CLEAN
    if not request.language and first.language:
        language = first.language if "REKISTERILINT_LANG" not in os.environ else language
    options = CheckOptions(
        language, today(), ignores=request.ignores,
        with_blocks=any(output.format == "html" for output in outputs),
    )  # fmt: skip
    checker = Checker(options)
    for config in {id(task.config): task.config for task, _ in planned}.values():
        validate_selectors(checker, config, language)
    baseline = load_baseline(request.baseline) if request.baseline else None
    with ExitStack() as stack:
        reports = _open_reports(stack, outputs, request, checker, first, language)
        results = _results([task for task, _ in planned], options, checker, request.jobs)
        wanted: Iterable[FileResult] = _without_other_data(
            results, {task.path: named for task, named in planned}
        )
        if request.fix or request.unsafe_fixes or request.diff:
            choice = FixOptions(request.unsafe_fixes, request.diff, request.in_place, language)
            wanted = with_fixes(wanted, {task.path: task.config for task, _ in planned}, checker, choice)
        summary, seen = _feed(wanted, reports, baseline, request)
    if baseline is not None and request.baseline is not None and (request.write_baseline or request.prune_baseline):
        counts = merged(baseline, seen, prune=request.prune_baseline)
        write_text(request.baseline, baseline_text(counts))
    return _status(summary, first.fail_on)


def _results(
    tasks: list[Task], options: CheckOptions, checker: Checker, jobs: int
) -> Iterator[FileResult]:
    """Few files are done sooner in this process than it takes to start others."""
    workers = jobs or (min(os.cpu_count() or 1, 8) if len(tasks) > 120 else 1)
    if workers > 1:
        yield from run_checks(tasks, options, workers)
        return
    for task in tasks:
        yield checker.check(task.path, task.config, task.data)


def _without_other_data(
    results: Iterable[FileResult], named: dict[str, bool]
) -> Iterator[FileResult]:
    """Data files met in a folder that describe no register are not ours to complain of."""
    for result in results:
        other = result.error is not None and result.error["code"] == "not-a-register"
        if not (other and not named[result.path]):
            yield result


def _open_reports(
    stack: ExitStack,
    outputs: list[Output],
    request: CheckRequest,
    checker: Checker,
    config: Config,
    language: str,
) -> list[Report]:
    reports = []
    for output, stream in open_outputs(stack, outputs, language):
        options = ReportOptions(
            language=language,
            colour=_colour(request.colour, stream) and output.path is None,
            rules=checker.catalogue(config).rules,
            tool={} if output.format == "text" else tool_values(),
            quiet=request.quiet,
            statistics=request.statistics,
        )
        reports.append(report_class(output.format)(stream, options))
    return reports


def _colour(choice: str, stream: TextIO) -> bool:
    if choice != "auto":
        return choice == "always"
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def tool_values() -> dict[str, Any]:
    """The `tool` object of the JSON report: name, version and the dates of the reference data."""
    from rekisterilint import __version__
    from rekisterilint.data.resources import provenance

    dates = {
        "postal_codes": provenance("postal_codes.json").date,
        "statutes": provenance("statutes.json").date,
    }
    return {"name": "rekisterilint", "version": __version__, "data": dates}


def _feed(
    results: Iterable[FileResult],
    reports: list[Report],
    baseline: Baseline | None,
    request: CheckRequest,
) -> tuple[Summary, dict[str, dict[str, int]]]:
    """Give each result to the reports; returns the counts, and the fingerprints of each file."""
    summary = Summary()
    seen: dict[str, dict[str, int]] = {}
    for result in results:
        if baseline is not None and result.document is not None:
            prints = result.extras["fingerprints"]
            seen[baseline.key(result.path)] = {p: prints.count(p) for p in prints}
            if not request.write_baseline:
                result = _hide_known(result, baseline)
        summary = summary.plus(result)
        for report in reports:
            report.add(result)
    for report in reports:
        report.close(summary)
    return summary, seen


def _hide_known(result: FileResult, baseline: Baseline) -> FileResult:
    assert result.document is not None
    known = baseline.known(result.path, result.extras["fingerprints"])
    if not any(known):
        return result
    findings = result.document["findings"]
    left = [number for number, hidden in enumerate(known) if not hidden]
    extras = {
        name: [values[number] for number in left] if len(values) == len(findings) and name != "blocks" else values
        for name, values in result.extras.items()
    }
    hidden = tuple(
        {**finding, "by": "baseline", "reason": "", "fingerprint": fingerprint}
        for finding, fingerprint, covered in zip(
            findings, result.extras["fingerprints"], known, strict=True
        )
        if covered
    )
    document = {**result.document, "findings": [findings[number] for number in left]}
    return replace(result, document=document, extras=extras, suppressed=(*result.suppressed, *hidden))


def _status(summary: Summary, fail_on: str) -> int:
    if summary.unread:
        return exits.UNREAD
    if fail_on == "never":
        return exits.CLEAN
    severities = ("error", "warning", "info")[: _FAIL_ON.index(fail_on) + 1]
    return exits.FINDINGS if any(summary.count(name) for name in severities) else exits.CLEAN


def write_text(path: Path, content: str) -> None:
    """Write `content` to `path`, which may be new, so that it is there whole or not at all."""
    if not path.exists():
        path.touch()
    replace_file(path, content.encode())
