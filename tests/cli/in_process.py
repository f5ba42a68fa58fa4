"""The command line called in this process: a start of Python for each command would take minutes."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from rekisterilint.cli import main


@dataclass(frozen=True)
class Done:
    """How a command ended and what it wrote."""

    returncode: int
    stdout: bytes
    stderr: bytes


def run_command(arguments: list[str], folder: Path, stdin: bytes = b"", **environment: str) -> Done:
    """Run `rekisterilint` with `arguments` in `folder`, streams and environment its own."""
    streams = {
        "stdin": io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"),
        "stdout": io.TextIOWrapper(io.BytesIO(), encoding="ascii"),
        "stderr": io.TextIOWrapper(io.BytesIO(), encoding="ascii"),
    }
    status = 0
    with (
        _within(folder),
        mock.patch.dict(os.environ, environment),
        mock.patch.multiple(sys, argv=["rekisterilint", *arguments], **streams),
    ):
        try:
            main()
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(end.code is not None)
    written = {}
    for name in ("stdout", "stderr"):
        streams[name].flush()
        written[name] = streams[name].buffer.getvalue()  # type: ignore[attr-defined]
    return Done(status, written["stdout"], written["stderr"])


@contextmanager
def _within(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
