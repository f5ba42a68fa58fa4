"""`--fix` and `--diff`: fixes applied to each file as it is checked, or shown."""

from __future__ import annotations

import difflib
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rekisterilint.checker import Checker
from rekisterilint.cli.messages import say
from rekisterilint.config import Config
from rekisterilint.fix import UnfixableError, chosen_edits, fixed_bytes
from rekisterilint.reports.plain_words import harmless
from rekisterilint.results import FileResult

# A fix may bring up another one (a number put right, whose law is known then); few rounds do.
_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class FixOptions:
    """What to do with fixes: `unsafe` ones too; `diff` shows instead of writing."""

    unsafe: bool
    diff: bool
    in_place: bool
    language: str


def with_fixes(
    results: Iterable[FileResult], configs: dict[str, Config], checker: Checker, options: FixOptions
) -> Iterator[FileResult]:
    """Fix each file; what is passed on is the result for the file as it stands afterwards.

    With `diff` nothing is written: the difference goes to stdout, the results stay as they were.
    """
    for result in results:
        yield _fixed(result, configs[result.path], checker, options)


def _fixed(
    result: FileResult, config: Config, checker: Checker, options: FixOptions
) -> FileResult:
    edits = chosen_edits(result, unsafe=options.unsafe)
    path = Path(result.path)
    if not edits or result.document is None or not path.is_file():
        return result
    try:
        original = data = path.read_bytes()
        before = after = ""
        current = result
        for _ in range(_ROUNDS):
            assert current.document is not None
            fixed = fixed_bytes(data, current.document["format"], edits)
            before = before or fixed.before
            if not fixed.applied:
                break
            data, after = fixed.data, fixed.after
            current = checker.check(result.path, config, data)
            edits = chosen_edits(current, unsafe=options.unsafe)
            if not edits or current.document is None:
                break
        if data == original:
            return result
        if options.diff:
            _show(result.path, before, after)
            return result
        replace_file(path, data)
        print(say("fixed", options.language, path=harmless(result.path)), file=sys.stderr)
    except (OSError, UnfixableError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        message = say("cannot-write", options.language, path=harmless(result.path), reason=reason)
        print(f"rekisterilint: {message}", file=sys.stderr)
        return result
    return current


def _show(path: str, before: str, after: str) -> None:
    lines = difflib.unified_diff(
        before.splitlines(), after.splitlines(), f"a/{path}", f"b/{path}", lineterm=""
    )
    for line in lines:
        print(harmless(line))


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in place of the file at `path`, whole or not at all, with the same rights.

    A file that may not be written is refused, though its folder may be. Raises OSError.
    """
    if not os.access(path, os.W_OK):
        raise PermissionError(13, "read-only", str(path))
    target = path.resolve()
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as stream:
        stream.write(data)
    temporary = Path(stream.name)
    try:
        temporary.chmod(target.stat().st_mode)
        temporary.replace(target)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
