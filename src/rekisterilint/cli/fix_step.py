"""`--fix` and `--diff`: fixes applied to each file as it is checked, or shown."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rekisterilint.checker import Checker
from rekisterilint.cli.files import write_file
from rekisterilint.cli.messages import say
from rekisterilint.fix import UnfixableError, chosen_fixes, fixed_bytes
from rekisterilint.locations import is_url
from rekisterilint.reports.plain_words import harmless
from rekisterilint.results import FileResult
from rekisterilint.runs.run import Task

# A fix may bring up another one (a number put right, whose law is known then); few rounds do.
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class FixOptions:
    """What to do with fixes: `unsafe` ones too; `diff` shows instead of writing."""

    unsafe: bool
    diff: bool
    in_place: bool
    language: str


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A file's text before and after its fixes, its new content and the result for that."""

    before: str
    after: str
    data: bytes
    result: FileResult


def with_fixes(
    results: Iterable[FileResult], tasks: Mapping[str, Task], checker: Checker, options: FixOptions
) -> Iterator[FileResult]:
    """Fix each file; what is passed on is the result for the file as it stands afterwards.

    With `diff` nothing is written: the difference goes to stdout, the results stay as they were.
    So do those of a DOCX whose fixed copy stands beside it.
    """
    for result in results:
        yield _fixed(result, tasks[result.path], checker, options)


def _fixed(result: FileResult, task: Task, checker: Checker, options: FixOptions) -> FileResult:
    path = harmless(result.path)
    try:
        outcome = _outcome(result, task, checker, options.unsafe)
        if outcome is None:
            return result
        if options.diff:
            _show(Path(result.path).as_posix(), outcome)
            return result
        if outcome.result.document is not None and outcome.result.document["format"] == "docx" and not options.in_place:
            _write_copy(Path(result.path), outcome.data, options.language)
            return result
        write_file(Path(result.path), outcome.data)
        print(say("fixed", options.language, path=path), file=sys.stderr)
        return outcome.result
    except UnfixableError as error:
        message = say("cannot-fix", options.language, path=path, reason=error)
    except OSError as error:
        message = say("cannot-write", options.language, path=path, reason=error.strerror)
    print(f"rekisterilint: {message}", file=sys.stderr)
    return result


def _outcome(result: FileResult, task: Task, checker: Checker, unsafe: bool) -> _Outcome | None:
    """What the fixes of `result` make of its file; None if nothing changes."""
    fixes = chosen_fixes(result, unsafe=unsafe)
    if not fixes:
        return None
    if is_url(task.path):
        raise UnfixableError("URL")
    original = data = Path(task.path).read_bytes() if task.data is None else task.data
    before = after = ""
    current = result
    for _ in range(_ROUNDS):
        if not fixes or current.document is None:
            break
        fixed = fixed_bytes(data, current.document["format"], fixes, task.config.limits)
        before = before or fixed.before
        if not fixed.applied:
            break
        data, after = fixed.data, fixed.after
        current = checker.check(result.path, task.config, data)
        fixes = chosen_fixes(current, unsafe=unsafe)
    if current.document is None:
        raise UnfixableError(current.error["message"] if current.error else "")
    return _Outcome(before, after, data, current) if data != original else None


def _write_copy(path: Path, data: bytes, language: str) -> None:
    """Write the fixed DOCX beside its original; a copy that someone has worked on since stays."""
    copy = path.with_name(f"{path.stem}.korjattu{path.suffix}")
    if copy.exists() and copy.read_bytes() != data:
        message = say("exists", language, path=harmless(str(copy)))
        print(f"rekisterilint: {message}", file=sys.stderr)
        return
    if not copy.exists():
        write_file(copy, data)
    print(say("written", language, path=harmless(str(copy))), file=sys.stderr)


def _show(path: str, outcome: _Outcome) -> None:
    name = path.lstrip("/")
    lines = difflib.unified_diff(
        outcome.before.splitlines(), outcome.after.splitlines(), f"a/{name}", f"b/{name}", lineterm=""
    )
    for line in lines:
        print(harmless(line))
