"""Which reports are written, and where to."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

import msgspec

from rekisterilint.cli.files import whole_file
from rekisterilint.cli.messages import say
from rekisterilint.cli.own_reports import is_report
from rekisterilint.cli.paths import SUFFIXES
from rekisterilint.cli.requests import UsageError
from rekisterilint.reports import FORMATS


class Output(msgspec.Struct, frozen=True):
    """A report in `format`, to `path` or to standard output."""

    format: str
    path: Path | None


def parse_formats(formats: Sequence[str], output: Path | None, language: str) -> list[Output]:
    """The reports asked for by `--format FORMAT[=FILE]` and `--output`; text if none is.

    UsageError for an unknown format, for two reports to one place, and for a report in the place of a
    file that may be a notice.
    """
    outputs = []
    for value in formats or ("text",):
        name, _, file = value.partition("=")
        if name not in FORMATS:
            raise UsageError(
                say("unknown-value", language, option="--format", value=name, allowed=", ".join(FORMATS))
            )
        outputs.append(Output(name, Path(file) if file else None))
    if output is not None:
        if len(outputs) > 1 or outputs[0].path is not None:
            raise UsageError(say("output-formats", language))
        outputs = [Output(outputs[0].format, output)]
    places = [item.path for item in outputs]
    if len(set(places)) < len(places):
        raise UsageError(say("output-formats", language))
    for path in places:
        if path is not None and _may_be_notice(path):
            raise UsageError(say("not-a-report", language, path=path))
    return outputs


def _may_be_notice(path: Path) -> bool:
    """Whether a report at `path` would take the place of a file that may be a notice."""
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        return False
    try:
        return not is_report(path)
    except OSError:
        return False  # writing will say why


def open_outputs(
    stack: ExitStack, outputs: Sequence[Output], language: str
) -> Iterator[tuple[Output, TextIO]]:
    """A stream for each output; files appear whole when `stack` is left without an error."""
    for output in outputs:
        if output.path is None:
            yield output, sys.stdout
        else:
            try:
                yield output, stack.enter_context(whole_file(output.path))
            except OSError as error:
                reason = error.strerror or str(error)
                raise UsageError(
                    say("cannot-write", language, path=output.path, reason=reason)
                ) from error
